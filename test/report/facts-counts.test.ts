import {describe, expect, it} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {findClaims} from '../../src/report/claims.ts'
import {findPieces} from '../../src/report/marks.ts'
import {buildOutline} from '../../src/report/outline.ts'
import {findQuantities} from '../../src/report/quantities.ts'
import {findRates} from '../../src/report/rates.ts'
import {findSeries} from '../../src/report/series.ts'
import {settle} from '../../src/report/settle.ts'
import {findSums} from '../../src/report/sums.ts'

function reportOn(text: string) {
  const draft = readText(text)
  const pieces = settle(text, findPieces(draft))
  const series = findSeries(draft, buildOutline(draft, pieces))
  const quantities = findQuantities(draft)
  return {
    quantities,
    series,
    claims: findClaims(draft, pieces, series),
    sums: findSums(draft, quantities),
    rates: findRates(draft, quantities),
  }
}

describe('quantities', () => {
  it('are numbers with their units, and say when they are not exact', () => {
    const found = reportOn('隐患38处，近1,200户，收入486.2万元，三个部室，培训60余人次，约占12%，租约24份。').quantities
    expect(found.map(({value, unit, approximate}) => `${value} ${unit}${approximate ? ' ~' : ''}`)).toEqual([
      '38 处',
      '1200 户 ~',
      '486.2 万元',
      '3 个',
      '60 人次 ~',
      '12 %',
      '24 份',
    ])
  })
  it('are no dates, numbers of items or parts of names', () => {
    expect(reportOn('2024年6月3日，第3次会议，〔2024〕12号，一是学习，A4纸').quantities).toEqual([])
  })
})

describe('sums', () => {
  const sumsOf = (text: string) =>
    reportOn(text).sums.map(
      ({total, parts, complete}) =>
        `${total.value}=${parts.map(({value}) => value).join('+')}${complete ? ' all' : ''}`,
    )
  it.each([
    ['隐患38处，其中东楼12处、西楼18处、食堂8处，当场整改20处。', ['38=12+18+8']],
    ['抽查企业25家（工业12家、商贸13家）。', ['25=12+13']],
    ['采购项目30个，总额4亿元。其中招标12个、询价18个。', ['30=12+18']],
    ['工业12家、商贸8家、物流5家，合计25家。', ['25=12+8+5 all']],
    ['查出问题20个，已整改15个，正在整改5个。', ['20=15+5 all']],
    ['7个问题中已整改4个、达到序时进度2个。', ['7=4+2 all']],
    ['走访约120户，其中东街80户、西街30户。', []],
    ['检查12次，发现问题30个，整改28个。', []],
  ])('of %s', (text, expected) => expect(sumsOf(text)).toEqual(expected))

  it('may overlap where a part is told by a trait', () => {
    expect(reportOn('党员30名，其中女党员18名、大专以上25名。').sums[0]?.overlapping).toBe(true)
    expect(reportOn('职工30名，其中男职工18名、女职工12名。').sums[0]?.overlapping).toBe(false)
  })
})

describe('rates', () => {
  const ratesOf = (text: string) =>
    reportOn(text).rates.map(({part, whole, expected}) => `${part.value}/${whole.value} ${expected.toFixed(1)}`)
  it('have both numbers before them', () => {
    expect(ratesOf('发现隐患40处，整改30处，整改率75%。')).toEqual(['30/40 75.0'])
    expect(ratesOf('共受理投诉48件，其中收费20件。办结46件，办结率95.8%。')).toEqual(['46/48 95.8'])
  })
  it('take the base that the writer took', () => {
    expect(ratesOf('预算4000万元，成交3800万元，节约200万元，节约率5%。')).toEqual(['200/4000 5.0'])
  })
})

describe('claims', () => {
  const claimsOf = (text: string) =>
    reportOn(text).claims.flatMap(({value, noun, list}) => (list ? [`${value} ${noun}: ${list.count}`] : []))
  it.each([
    ['存在三个方面的问题：一是台账不全；二是培训不够；三是演练少。', ['3 问题: 3']],
    ['主要有以下2点：\n1.台账不全。\n2.培训不够。\n3.演练少。', ['2 : 3']],
    ['存在问题2个，具体如下：\n（1）台账不全。\n（2）培训不够。', ['2 问题: 2']],
    ['二、整改措施（2条）\n1.补齐台账。\n2.开展培训。', ['2 : 2']],
    ['有三个方面原因：一是认识不足，二是人手不够，三是经费紧张。', ['3 原因: 3']],
    ['成立3个工作小组。\n（一）综合组。\n（二）检查组。', []],
    ['落实13项措施，成效明显。\n一是台账清楚。二是培训到位。', []],
    ['发现3个问题，现报告如下。\n一、基本情况\n设施完好。\n二、存在的问题\n台账不全。', []],
  ])('before a list: %s', (text, expected) => expect(claimsOf(text)).toEqual(expected))
})

describe('series', () => {
  const wrong = (text: string) =>
    reportOn(text).series.flatMap(({misnumbered}) =>
      misnumbered.map(({member, expected, kind}) => `${kind} ${member.value}≠${expected}`),
    )
  it.each([
    ['一、甲\n正文\n二、乙\n正文\n四、丙\n正文', ['skipped 4≠3']],
    ['（一）甲。\n（二）乙。\n（二）丙。\n（四）丁。', ['repeated 2≠3']],
    ['一是甲。二是乙。四是丙。五是丁。', ['skipped 4≠3']],
    ['1.甲。\n2.乙。\n3.丙。\n4.丁。\n3.戊。', ['back 3≠5']],
    ['一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯', []],
    ['一、甲\n1.子\n2.丑\n二、乙\n3.寅\n4.卯', []],
    ['一、甲\n1.子\n2.丑\n2.寅\n二、乙\n4.卯\n5.辰', ['repeated 2≠3']],
    ['一、甲\n1.子\n2.丑\n二、乙\n4.寅\n5.卯', ['skipped 4≠1']],
    ['（1）甲。\n（2）乙。\n3.丙。\n（4）丁。', []],
    ['（1）甲。\n（2）乙。\n3.丙。\n（5）丁。', ['skipped 5≠3']],
    ['一、甲\n1.子\n二、乙\n2.丑\n三、丙\n3.寅\n四、丁', []],
    ['究其根源，一是甲；二是乙，三是丙；四是丁。', []],
    ['第三、第五党支部换届。\n第一，甲。第二，乙。', []],
  ])('%s', (text, expected) => expect(wrong(text)).toEqual(expected))
})
