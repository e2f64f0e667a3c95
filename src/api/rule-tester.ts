import {mistakeInRule} from '../config/plugins.ts'
import {checkRule, runExample} from '../lint/example.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized, Rule} from '../lint/rule.ts'

const NO_RULE: Localized = {zh: '不能当规则测试：{reason}', en: 'This can’t be tested as a rule: {reason}'}
const INCOMPLETE: Localized = {zh: '规则 {id} 没有 {key}。', en: 'The rule {id} has no `{key}`.'}

/** `it` or `test` of a test runner. */
export type TestFunction = (name: string, body: () => void) => unknown

/**
 * Runs the examples of a rule as its tests: each `bad` one must be reported exactly at its `⟦…⟧` and be clean after its
 * fix, each `good` one must stay silent. A test runner's global `it` is used where there is one.
 */
export class RuleTester {
  readonly #test: TestFunction

  constructor(test?: TestFunction) {
    this.#test = test ?? (globalThis as {it?: TestFunction}).it ?? ((_, body) => body())
  }

  /** @throws Failure for what is no rule; Error (within the tests) that says what was expected and what was found */
  run(rule: Rule): void {
    checkTested(rule)
    this.#test(`${rule.id} keeps the contract of a rule`, () => {
      same(`${rule.id} is not complete`, checkRule(rule), [])
    })
    for (const example of rule.bad)
      this.#test(`${rule.id} reports ${example.text}`, () => {
        const {expected, found, fixed, refound} = runExample(rule, example)
        same(`${rule.id} on “${example.text}”`, found, expected)
        same(`${rule.id} repairs “${example.text}”`, [fixed], [example.fixed])
        same(`${rule.id} on its own repair “${fixed}”`, refound, [])
      })
    for (const example of rule.good)
      this.#test(`${rule.id} is silent on ${example.text}`, () => {
        same(`${rule.id} on “${example.text}”`, runExample(rule, example).found, [])
      })
  }
}

/** @throws Failure for what can't be tested as a rule */
function checkTested(given: unknown): void {
  const mistake = mistakeInRule(given)
  if (mistake) throw new Failure(NO_RULE, {reason: mistake})
  const rule = given as Partial<Rule>
  const missing = (['what', 'why', 'how', 'bad', 'good'] as const).find((key) => typeof rule[key] !== 'object')
  if (missing) throw new Failure(INCOMPLETE, {id: String(rule.id), key: missing})
}

function same(what: string, found: readonly unknown[], expected: readonly unknown[]): void {
  const [seen, wanted] = [JSON.stringify(found), JSON.stringify(expected)]
  if (seen !== wanted) throw new Error(`${what}: found ${seen}, expected ${wanted}`)
}
