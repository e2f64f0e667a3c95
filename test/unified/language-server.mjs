import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {createUnifiedLanguageServer} from 'unified-language-server'
import remarkZicha from '../../src/unified/remark-zicha.ts'

createUnifiedLanguageServer({
  configurationSection: 'remark',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [remarkZicha],
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: unified().use(remarkParse).use(remarkStringify),
  rcName: '.remark',
})
