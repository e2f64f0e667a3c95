import type {Plugin} from 'rolldown'

/** Every other character as an escape: Node reads a file of one-byte characters ten times faster than one of Chinese. */
export const ascii = (): Plugin => ({
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
})

/** What a rule (规则) says about itself, which a run that only lints never reads. */
const DESCRIPTIONS = new Set(['what', 'why', 'how', 'bad', 'good', 'messages', 'docs'])

/** Makes the descriptions of rules getters: V8 compiles a function when it is called, so they cost nothing before. */
export const lazyDescriptions = (): Plugin => ({
  name: 'lazy-descriptions',
  transform: {
    filter: {id: /\/rules\/[\w-]+\/[\w-]+\.ts$/},
    handler(code) {
      const {body} = this.parse(code, {lang: 'ts'})
      const exported = body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration
      const rule = exported?.type === 'CallExpression' ? exported.arguments[0] : undefined
      if (rule?.type !== 'ObjectExpression') return undefined
      let lazy = code
      for (const property of rule.properties.toReversed()) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        if (!DESCRIPTIONS.has(property.key.name) || property.method || property.shorthand) continue
        const value = code.slice(property.value.start, property.value.end)
        lazy = `${lazy.slice(0, property.start)}get ${property.key.name}() { return ${value} }${lazy.slice(property.end)}`
      }
      return {code: lazy}
    },
  },
})

/** Commander loads `child_process` for commands that are programs of their own; ours are none. */
export const withoutChildProcess = (): Plugin => ({
  name: 'without-child-process',
  resolveId: {
    filter: {id: /^(?:node:)?child_process$/},
    handler: (_, importer) => (importer?.includes('/commander/') ? '\0no-child-process' : undefined),
  },
  load: {filter: {id: /^\0no-child-process$/}, handler: () => 'export {}'},
})
