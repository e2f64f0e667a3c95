/** Elements that people write into Markdown. `<XX>` or `<单位>` is no element but a blank or a word, and stays text. */
const ELEMENTS = new Set(
  (
    'a abbr address article aside b big blockquote body br caption center cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main ' +
    'mark meta nav ol p picture pre q rp rt ruby s samp section small source span strike strong style sub summary sup ' +
    'table tbody td tfoot th thead time title tr tt u ul var video wbr'
  ).split(' '),
)

/** Elements before and behind which a new paragraph begins; inside a line, `</td><td>` and `<br>`. */
const BREAKS = new Set(
  'br hr p div li td th tr h1 h2 h3 h4 h5 h6 center table ul ol section summary details blockquote'.split(' '),
)

const TAG_NAME = /^<\/?([a-z][a-z0-9]*)/i

/** What a piece of inline HTML means for the words around it; undefined where it is no HTML at all. */
export function readTag(html: string): 'break' | 'nothing' | undefined {
  const name = TAG_NAME.exec(html)?.[1]?.toLowerCase() ?? ''
  if (BREAKS.has(name)) return 'break'
  return ELEMENTS.has(name) ? 'nothing' : undefined
}
