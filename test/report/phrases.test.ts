import {describe, expect, it} from 'vitest'
import {ANNOUNCING} from '../../src/report/phrases/announcing.ts'
import {CAUSES_BEGIN} from '../../src/report/phrases/causes-begin.ts'
import {CLOSING} from '../../src/report/phrases/closing.ts'
import {PLAN_HEADINGS, PROBLEM_HEADINGS} from '../../src/report/phrases/headings.ts'
import {PLAN_BEGINS} from '../../src/report/phrases/plan-begins.ts'
import {PROBLEMS_BEGIN} from '../../src/report/phrases/problems-begin.ts'

const KINDS = {ANNOUNCING, CLOSING, PROBLEMS_BEGIN, CAUSES_BEGIN, PLAN_BEGINS, PROBLEM_HEADINGS, PLAN_HEADINGS}

describe.each(Object.entries(KINDS))('%s', (_, kinds) => {
  it.each(Object.entries(kinds))('%s is of one kind alone', (sentence, kind) => {
    expect(Object.values(kinds).filter((other) => other.test(sentence))).toEqual([kind])
  })
})
