import {parseChinese} from './parse.ts'

/**
 * A plugin for unified that parses Chinese prose for retext's plugins, as retext-latin and retext-english do for theirs:
 * `unified().use(retextZh).use(retextRepeatedWords).use(retextStringify)`.
 */
export default function retextZh(this: {parser?: unknown}): undefined {
  // so typed, it fits the unified of whoever uses it
  this.parser = parseChinese
}

export {parseChinese}
