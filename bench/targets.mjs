// What zicha has to reach: ratios in one run, and bounds.
import {MEGABYTE} from './measure.mjs'
import {NODE} from './programs.mjs'

/** @returns for each bound: its words, what was measured, and whether that is within it */
export function targetsOf({cold, many, large, keys}) {
  return [
    ...(cold ? coldTargets(cold) : []),
    ...(many ? manyTargets(many) : []),
    ...(large ? largeTargets(large) : []),
    ...(keys ? keysTargets(keys) : []),
  ]
}

/** A figure that must not exceed its bound; one that this system hasn't got (NaN) is left out. */
function atMost(what, value, bound, unit = '×') {
  return Number.isFinite(value) ? [{what, limit: `≤ ${bound} ${unit}`, value, unit, isMet: value <= bound}] : []
}

function coldTargets({txt, md}) {
  const ratio = (results) => results.zicha.wall / results[NODE.name].wall
  return [
    ...atMost('cold start on .txt, by that of `node -e 0`', ratio(txt), 1.35),
    ...atMost('cold start on .md, by that of `node -e 0`', ratio(md), 1.8),
  ]
}

function manyTargets(lots) {
  const [txt, md] = ['txt', 'md'].map((kind) => lots.find((lot) => lot.kind === kind))
  const more = lots.findLast(({kind}) => kind === 'txt')
  const number = ({count}) => count.toLocaleString('en')
  const against = (lot, peer) =>
    atMost(`${number(lot)} .${lot.kind}, time by that of ${peer}`, lot.results.zicha.wall / lot.results[peer].wall, 1)
  return [
    ...against(txt, 'autocorrect-node'),
    ...against(md, 'markdownlint-cli2'),
    ...against(md, 'remark-cli'),
    ...atMost(
      `${number(more)} .txt, peak memory by that of ${number(txt)}`,
      more.results.zicha.peak / txt.results.zicha.peak,
      1.3,
    ),
  ]
}

function largeTargets(figures) {
  return Object.entries(figures).flatMap(([kind, {zicha}]) => {
    const sizes = Object.keys(zicha).sort((a, b) => a - b)
    const [first, last] = [sizes[0], sizes.at(-1)]
    return [
      ...atMost(`.${kind} of ${last} MB, time by that of ${first} MB`, zicha[last].wall / zicha[first].wall, 11),
      ...atMost(`.${kind} of ${last} MB, peak memory`, zicha[last].peak / MEGABYTE, 400, 'MB'),
    ]
  })
}

function keysTargets(figures) {
  return Object.entries(figures).flatMap(([kind, sizes]) =>
    Object.entries(sizes).flatMap(([bytes, {zicha}]) =>
      atMost(`keystroke in .${kind} of ${bytes / 1000} KB, p95`, zicha.p95, bytes > 100_000 ? 50 : 5, 'ms'),
    ),
  )
}
