import {toJson} from './json.ts'
import type {Reporter} from './reporter.ts'

/** The JSON of each file on a line of its own. */
export const jsonl: Reporter = (results) => results.map((result) => `${JSON.stringify(toJson(result))}\n`).join('')
