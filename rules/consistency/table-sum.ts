import {defineRule} from '../../src/lint/rule.ts'
import {findStateCounts} from '../../src/report/sums/states.ts'

export default defineRule({
  id: 'table-sum',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {zh: '表格的合计、比率或行数算不对。', en: 'A total, a rate or the number of rows of a table is wrong.'},
  why: {
    zh: '台账和数据表附在报告后面，合计与各行对不上，整张表都让人不放心。',
    en: 'When the total of a ledger is wrong, nobody trusts the rest of it.',
  },
  how: {
    zh: '“合计”行与上面各行逐列相加比较，有文字的列不算，纯文本里用制表符隔开的表也算；“其中”行的比率用它与上一行的数相除；表下写“某项占总额的百分之几”的，用表中的数核对；表前写“共18项，如下表”的，与序号的个数比较；正文写“已完成6个，正在推进3个”的，与台账里逐行的状态比较。',
    en: 'The row 合计 is compared with the rows above, column by column; columns with words are left out; lines of plain text set apart by tabs are a table too. A rate in a row 其中 is the quotient of its number and the one above; a share that the paragraph below tells of a row (占总额的…) is computed too. A number of rows announced before the table is compared with its serial numbers; how many matters are told of each state (已完成6个，正在推进3个) with the states of the rows.',
  },
  messages: {
    total: {
      zh: '上面各行相加是{expected}，合计写的是{said}。',
      en: 'The rows above add up to {expected}; {said} is written.',
    },
    rate: {
      zh: '按这一行与上一行的数计算，应为{expected}%，写的是{said}%。',
      en: 'From this row and the one above it is {expected}%; {said}% is written.',
    },
    share: {
      zh: '按表中这一行与合计计算是{expected}%，这里写的是{said}%。',
      en: 'From its row and the total of the table it is {expected}%; {said}% is written.',
    },
    states: {
      zh: '台账逐行数是{counted}，与这里写的不一致，请核对。',
      en: 'By the rows of the ledger it is {counted}. Please check.',
    },
    rows: {zh: '这里说共{said}条，表中有{expected}条。', en: '{said} are announced; the table has {expected}.'},
  },
  bad: [
    {
      text: '四个问题中，⟦已完成3个，正在推进1个⟧。\n\n| 问题 | 措施 | 进展情况 |\n| --- | --- | --- |\n| 门锁坏 | 换锁 | 已完成 |\n| 灯不亮 | 换灯 | 已完成（5月） |\n| 台账不全 | 补齐 | 正在推进 |\n| 演练少 | 每季一次 | 整改中，由办公室负责 |',
      file: 'md',
    },
    {text: '序号\t科室\t隐患数\t状态\n1\t东楼\t12\t已改\n2\t西楼\t7\t在改\n合计\t\t⟦20⟧'},
    {
      text: '| 科室 | 隐患数 |\n| --- | --- |\n| 东楼 | 12 |\n| 西楼 | 7 |\n| 合计 | ⟦20⟧ |',
      file: 'md',
    },
    {
      text: '| 指标 | 人数 | 说明 |\n| --- | --- | --- |\n| 在管老人 | 400 | — |\n| 其中已体检 | 300 | ⟦体检率80%⟧ |',
      file: 'md',
    },
    {
      text: '| 类别 | 户数 | 金额 |\n| --- | --- | --- |\n| 重复发放 | 4 | 6 |\n| 超标准发放 | 9 | 14 |\n| 合计 | 13 | 20 |\n\n其中重复发放金额占总额的⟦45%⟧，超标准发放户数占69.2%。',
      file: 'md',
    },
    {
      text: '自查共梳理问题⟦3⟧项，详见下表。\n\n| 序号 | 问题 |\n| --- | --- |\n| 1 | 台账不全 |\n| 2 | 培训不够 |',
      file: 'md',
    },
  ],
  good: [
    {
      text: '四个问题中，已完成2个，正在推进2个。到期未销号1个，已提醒。\n\n| 问题 | 措施 | 进展情况 |\n| --- | --- | --- |\n| 门锁坏 | 换锁 | 已完成 |\n| 灯不亮 | 换灯 | 已完成（5月） |\n| 台账不全 | 补齐 | 正在推进 |\n| 演练少 | 每季一次 | 整改中，由办公室负责 |',
      file: 'md',
    },
    {
      text: '截至5月底，四个问题中，已完成1个，正在推进3个。\n\n| 问题 | 措施 | 进展情况 |\n| --- | --- | --- |\n| 门锁坏 | 换锁 | 已完成 |\n| 灯不亮 | 换灯 | 已完成 |\n| 台账不全 | 补齐 | 正在推进 |\n| 演练少 | 每季一次 | 正在推进 |',
      file: 'md',
    },
    {text: '序号\t科室\t隐患数\t状态\n1\t东楼\t12\t已改\n2\t西楼\t7\t在改\n合计\t\t19'},
    {text: '序号\t科室\t隐患数\t状态\n1\t东楼\t12\t已改\n2\t西楼\t7\t在改\n合计\t20'},
    {text: '科室\t隐患数\n东楼\t12\n西楼\t7\t待核\n合计\t20'},
    {text: '科室\t隐患数\n东楼\t12\n西楼\t约7\n合计\t20'},
    {text: '| 科室 | 隐患数 |\n| --- | --- |\n| 东楼 | 12 |\n| 西楼 | 7 |\n| 合计 | 19 |', file: 'md'},
    {
      text: '| 类别 | 户数 | 金额 |\n| --- | --- | --- |\n| 重复发放 | 4 | 6 |\n| 超标准发放 | 9 | 14 |\n| 合计 | 13 | 20 |\n\n其中重复发放占多数，超标准发放占45%，重复发放金额占总额的30%。',
      file: 'md',
    },
    {text: '| 科室 | 完成情况 |\n| --- | --- |\n| 东楼 | 12，其中3处待改 |\n| 西楼 | 7 |\n| 合计 | 20 |', file: 'md'},
    {
      text: '| 项目 | 较上年增减 |\n| --- | --- |\n| 接待 | -2.4 |\n| 用车 | 1.1 |\n| 合计 | -1.3 |',
      file: 'md',
    },
    {text: '| 科室 | 整改率 |\n| --- | --- |\n| 东楼 | 90% |\n| 西楼 | 100% |\n| 合计 | 95% |', file: 'md'},
  ],
  *check(report) {
    for (const {kind, at, said, expected} of report.tableSums) {
      // of the same kind as a list that is announced: count-mismatch
      if (kind === 'listed') continue
      const tolerance = kind === 'rate' || kind === 'share' ? 1 : kind === 'total' && !Number.isInteger(said) ? 0.01 : 0
      if (Math.abs(said - expected) <= tolerance) continue
      yield {
        at,
        message: kind,
        data: {said, expected: kind === 'rate' || kind === 'share' ? expected.toFixed(1) : expected},
        ...(kind === 'rows' ? {severity: 'warning' as const} : {}),
      }
    }
    for (const {start, end, counted} of findStateCounts(report.draft))
      if (counted) yield {at: {start, end}, message: 'states', severity: 'warning', data: {counted}}
  },
})
