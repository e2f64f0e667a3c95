import {extname} from 'node:path'
import {shortPath} from '../../config/paths.ts'
import {Failure} from '../../lint/failure.ts'
import type {Localized} from '../../lint/rule.ts'
import {countDiagnostics} from '../../reporters/result.ts'
import {annotateWord} from '../../word/annotate.ts'
import {convertInputs} from '../convert.ts'
import {createLoader, type Flags, languageOf, notTogether} from '../flags.ts'
import type {Input} from '../inputs.ts'
import {CLEAN, FAILED, FOUND, type Io} from '../io.ts'
import {lintInputs} from '../lint-inputs.ts'
import {realPath} from '../over-draft.ts'
import {readBytes, reading} from '../read-draft.ts'
import {replaceKeepingCopy} from '../replace-keeping-copy.ts'
import {whyNotWritten} from '../why-not-written.ts'
import {writeAtomically} from '../write-file.ts'
import {tell} from './lint.ts'

export interface AnnotateFlags extends Flags {
  readonly output?: string
  readonly inPlace?: boolean
  readonly convert?: boolean
}

const TEXTS = {
  noOutput: {
    zh: '请用 -o 指定写到哪个文件；要直接写回原文件，用 --in-place（会另存一份原件）。',
    en: 'Name the copy with -o; to write into the file itself use --in-place (a backup is kept).',
  },
  sameFile: {
    zh: '-o 指定的就是原文件“{path}”。请换一个文件名，或者用 --in-place。',
    en: '-o names the draft itself, “{path}”. Name another file or use --in-place.',
  },
  notWord: {
    zh: '批注只能写进 Word 文档（.docx），“{path}”不是。',
    en: 'Comments can only be written into a Word document (.docx); “{path}” is none.',
  },
  onlyCopy: {
    zh: '“{path}”是转换后再批注的，请用 -o 指定新的 .docx 文件，不能写回原文件。',
    en: '“{path}” is converted first: name a new .docx file with -o.',
  },
  notWritten: {
    zh: '无法写入“{path}”（{reason}），原文件没有改动。',
    en: 'Cannot write “{path}” ({reason}); the draft is unchanged.',
  },
  written: {
    zh: '已写入“{path}”：批注 {n} 条（错误 {error}，提醒 {warning}，参考 {info}）。',
    en: 'Wrote “{path}”: {n} comments ({error} errors, {warning} warnings, {info} notes).',
  },
  backup: {zh: '原件另存为“{path}”。', en: 'The original is kept as “{path}”.'},
} satisfies Record<string, Localized>

/** `zicha annotate <file.docx> -o <copy.docx>`: every finding as a Word comment on its words. */
export async function annotateCommand(path: string, flags: AnnotateFlags, io: Io): Promise<number> {
  const output = outputOf(path, flags)
  const {inputs, failures} = await inputsOf(path, flags)
  const {run, results} = await lintInputs(inputs, createLoader(flags), {}, io)
  const asked = languageOf(flags.lang)
  const lang = flags.lang === undefined ? (run.lang ?? asked) : asked
  tell([...failures, ...run.failures], lang, io)
  const [input] = inputs
  const [result] = results
  if (!input || !result) return FAILED
  const {diagnostics} = result
  const bytes = await reading(input.path, () =>
    annotateWord(readBytes(input), diagnostics, {lang, now: new Date(), rules: run.rules}),
  )
  const say = (text: Localized, data: Readonly<Record<string, string | number>>): void =>
    io.out(`${new Failure(text, data).in(lang)}\n`)
  try {
    if (flags.inPlace) say(TEXTS.backup, {path: replaceKeepingCopy(output, bytes)})
    else writeAtomically(output, bytes)
  } catch (error) {
    throw new Failure(TEXTS.notWritten, {path: output, reason: whyNotWritten(error)})
  }
  const counts = countDiagnostics(diagnostics)
  say(TEXTS.written, {
    path: output,
    n: diagnostics.length,
    error: counts.error,
    warning: counts.warning,
    info: counts.info,
  })
  return counts.error ? FOUND : CLEAN
}

async function inputsOf(path: string, {convert}: AnnotateFlags) {
  const input: Input = {path, name: path}
  if (!convert) return {inputs: [input], failures: []}
  // LibreOffice would not say what is wrong with the path
  readBytes(input)
  return convertInputs([input])
}

/** Where to write. Never over the draft by accident. */
function outputOf(path: string, {output, inPlace, convert}: AnnotateFlags): string {
  if (inPlace && output !== undefined) throw notTogether('--in-place', '-o')
  const isWord = extname(path).toLowerCase() === '.docx'
  if (!isWord && !convert) {
    // the reader says best what an old Word file needs
    if (!/\.(doc|wps|odt|rtf)$/i.test(path)) throw new Failure(TEXTS.notWord, {path})
  } else if (!isWord && inPlace) throw new Failure(TEXTS.onlyCopy, {path})
  // a link stays a link
  if (inPlace) return shortPath(realPath(path))
  if (output === undefined) throw new Failure(TEXTS.noOutput)
  if (realPath(output) === realPath(path)) throw new Failure(TEXTS.sameFile, {path})
  return output
}
