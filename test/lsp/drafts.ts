import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll} from 'vitest'

/** A draft with a blank, a problem that is answered, one that is not, and a repeated mark. */
export const DRAFT = `# 公务用车管理自查报告

按照区机关事务中心5月通知要求，我站对公务用车管理情况进行了自查，现将有关情况报告如下。

## 一、基本情况

现有公务用车6辆，，去年出车**次。

## 二、存在的问题

1. 公务用车加油没有登记台账，加油卡由司机自己保管。

2. 值班室灭火器压力不足，没有及时更换。

## 三、整改措施

1. 6月底前，由办公室建立公务用车加油登记台账，加油卡收回办公室统一保管。

河口水文站
2025年6月3日
`

/** A folder of this test file's own, removed when its tests are over. */
export function temporaryFolder(): {
  readonly path: string
  readonly uri: string
  write(name: string, text: string): string
} {
  const path = mkdtempSync(join(tmpdir(), 'zicha-lsp-'))
  afterAll(() => rmSync(path, {recursive: true, force: true}))
  return {
    path,
    uri: pathToFileURL(path).href,
    write(name, text) {
      writeFileSync(join(path, name), text)
      return pathToFileURL(join(path, name)).href
    },
  }
}

/** The place of words in a draft, in UTF-16 units. */
export function placeOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from)
  const position = (offset: number) => {
    const before = text.slice(0, offset).split(/\r\n|\n/)
    return {line: before.length - 1, character: (before.at(-1) as string).length}
  }
  return {start: position(start), end: position(start + words.length)}
}

/** A text after edits that a server gave, in UTF-16 units. */
export function applyEdits(
  text: string,
  edits: readonly {
    readonly range: {readonly start: Place; readonly end: Place}
    readonly newText: string
  }[],
): string {
  const lines = text.split('\n')
  const offset = ({line, character}: Place): number =>
    lines.slice(0, line).reduce((sum, words) => sum + words.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (left, {range, newText}) => left.slice(0, offset(range.start)) + newText + left.slice(offset(range.end)),
      text,
    )
}

interface Place {
  readonly line: number
  readonly character: number
}
