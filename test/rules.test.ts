import {basename} from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.ts'
import {ruleFiles} from '../scripts/rule-files.ts'
import {checkRule, runExample} from '../src/lint/example.ts'

const files = ruleFiles()

describe.each(rules.map((rule) => ({id: rule.id, rule})))('$id', ({rule}) => {
  it('keeps the contract of a rule', () => {
    expect(files.find(({id}) => id === rule.id)?.group).toBe(rule.group)
    expect(checkRule(rule)).toEqual([])
  })
  it.each(rule.bad.map((example) => ({text: example.text, example})))('reports $text', ({example}) => {
    const {expected, found, fixed, refound} = runExample(rule, example)
    expect(found).toEqual(expected)
    if (example.fixed !== undefined || fixed !== undefined) {
      expect(fixed).toBe(example.fixed)
      expect(refound, 'the fixed text is clean').toEqual([])
    }
  })
  it.each(rule.good.map((example) => ({text: example.text, example})))('is silent on $text', ({example}) => {
    expect(runExample(rule, example).found).toEqual([])
  })
})

it('has one rule a file and one file a rule', () => {
  expect(rules.map(({id}) => id).sort()).toEqual(files.map(({path}) => basename(path, '.ts')).sort())
})
