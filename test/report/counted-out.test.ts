import {describe, expect, it} from 'vitest'
import {measures, problems, reportOn, roles} from './understood.ts'

describe('faults that are counted out in one paragraph', () => {
  it.each([
    ['头一桩', '第二桩', '第三桩'],
    ['第一件', '第二件', '第三件'],
    ['第一条', '第二条', '第三条'],
    ['其一', '其二', '其三'],
  ])('by %s, each with its answer', (first, second, third) => {
    const report = reportOn(
      `食堂自查报告\n后勤组查了一季度的账，现报告如下。\n查下来有三件事做得不好。${first}，菜价三个月没有公示，已于5月6日挂出价目牌。${second}，留样只留了一半，今后由当班厨师逐样留足125克。${third}，剩饭没有称重，今后由帮厨每天过秤登记。\n后勤组`,
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'signature'])
    expect(problems(report)).toEqual([
      `${first}，菜价三个月没有公示`,
      `${second}，留样只留了一半`,
      `${third}，剩饭没有称重`,
    ])
    expect(measures(report)).toEqual([
      '已于5月6日挂出价目牌。',
      '今后由当班厨师逐样留足125克。',
      '今后由帮厨每天过秤登记。',
    ])
  })
  it('where the plan takes up the last of them only', () => {
    const report = reportOn(
      '图书馆自查报告\n我校作了自查，现报告如下。\n主要毛病有三条。第一条，42册新书没有登记，现由管理员逐册补录。第二条，期刊过期不撤，各阅览室须每学期末清一次。第三条，灯坏了6盏，报修单压了两个月。\n最后一条牵涉总务处，放到这里单独说。关于灯具，5月12日前由总务处全部换新。\n县实验小学\n2026年5月6日',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'plan', 'signature', 'date'])
    expect(problems(report)).toEqual([
      '第一条，42册新书没有登记',
      '第二条，期刊过期不撤',
      '第三条，灯坏了6盏，报修单压了两个月。',
    ])
    expect(measures(report)).toEqual([
      '现由管理员逐册补录。',
      '各阅览室须每学期末清一次。',
      '关于灯具，5月12日前由总务处全部换新。',
    ])
  })
  it('but 第二条， at the beginning of a paragraph is a clause that is quoted', () => {
    const report = reportOn('自查报告\n第二条，新书须登记。\n第五条，期刊须装订。')
    expect(report.series).toEqual([])
  })
})
