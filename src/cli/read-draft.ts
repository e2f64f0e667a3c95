import {readFileSync, statSync} from 'node:fs'
import {extname} from 'node:path'
import {type Decoded, decodeText} from '../draft/decode.ts'
import type {Draft} from '../draft/draft.ts'
import {readText} from '../draft/text.ts'
import {UnreadableDraft} from '../draft/unreadable.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import type {Input} from './inputs.ts'

/** A draft and how its file was written. */
export interface ReadDraft {
  readonly draft: Draft
  readonly bytes: Uint8Array
  /** Undefined for Word files. */
  readonly decoded: Decoded | undefined
}

const OLD_WORD: readonly string[] = ['.doc', '.wps', '.odt', '.rtf']

/** No draft is larger: a book of ten million characters has 30 MB. */
const LARGEST = 64 * 1024 * 1024

const WHY: Readonly<Record<UnreadableDraft['reason'], Localized>> = {
  empty: {zh: '文件是空的。', en: 'the file is empty.'},
  binary: {
    zh: '不是文字文件（内容是二进制）。请给出 .txt、.md 或 .docx 草稿。',
    en: 'this is no text file (its content is binary). Give a .txt, .md or .docx draft.',
  },
  encoding: {
    zh: '无法识别文字编码。请另存为 UTF-8 编码后再检查。',
    en: 'the encoding is not known. Save the file as UTF-8 and try again.',
  },
  'too-large': {zh: '文件过大（上限 64 MB）。', en: 'the file is too large (the limit is 64 MB).'},
  'legacy-word': {
    zh: '这是旧版 Word、WPS 或 ODF 文件。请在 Word 或 WPS 中“另存为”.docx 后再检查；装有 LibreOffice 的，也可以加 --convert。',
    en: 'this is an old Word, WPS or ODF file. Save it as .docx in Word or WPS, or, where LibreOffice is installed, add --convert.',
  },
  encrypted: {
    zh: '文件设有密码。请去掉密码、另存后再检查。',
    en: 'the file is protected by a password. Save a copy without it first.',
  },
  'broken-zip': {
    zh: '文件已损坏或没有下载完整，无法打开。请用 Word 或 WPS 打开后另存一份。',
    en: 'the file is damaged or incomplete. Open it in Word or WPS and save a copy.',
  },
  'not-word': {zh: '不是 Word 文档（.docx）。', en: 'this is no Word document (.docx).'},
  'unsafe-zip': {
    zh: '文件结构异常（可能是恶意构造），已停止读取。',
    en: 'the structure of the file is abnormal (perhaps made to do harm); reading stopped.',
  },
}

const UNREADABLE: Localized = {zh: '无法检查“{path}”：{why}', en: 'Cannot check “{path}”: {why}'}
const NO_ACCESS: Localized = {
  zh: '无法读取“{path}”（{code}），请检查权限。',
  en: 'Cannot read “{path}” ({code}). Check its permissions.',
}
/** What is wrong with a path, by the system's code; else it may be the permissions. */
const WRONG_PATHS: Readonly<Record<string, Localized>> = {
  ENOENT: {zh: '找不到文件“{path}”，请检查路径和文件名。', en: 'No such file: “{path}”. Check the path and the name.'},
  EISDIR: {zh: '“{path}”是文件夹，不是文件。', en: '“{path}” is a folder, not a file.'},
  EBUSY: {
    zh: '无法读取“{path}”：它正在别的程序里打开着。请关闭后再试。',
    en: 'Cannot read “{path}”: another program has it open. Close it and try again.',
  },
}

const whyNot = (path: string, {reason}: UnreadableDraft): Failure => new Failure(UNREADABLE, {path, why: WHY[reason]})

function bytesOf(path: string): Uint8Array {
  try {
    if (path !== '-' && statSync(path).size > LARGEST) throw new UnreadableDraft('too-large')
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    if (error instanceof UnreadableDraft) throw error
    const {code = String(error)} = error as NodeJS.ErrnoException
    throw new Failure(WRONG_PATHS[code] ?? NO_ACCESS, {path, code})
  }
}

/**
 * The bytes of a draft: its own, the file's or, for `-`, those of standard input.
 * @throws Failure with one line for the user
 */
export function readBytes({path, bytes}: Input): Uint8Array {
  try {
    return bytes ? bytes() : bytesOf(path)
  } catch (error) {
    throw error instanceof UnreadableDraft ? whyNot(path, error) : error
  }
}

/**
 * Reads a draft in the format that its name tells (`.md`, `.docx`, else plain text).
 * @throws Failure with one line for the user
 */
export const readDraft = (input: Input, bytes: Uint8Array = readBytes(input)): Promise<ReadDraft> =>
  reading(input.path, () => parseDraft(bytes, input.name))

/**
 * Works with what was read of a draft: parts of a Word file are read when they are asked for.
 * @throws Failure with one line for the user where they can't be
 */
export async function reading<Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof UnreadableDraft ? whyNot(path, error) : error
  }
}

/** @throws UnreadableDraft */
export async function parseDraft(bytes: Uint8Array, name: string): Promise<ReadDraft> {
  if (!bytes.length) throw new UnreadableDraft('empty')
  if (bytes.length > LARGEST) throw new UnreadableDraft('too-large')
  const extension = extname(name).toLowerCase()
  const isOld = OLD_WORD.includes(extension)
  // a .docx under an old name, or what LibreOffice made of an old file
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (extension === '.docx' || (isOld && isZip)) {
    const {readWord} = await import('../draft/word/read.ts')
    return {draft: readWord(bytes), bytes, decoded: undefined}
  }
  if (isOld) throw new UnreadableDraft('legacy-word')
  const decoded = decodeText(bytes)
  if (!decoded.text.trim()) throw new UnreadableDraft('empty')
  if (extension !== '.md' && extension !== '.markdown') return {draft: readText(decoded.text), bytes, decoded}
  const {readLazily} = await import('../draft/markdown/read-parts.ts')
  return {draft: await readLazily(decoded.text), bytes, decoded}
}
