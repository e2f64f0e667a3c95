import type {PluggableList, Preset} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Draft} from '../draft/draft.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Lines} from '../lint/lines.ts'

/** A plugin or preset of remark or retext, with its options, under the name that the user gave it. */
export interface UserPlugin {
  readonly name: string
  /** `remark` sees the syntax tree of Markdown drafts, `retext` the prose of any draft. */
  readonly kind: 'remark' | 'retext'
  /** Whatever options and tree it takes is between the user and the plugin. */
  readonly plugin: ((...options: never[]) => unknown) | Preset
  readonly options?: unknown
}

/**
 * Runs a user's plugins of remark-lint and retext over a draft. Their messages become findings like ours, in the order of
 * the source; `remark-lint:no-duplicate-headings` becomes the rule `remark-lint/no-duplicate-headings`.
 * @throws what a plugin throws
 */
export async function runPlugins(
  draft: Draft,
  path: string,
  plugins: readonly UserPlugin[],
): Promise<readonly Diagnostic[]> {
  const remark = draft.format === 'markdown' ? plugins.filter(({kind}) => kind === 'remark') : []
  const retext = plugins.filter(({kind}) => kind === 'retext')
  const lines = new Lines(draft.source)
  const found: Diagnostic[] = []
  if (remark.length) {
    const file = new VFile({path, value: draft.source})
    await runRemark(file, remark)
    found.push(...file.messages.map((message) => toDiagnostic(message, placeIn(message, lines), draft, lines)))
  }
  if (retext.length) {
    const file = new VFile({path, value: draft.text})
    await runRetext(file, retext)
    const textLines = new Lines(draft.text)
    for (const message of file.messages) {
      const span = draft.map.toSource(placeIn(message, textLines))
      found.push(toDiagnostic(message, span, draft, lines))
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

async function runRemark(file: VFile, plugins: readonly UserPlugin[]): Promise<void> {
  const [{unified}, {default: remarkParse}, {default: remarkGfm}, {default: remarkFrontmatter}] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-frontmatter'),
  ])
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
  for (const given of plugins) processor.use(pluggable(given))
  await processor.run(processor.parse(file), file)
}

async function runRetext(file: VFile, plugins: readonly UserPlugin[]): Promise<void> {
  const [{unified}, {default: retextZh}] = await Promise.all([
    import('unified'),
    import('../language/retext-zh/index.ts'),
  ])
  const processor = unified().use(retextZh)
  for (const given of plugins) processor.use(pluggable(given))
  await processor.run(processor.parse(file), file)
}

/** A list with one plugin, which is what `use` takes for all of: a plugin, one with options, a preset. */
const pluggable = ({plugin, options}: UserPlugin): PluggableList =>
  (typeof plugin === 'function' && options !== undefined ? [[plugin, options]] : [plugin]) as PluggableList

/** A message tells a point, a range, or nothing. */
function placeIn({place}: VFileMessage, lines: Lines): {start: number; end: number} {
  if (!place) return {start: 0, end: 0}
  const offsetOf = ({line, column, offset}: {line: number; column: number; offset?: number | undefined}): number =>
    offset ?? lines.startOf(Math.min(line, lines.count)) + column - 1
  return 'start' in place
    ? {start: offsetOf(place.start), end: offsetOf(place.end)}
    : {start: offsetOf(place), end: offsetOf(place)}
}

function toDiagnostic(
  message: VFileMessage,
  {start, end}: {start: number; end: number},
  draft: Draft,
  lines: Lines,
): Diagnostic {
  const {ruleId, source, reason, fatal, url, expected = [], actual} = message
  // a replacement is offered only for the very words that the message is about
  const isWhole = draft.source.slice(start, end) === actual
  return {
    ruleId: [source, ruleId].filter(Boolean).join('/') || 'plugin',
    severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
    message: reason.replace(/\s+/g, ' '),
    url: url ?? '',
    ...lines.place(start, end),
    reading: {start: draft.map.fromSource(start), end: draft.map.fromSource(end)},
    related: [],
    suggestions: isWhole ? expected.map((text) => ({message: `→ ${text}`, edits: [{start, end, text}]})) : [],
  }
}
