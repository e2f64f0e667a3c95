import {leaning} from '../../language/leaning.ts'
import type {RawItem, RawItems} from '../items.ts'

/** ，由…负责，6月底前完成。 with which a problem ends. */
const ASSIGNED =
  /[，；](?=(?:现|拟|均|分别|统一)?由[^，。；由]{2,24}(?:负责|牵头|会同|承办|督办|落实)[^。；]{0,30}[年月日度](?:[底末中]|[上中下]旬)?[之以]?[前内底][^。；，]{0,12}[。；]?$)/

/** …3袋。这些已于9月7日销毁; ，当天已更换: with which a problem ends that was settled when the report was written. */
const SETTLED =
  /[，。；](?=(?!其中|有|部分|个别|另)(?:[^，。；已“]{0,8})?(?:已于(?![去前]年)|已由|现已|均已|已全部|已当[场天日即]|已在(?:自查|检查)|当[天日场](?:已|即|就)))/
/** …，但2台至今未修 is the fault itself. */
const OPEN = /[未没仍尚余]|至今|一直/

/** A problem that ends with who settles it by when, or with how it was settled: cut there. */
export function splitAssigned(text: string, problem: RawItem): RawItems {
  const words = text.slice(problem.start, problem.end)
  const found = words.includes('由') ? words.search(ASSIGNED) : -1
  const at = found < 0 ? settledAt(words) : found
  // 由…负责，6月底前完成，至今未动 is the fault itself
  if (at < 4 || OPEN.test(words.slice(at))) return {problems: [problem], measures: []}
  const cut = problem.start + at + 1
  const before = {...problem, end: words.charAt(at) === '。' ? cut : cut - 1}
  return {problems: [before], measures: [{start: cut, end: problem.end, under: before}]}
}

/** One of these is in all that SETTLED finds. */
const SETTLED_WORDS = ['已于', '已由', '现已', '均已', '已全部', '已当', '已在', '当天', '当日', '当场']

function settledAt(words: string): number {
  if (!SETTLED_WORDS.some((word) => words.includes(word))) return -1
  const at = words.search(SETTLED)
  return at >= 0 && leaning(words.slice(at + 1)) > 0 ? at : -1
}
