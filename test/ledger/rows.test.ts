import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {type LedgerRow, ledgerRows, unitOf} from '../../src/ledger/rows.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {createReport} from '../../src/report/create.ts'

const reportOf = (text: string, format: 'txt' | 'md' = 'txt') =>
  createReport(format === 'md' ? readMarkdown(text) : readText(text), DEFAULT_CONFIGURATION)

const DRAFT = `青禾镇人民政府关于消防安全的自查报告
一、存在的问题
一是仓库灭火器有6具过期。
二是值班记录漏签3天。
二、原因分析
一是值班记录没有人核对，漏签无人提醒。
三、整改措施
一是由后勤科7月15日前更换过期灭火器6具。
二是进一步提高思想认识。
青禾镇人民政府
2026年6月30日
`

describe('ledgerRows', () => {
  it('pairs problems with measures, and shows what is missing and what answers nothing', () => {
    expect(ledgerRows(reportOf(DRAFT))).toEqual<LedgerRow[]>([
      {
        number: 1,
        continues: false,
        problem: '仓库灭火器有6具过期。',
        cause: '',
        match: 'answered',
        measure: '由后勤科7月15日前更换过期灭火器6具。',
        owner: '后勤科',
        deadline: '7月15日前',
        target: '更换过期灭火器6具',
        status: '',
      },
      {
        number: 2,
        continues: false,
        problem: '值班记录漏签3天。',
        cause: '一是值班记录没有人核对，漏签无人提醒。',
        match: 'none',
        measure: '',
        owner: '',
        deadline: '',
        target: '',
        status: '',
      },
      {
        number: undefined,
        continues: false,
        problem: '',
        cause: '',
        match: 'free',
        measure: '进一步提高思想认识。',
        owner: '',
        deadline: '',
        target: '',
        status: '',
      },
    ])
  })

  it('takes what labels and tables say', () => {
    const labelled = `关于档案工作的自查报告
一、问题及整改措施
1.卷宗缺页。
原因分析：移交时没有清点。
整改措施：已补齐12页，整改已完成。
责任人：档案科科长
整改时限：5月10日前
`
    const [row] = ledgerRows(reportOf(labelled))
    expect(row).toMatchObject({
      cause: '移交时没有清点。',
      owner: '档案科科长',
      deadline: '5月10日前',
      status: '已完成',
    })
    const table = `# 关于档案工作的自查报告

## 整改台账

| 序号 | 问题 | 原因 | 整改措施 | 责任科室 | 完成时限 |
| --- | --- | --- | --- | --- | --- |
| 1 | 卷宗缺页12页 | 移交没有清点 | 逐卷核对补齐卷宗缺页12页 | 档案科 | 5月10日 |
| 2 | 库房湿度超标 | | 购置除湿机2台，降低库房湿度 | | 长期坚持 |
`
    const rows = ledgerRows(reportOf(table, 'md'))
    expect(rows.map(({cause, owner, deadline}) => [cause, owner, deadline])).toEqual([
      ['移交没有清点', '档案科', '5月10日'],
      ['', '', '长期坚持'],
    ])
  })

  it('takes the status from its own label or column', () => {
    const labelled = `关于档案工作的自查报告
一、问题及整改措施
1.卷宗缺页。
整改措施：逐卷核对，补齐12页。
整改状态：正在推进，由档案科核对。
`
    const table = `# 关于档案工作的自查报告

## 整改台账

| 问题 | 整改措施 | 整改时限 | 完成情况 |
| --- | --- | --- | --- |
| 卷宗缺页12页 | 逐卷核对补齐卷宗缺页12页 | 5月10日 | 已完成，5月8日复查合格 |
| 库房湿度超标 | 购置除湿机2台，降低库房湿度 | 5月20日 | 整改中 |
`
    const [row] = ledgerRows(reportOf(labelled))
    expect(row).toMatchObject({measure: '逐卷核对，补齐12页。', status: '整改中'})
    const rows = ledgerRows(reportOf(table, 'md'))
    expect(rows.map(({problem, status}) => [problem, status])).toEqual([
      ['卷宗缺页12页', '已完成'],
      ['库房湿度超标', '整改中'],
    ])
  })

  it('gives each measure of a problem a row of its own', () => {
    const draft = `关于食堂管理的自查报告
一、问题及整改措施
1.食堂留样登记不全。
整改措施：
（1）由食堂管理员当日补齐留样登记；
（2）由总务处每周五抽查留样登记。
`
    const rows = ledgerRows(reportOf(draft))
    expect(rows.map(({number, continues, owner}) => [number, continues, owner])).toEqual([
      [1, false, '食堂管理员'],
      [1, true, '总务处'],
    ])
  })
})

