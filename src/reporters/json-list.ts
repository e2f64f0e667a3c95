import type {FileResult} from './result.ts'

/** What stands around a list, and the blanks that its lines begin with there. */
interface Frame {
  readonly head: string
  readonly margin: string
  readonly foot: string
}

const ALONE: Frame = {head: '', margin: '', foot: '\n'}

/** A list in JSON, written file by file as `JSON.stringify` writes the whole of it with an indent of two. */
export async function* listOf(
  results: AsyncIterable<FileResult>,
  itemsOf: (result: FileResult) => readonly object[],
  {head, margin, foot}: Frame = ALONE,
): AsyncGenerator<string> {
  // whether a comma follows an item is known when the next one comes
  let last: string | undefined
  for await (const result of results) {
    let piece = ''
    for (const item of itemsOf(result)) {
      piece += last === undefined ? `${head}[\n` : `${last},\n`
      last = `${margin}  ${JSON.stringify(item, null, 2).replaceAll('\n', `\n${margin}  `)}`
    }
    yield piece
  }
  yield last === undefined ? `${head}[]${foot}` : `${last}\n${margin}]${foot}`
}
