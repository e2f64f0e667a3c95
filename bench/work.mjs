// The folder that the programs run in: invented drafts, and the programs' own settings as a project would have them.
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {markdownDraft, textDraft, wordBlocks} from './corpus.mjs'
import {wordFile} from './docx.mjs'

const MAKERS = {txt: textDraft, md: markdownDraft, docx: (seed, length) => wordFile(wordBlocks(seed, length))}

/** Bytes of text that a draft of one kind would have; a .docx is measured by the text in it. */
const bytesOf = (kind, seed, length) => Buffer.byteLength((kind === 'md' ? markdownDraft : textDraft)(seed, length))

/** Something that every program has to speak of. */
const FAULTS = '\n见[附件]，使用Word文档,召开会议*次。\n\n\n#附件\n'
const SPOILT = FAULTS.replace('。', `，${'补充说明有关情况'.repeat(20)}`)

/** One draft of so many bytes of text, within half a per cent. */
function sized(kind, bytes) {
  let length = (bytes / 7700) * 2780
  for (let i = 0; i < 3; i++) length *= bytes / bytesOf(kind, 1, length)
  return MAKERS[kind](1, length)
}

export class Work {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'zicha-bench-'))
    this.modules = join(this.root, 'node_modules')
    // a junction needs no special rights on Windows; elsewhere the word means nothing
    symlinkSync(fileURLToPath(new URL('node_modules', import.meta.url)), this.modules, 'junction')
    const rules = ['max-comma', 'no-empty-section', 'no-zero-width-spaces', 'sentence-length']
    this.write('.remarkrc.json', JSON.stringify({plugins: ['remark-preset-lint-recommended']}))
    this.write(
      '.textlintrc.json',
      JSON.stringify({
        rules: Object.fromEntries([...rules, 'zh-half-and-full-width-bracket'].map((rule) => [rule, true])),
      }),
    )
    this.write('.zhlintrc', JSON.stringify({preset: 'default'}))
  }

  write(name, content) {
    writeFileSync(join(this.root, name), content)
    return name
  }

  folder(name) {
    mkdirSync(join(this.root, name))
    return name
  }

  /** Many drafts of the usual size. @returns the folder's name */
  many(kind, count) {
    const folder = this.folder(`${count}-${kind}`)
    for (let seed = 1; seed <= count; seed++) this.write(join(folder, `d${seed}.${kind}`), MAKERS[kind](seed))
    return folder
  }

  /** Three drafts that no program may be silent about. */
  probe(kind) {
    const folder = this.folder(`probe-${kind}`)
    const names = ['p1', 'p2', 'p3'].map((name) => `${name}.${kind}`)
    names.forEach((name, seed) => {
      const spoilt =
        kind === 'docx'
          ? wordFile([...wordBlocks(seed), ['paragraph', SPOILT.trim()]])
          : `${MAKERS[kind](seed)}${SPOILT}`
      this.write(join(folder, name), spoilt)
    })
    return {folder, names}
  }

  /** One draft. @returns the file's name */
  one(kind, bytes) {
    return this.write(`one-${Math.round(bytes / 1000)}k.${kind}`, sized(kind, bytes))
  }

  remove() {
    // first, so that nothing can ever follow it
    unlinkSync(this.modules)
    rmSync(this.root, {recursive: true, force: true, maxRetries: 3})
  }
}

/** A draft of so many bytes for an editor, with faults at its end that every server has to speak of. */
export const draftToEdit = (kind, bytes) => `${sized(kind, bytes - Buffer.byteLength(FAULTS))}${FAULTS}`
