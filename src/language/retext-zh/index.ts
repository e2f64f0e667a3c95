import type {Root} from 'nlcst'
import type {Plugin} from 'unified'
import {parseChinese} from './parse.ts'

/**
 * A plugin for unified that parses Chinese prose for retext's plugins, as retext-latin and retext-english do for theirs:
 * `unified().use(retextZh).use(retextRepeatedWords).use(retextStringify)`.
 */
const retextZh: Plugin<[], string, Root> = function () {
  this.parser = parseChinese
}

export default retextZh
export {parseChinese}
