import type {Code, Construct, Event, Extension, Resolver, State, Token, Tokenizer} from 'micromark-util-types'
import type {StarPairs} from './stars.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    starRun: 'starRun'
  }
}

/**
 * A micromark extension that takes the place of emphasis: a run of `*` or `_` is bold (a single one: emphasis) where `pairs` says so,
 * and text everywhere else. Made for one parse, as the pairs are offsets of one source; see `settleStars`.
 */
export function blankStars(pairs: StarPairs): Extension {
  const construct: Construct = {name: 'blankStars', tokenize: tokenizeRun(pairs), resolveAll: resolveRuns(pairs)}
  return {
    text: {42: construct, 95: construct},
    insideSpan: {null: [construct]},
    disable: {null: ['attention']},
  }
}

/** A run ends at the latest where the next one opens: two phrases in bold may touch. */
const tokenizeRun = (pairs: StarPairs): Tokenizer =>
  function (effects, ok) {
    let marker: Code
    const inside: State = (code) => {
      if (code === marker && !pairs.has(this.now().offset)) return consume(code)
      effects.exit('starRun')
      return ok(code)
    }
    const consume: State = (code) => {
      effects.consume(code)
      return inside
    }
    return (code) => {
      marker = code
      effects.enter('starRun')
      return consume(code)
    }
  }

/**
 * Micromark calls a resolver for a paragraph and for the inside of each link label: a pair of which only one half is
 * at hand, because a link or code begins between them, stays text.
 */
function resolveRuns(pairs: StarPairs): Resolver {
  return (events, context) => {
    const matched = matchRuns(events, pairs)
    const groups: Token[] = []
    const resolved = events.flatMap((event): Event[] => {
      const [phase, token] = event
      if (token.type !== 'starRun') return [event]
      const partner = matched.get(token)
      if (!partner) return [event]
      const opens = partner.start.offset > token.start.offset
      if (opens && phase === 'enter') groups.push(...groupOf(token, partner))
      const text = groups.at(-1) as Token
      const group = groups.at(-2) as Token
      if (opens) return phase === 'enter' ? [['enter', group, context], event] : [event, ['enter', text, context]]
      if (phase === 'enter') return [['exit', text, context], event]
      groups.length -= 2
      return [event, ['exit', group, context]]
    })
    for (const [, token] of events) if (token.type === 'starRun') token.type = typeOf(token, matched)
    // micromark holds on to this very array
    events.length = 0
    for (const event of resolved) events.push(event)
    return events
  }
}

const lengthOf = ({start, end}: Token): number => end.offset - start.offset

function typeOf(run: Token, matched: ReadonlyMap<Token, Token>): 'data' | 'strongSequence' | 'emphasisSequence' {
  if (!matched.has(run)) return 'data'
  return lengthOf(run) > 1 ? 'strongSequence' : 'emphasisSequence'
}

/** The tokens that bold or emphasis consists of: the whole, and the words between the runs. */
function groupOf(open: Token, close: Token): [group: Token, text: Token] {
  const isStrong = lengthOf(open) > 1
  return [
    {type: isStrong ? 'strong' : 'emphasis', start: {...open.start}, end: {...close.end}},
    {type: isStrong ? 'strongText' : 'emphasisText', start: {...open.end}, end: {...close.start}},
  ]
}

/** Both runs of each pair that is at hand among `events` at one level, each with the other. */
function matchRuns(events: readonly Event[], pairs: StarPairs): Map<Token, Token> {
  const matched = new Map<Token, Token>()
  const waiting = new Map<number, {readonly open: Token; readonly parent: Token | undefined}>()
  const parents: Token[] = []
  for (const [phase, token] of events) {
    if (token.type !== 'starRun') {
      if (phase === 'enter') parents.push(token)
      else parents.pop()
    } else if (phase === 'enter') {
      const start = token.start.offset
      const waits = waiting.get(start)
      const close = pairs.get(start)
      if (close !== undefined) waiting.set(close, {open: token, parent: parents.at(-1)})
      else if (waits && waits.parent === parents.at(-1)) matched.set(token, waits.open).set(waits.open, token)
    }
  }
  return matched
}