describe('the owner of a measure', () => {
  const ownerIn = (measure: string): string | undefined =>
    ledgerRows(reportOf(`关于安全工作的自查报告\n一、存在的问题\n一是有隐患。\n二、整改措施\n一是${measure}`)).find(
      (row) => row.measure,
    )?.owner
  it.each([
    ['由镇应急办牵头，组织培训一次。', '镇应急办'],
    ['由施工单位于9月10日前更换接口6处。', '施工单位'],
    ['由登记科在3月25日前编印清单。', '登记科'],
    ['由综合科与维保公司重新签订协议。', '综合科'],
    ['验收由资产管理员会同使用科室签字。', '资产管理员'],
    ['更换灯具12盏。', ''],
    ['建立台账。责任人：办公室主任。完成时限：2025年12月底前。', '办公室主任'],
    ['建立台账，牵头领导：分管副局长；责任单位：应急办。', '分管副局长'],
    ['责任股室：人事股、办公室　完成时限：10月底，补齐台账。', '人事股、办公室'],
    ['建立台账（责任人：办公室主任；完成时限：12月底前）。', '办公室主任'],
    ['建立台账，责任人为财务股长。', '财务股长'],
    ['建立台账。责任人：。', ''],
    ['落实责任单位主体责任，建立台账。', ''],
  ])('%s', (measure, owner) => {
    expect(ownerIn(measure)).toBe(owner)
  })
})

describe('who is to do it, by when', () => {
  const fieldsIn = (measure: string) => {
    const report = reportOf(`关于安全工作的自查报告\n一、存在的问题\n一是有隐患。\n二、整改措施\n一是${measure}`)
    const row = ledgerRows(report).find((row) => row.measure)
    return [row?.owner, row?.deadline]
  }
  it.each([
    ['由财务科出具清单，国庆节前完成。', ['财务科', '国庆节前']],
    ['由综合科安排专人看守，每周五清点。', ['综合科', '每周五']],
    ['由护士长提交核对表，每月20日汇总。', ['护士长', '每月20日']],
  ])('%s', (measure, fields) => {
    expect(fieldsIn(measure)).toEqual(fields)
  })
})

describe('what a measure aims at', () => {
  const targetIn = (measure: string): string | undefined =>
    ledgerRows(reportOf(`关于安全工作的自查报告\n一、存在的问题\n一是有隐患。\n二、整改措施\n一是${measure}`)).find(
      (row) => row.measure,
    )?.target
  it.each([
    ['建立台账（责任人：办公室主任；完成时限：12月底前）。', '建立台账'],
    ['由办公室负责建立台账。', '建立台账'],
    ['综合科每季度更新台账。', '更新台账'],
  ])('%s', (measure, target) => {
    expect(targetIn(measure)).toBe(target)
  })
})

describe('unitOf', () => {
  it('takes the configured unit, the signature, the title', () => {
    expect(unitOf(reportOf(DRAFT))).toBe('青禾镇人民政府')
    expect(unitOf(reportOf('石桥县统计局关于档案管理的自查报告\n一、存在的问题\n一是缺页。'))).toBe('石桥县统计局')
    expect(unitOf(reportOf('自查报告\n一、存在的问题\n一是缺页。'))).toBe('')
    const user = {...DEFAULT_CONFIGURATION.user, unit: '青禾镇'}
    expect(unitOf(createReport(readText(DRAFT), {...DEFAULT_CONFIGURATION, user}))).toBe('青禾镇')
  })
})
