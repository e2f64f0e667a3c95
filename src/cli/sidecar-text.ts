import type {YAMLSeq} from 'yaml'

type Yaml = typeof import('yaml')

/**
 * The text of a list with entries added at its end; all else stays as it is written.
 * @param head of a list that has no comment of its own
 */
export async function withEntries(text: string, entries: readonly object[], head: string): Promise<string> {
  const yaml = await import('yaml')
  const document = yaml.parseDocument(text)
  const {contents} = document
  const list: YAMLSeq | undefined = yaml.isSeq(contents) && contents.items.length ? contents : undefined
  const before = list ? text : commentsOf(text) || head
  const parted = before && !before.endsWith('\n') ? `${before}\n` : before
  const whole = `${parted}${yaml.stringify(entries, {lineWidth: 0})}`
  if (!list || holds(yaml, whole, list.items.length + entries.length)) return whole
  // it is written in one line, or indented
  for (const entry of entries) list.add(document.createNode(entry))
  return document.toString({lineWidth: 0})
}

/**
 * The text of a list without some of its entries. What stands above the first of them is about the whole list, and stays;
 * what stands above another one goes with it.
 */
export async function withoutEntries(text: string, isWanted: (index: number) => boolean): Promise<string> {
  const yaml = await import('yaml')
  const document = yaml.parseDocument(text)
  const {contents: list} = document
  if (!yaml.isSeq(list)) return text
  const wanted = list.items.map((_, index) => isWanted(index))
  const count = wanted.filter(Boolean).length
  const left = cut(text, list, wanted)
  if (left !== undefined && holds(yaml, left, count)) return left
  list.items = list.items.filter((_, index) => wanted[index])
  return count ? document.toString({lineWidth: 0}) : commentsOf(text)
}

/** The lines of the entries that are wanted, and all lines that are none of an entry; undefined where they share lines. */
function cut(text: string, list: YAMLSeq, wanted: readonly boolean[]): string | undefined {
  if (list.flow || !list.range) return undefined
  let from = text.lastIndexOf('\n', list.range[0] - 1) + 1
  let left = text.slice(0, from)
  for (const [index, item] of list.items.entries()) {
    const end = (item as {range?: readonly [number, number, number] | null}).range?.[2]
    if (end === undefined) return undefined
    const lineEnd = end > 0 && text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
    const to = lineEnd < 0 ? text.length : lineEnd + 1
    if (wanted[index]) left += text.slice(from, to)
    from = to
  }
  return left + text.slice(from)
}

/** Whether text is a list of so many entries. */
function holds(yaml: Yaml, text: string, count: number): boolean {
  const {contents, errors} = yaml.parseDocument(text)
  return !errors.length && (yaml.isSeq(contents) ? contents.items.length : 0) === count
}

const commentsOf = (text: string): string =>
  text.includes('#')
    ? text
        .split(/(?<=\n)/)
        .filter((line) => /^\ufeff?\s*(?:#|$)/.test(line))
        .join('')
    : ''
