import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'
import {findDates, isImpossible, isReversed} from '../../src/report/dates.ts'
import {findFrame} from '../../src/report/frame.ts'
import {findPeriod} from '../../src/report/period.ts'
import {NO_USER_DATA} from '../../src/report/user-data.ts'

const datesOf = (text: string) =>
  findDates(readText(text)).map((date) => {
    const parts = [date.year, date.half && `H${date.half}`, date.quarter && `Q${date.quarter}`, date.month, date.day]
    return `${text.slice(date.start, date.end)} ${parts.map((part) => part ?? '').join('/')}`
  })

const periodOf = (text: string, period?: string) => {
  const draft = readText(text)
  const found = findPeriod(draft, findFrame(draft), findDates(draft), {...NO_USER_DATA, period})
  return (
    found &&
    `${found.year}${found.half ? `H${found.half}` : ''}${found.quarter ? `Q${found.quarter}` : ''}${found.intoNextYear ? ' into' : ''}`
  )
}

describe('dates', () => {
  it.each([
    ['2025年6月3日', ['2025年6月3日 2025///6/3']],
    ['2025年上半年和第三季度', ['2025年上半年 2025/H1///']],
    ['2024年第三季度', ['2024年第三季度 2024//Q3//']],
    ['2025.6.3', ['2025.6.3 2025///6/3']],
    ['二〇二五年六月三日', ['二〇二五年六月三日 2025///6/3']],
    ['3月1日至5日', ['3月1日 ///3/1', '5日 ///3/5']],
    ['2024年1—6月', ['2024年1 2024///1/', '6月 ///6/']],
    ['2024—2025学年', ['2024—2025学年 2024////']],
    ['2025—2026年供热季', ['2025—2026年 2026////']],
    ['历时3个月，编号20250603，12.5月', []],
  ])('reads %s', (text, expected) => expect(datesOf(text)).toEqual(expected))

  it('links the two ends of a range', () => {
    const [first, second] = findDates(readText('2024年10月至次年3月'))
    expect(second?.from).toBe(first)
    expect(second?.nextYear).toBe(true)
    expect(second && isReversed(second)).toBe(false)
  })

  it('knows dates within the names of documents', () => {
    expect(findDates(readText('《2024年工作要点》和2025年')).map(({inName}) => inName)).toEqual([true, false])
  })

  it.each([
    ['2月30日', true],
    ['2025年2月29日', true],
    ['2024年2月29日', false],
    ['2月29日', false],
    ['4月31日', true],
    ['2025年13月', true],
    ['36月', false],
    ['12月31日', false],
  ])('%s stands in no calendar: %s', (text, expected) => {
    expect(findDates(readText(text)).some(isImpossible)).toBe(expected)
  })

  it.each([
    ['3月15日至10日', true],
    ['2025年6月至3月', true],
    ['2025年10月至2025年3月', true],
    ['2024年10月至2025年3月', false],
    ['3月10日至3月15日', false],
  ])('%s runs backwards: %s', (text, expected) => {
    expect(findDates(readText(text)).some(isReversed)).toBe(expected)
  })
})

describe('period', () => {
  const body = '\n一、工作情况\n检查水厂6座。\n二、存在的问题\n台账不全。'
  it.each([
    ['县水务局2025年上半年安全自查报告', '2025H1'],
    ['县水务局2024年度安全自查报告', '2024'],
    ['县水务局2024年第三季度安全自查报告', '2024Q3'],
    ['县一中2024—2025学年安全自查报告', '2024 into'],
    ['县供热公司2025—2026年度采暖期安全自查报告', '2025 into'],
    ['县供热公司2025年至2026年供热季安全自查报告', '2025 into'],
    ['县水务局2023—2025年专项行动自查报告', undefined],
    ['县水务局2023年以来安全自查报告', undefined],
    ['县水务局安全自查报告', undefined],
  ])('of “%s” is %s', (title, expected) => expect(periodOf(title + body)).toBe(expected))

  it('is what the introduction announces where the title is silent', () => {
    expect(periodOf(`县水务局安全自查报告\n现将我局2024年上半年工作情况报告如下。${body}`)).toBe('2024H1')
  })

  it('is the year of the date line from April on, unknown before', () => {
    expect(periodOf(`县水务局安全自查报告${body}\n县水务局\n2025年9月1日`)).toBe('2025')
    expect(periodOf(`县水务局安全自查报告${body}\n县水务局\n2025年1月8日`)).toBe(undefined)
  })

  it('is no year from the plan, and none that is still to come', () => {
    const draft = '县水务局安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n2026年一季度补齐台账。'
    const period = (text: string) => createReport(readText(text)).period?.year
    expect(period(draft)).toBe(undefined)
    expect(period(`${draft}\n县水务局\n2025年12月1日`)).toBe(2025)
    expect(periodOf('县水务局安全自查报告\n2026年一季度将换发证件。\n县水务局\n2025年12月1日')).toBe('2025')
  })

  it('is what the user says before all', () => {
    expect(periodOf(`县水务局2024年度安全自查报告${body}`, '2025Q2')).toBe('2025Q2')
  })
})

describe('a date line in Chinese numerals', () => {
  const severityOf = (signature: string): string | undefined => {
    const text = `安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n补齐台账。\n${signature}\n二〇二五年六月三日`
    return lintReport(createReport(readText(text)), DEFAULT_CONFIGURATION, rules).find(
      ({ruleId}) => ruleId === 'date-form',
    )?.severity
  }
  it('is a warning under a town, and no more than a hint under a firm', () => {
    expect(severityOf('青禾镇人民政府')).toBe('warning')
    expect(severityOf('青禾化工有限公司安全部')).toBe('info')
    expect(severityOf('长风集团有限公司')).toBe('info')
  })
})
