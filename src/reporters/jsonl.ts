import {toJson} from './json.ts'
import type {FileByFile} from './reporter.ts'

/** The JSON of each file on a line of its own. */
export const jsonl: FileByFile = async function* (results) {
  for await (const result of results) yield `${JSON.stringify(toJson(result))}\n`
}
