import {defineRule} from '../../src/lint/rule.ts'
import {renumbered} from '../../src/report/numbers.ts'

const KINDS: ReadonlySet<string> = new Set([
  'part',
  'chinese',
  'chinese-bracket',
  'arabic',
  'arabic-bracket',
  'decimal',
  'second-decimal',
  'circled',
  'label',
])

export default defineRule({
  id: 'number-gap',
  group: 'numbering',
  severity: 'error',
  fixes: 'unsafe',
  ground: '规定',
  what: {
    zh: '标题或条目的序号跳号、重号、倒号。',
    en: 'A number of a heading or item is skipped, repeated or out of order.',
  },
  why: {
    zh: '序号接不上，要么漏了一条，要么增删后没有重排，读的人会以为缺了内容。',
    en: 'Either an item is missing or the list was edited and not renumbered; the reader will miss something.',
  },
  how: {
    zh: '同一个标题下、同一种写法的序号逐个比较。换了上级标题可以从头编，也可以接着前面的号往下编。修复会把后面的序号依次重排，因为可能真的缺一条，所以要用 --unsafe-fixes 才执行。',
    en: 'Numbers of one form under one heading are compared one by one. Under the next heading they may begin again or count on. The fix renumbers what follows; an item may really be missing, so it is not a safe one.',
  },
  messages: {
    skipped: {
      zh: '序号不连续：前面一条是第{before}，这里应为第{expected}，却写成了第{found}。',
      en: 'Numbers are skipped: {before} comes before, {expected} is expected, {found} is written.',
    },
    first: {zh: '这组序号应从 1 开始，却从 {found} 开始。', en: 'The list begins with {found} instead of 1.'},
    repeated: {
      zh: '序号重复：第{found}已经用过，这里应为第{expected}。',
      en: 'The number {found} is used twice; {expected} is expected here.',
    },
    back: {
      zh: '序号倒退：这里应为第{expected}，却写成了第{found}。',
      en: 'Numbers run backwards: {expected} is expected, {found} is written.',
    },
  },
  bad: [
    {
      text: '一、基本情况\n设施完好。\n二、存在的问题\n登记不全。\n⟦四、⟧整改措施\n补登记。',
      fixed: '一、基本情况\n设施完好。\n二、存在的问题\n登记不全。\n三、整改措施\n补登记。',
    },
    {
      text: '（一）台账不全。\n（二）巡查不勤。\n⟦（二）⟧培训不够。\n（四）演练走过场。',
      fixed: '（一）台账不全。\n（二）巡查不勤。\n（三）培训不够。\n（四）演练走过场。',
    },
    {
      text: '（一）台账不全。\n⟦（三）⟧巡查不勤。\n（三）培训不够。\n（四）演练走过场。',
      fixed: '（一）台账不全。\n（二）巡查不勤。\n（三）培训不够。\n（四）演练走过场。',
    },
    {
      text: '1.发现的问题\n1.1台账不全。\n1.2巡查不勤。\n⟦1.4⟧培训不够。\n2.整改措施\n2.1补齐台账。',
      fixed: '1.发现的问题\n1.1台账不全。\n1.2巡查不勤。\n1.3培训不够。\n2.整改措施\n2.1补齐台账。',
    },
    {text: '⟦2.⟧台账不全。\n3.巡查不勤。', fixed: '1.台账不全。\n2.巡查不勤。'},
    {
      text: '## 1 站点概况\n\n共6间。\n\n## 2 现场情况\n\n### 2.1 库房\n\n账实相符。\n\n### 2.2 通风\n\n正常。\n\n## ⟦4⟧ 查出的毛病\n\n台账不全。',
      fixed:
        '## 1 站点概况\n\n共6间。\n\n## 2 现场情况\n\n### 2.1 库房\n\n账实相符。\n\n### 2.2 通风\n\n正常。\n\n## 3 查出的毛病\n\n台账不全。',
      file: 'md',
    },
    {
      text: '一号：西院\n门锁坏了。\n二号：东院\n灯不亮。\n⟦二号：⟧后院\n井盖缺失。',
      fixed: '一号：西院\n门锁坏了。\n二号：东院\n灯不亮。\n三号：后院\n井盖缺失。',
    },
    {
      text: '（1）台账不全。\n（2）巡查不勤。\n（3）演练少。\n（4）培训不够。\n⟦（3）⟧经费紧张。',
      fixed: '（1）台账不全。\n（2）巡查不勤。\n（3）演练少。\n（4）培训不够。\n（5）经费紧张。',
    },
  ],
  good: [
    {
      text: '## 1 站点概况\n\n共6间。\n\n## 2 现场情况\n\n### 2.1 库房\n\n账实相符。\n\n### 2.2 通风\n\n正常。\n\n## 3 查出的毛病\n\n台账不全。',
      file: 'md',
    },
    {
      text: '## 1 站点概况\n\n共6间。\n\n## 2 现场情况\n\n### 2.1 库房\n\n账实相符。\n\n### 2.2 通风\n\n正常。\n\n## 12 个站点的情况\n\n台账不全。',
      file: 'md',
    },
    {text: '1 站点概况\n共6间。\n2 现场情况\n2.1 库房\n账实相符。\n2.2 通风\n正常。\n4 间库房的钥匙没有登记'},
    {text: '一、基本情况\n（一）设施\n完好。\n（二）人员\n到位。\n二、存在的问题\n（一）登记不全。\n（二）巡查不勤。'},
    {text: '一、安全方面\n1.通道堵塞。\n2.线路老化。\n二、卫生方面\n3.消毒不勤。\n4.留样不足。'},
    {text: '1. 台账不全\n1. 培训不够\n1. 演练少', file: 'md'},
    {text: '1、台账不全。\n责任人：库管员\n2、2名工人没有证件。\n责任人：班长\n3、5盏灯不亮。'},
    {text: '1.发现的问题\n1.1台账不全。\n1.2巡查不勤。\n2.整改措施\n2.1补齐台账。\n2.2每周巡查。'},
    {
      text: '一号：西院\n门锁坏了。\n二号：东院\n一号楼门前灯不亮，二号锅炉停用，三号、四号车位画线不清。\n三号：后院\n井盖缺失。',
    },
    {text: '投诉办结率提高\n2.5个百分点，其他指标持平。'},
  ],
  *check(report) {
    for (const series of report.series) {
      if (!KINDS.has(series.kind)) continue
      const fix = renumbered(report.text, series)
      for (const [index, {member, expected, kind}] of series.misnumbered.entries()) {
        yield {
          at: {start: member.mark.start, end: member.mark.end},
          message: kind === 'skipped' && member === series.members[0] ? 'first' : kind,
          data: {before: expected - 1, expected, found: member.value},
          ...(index === 0 && fix ? {fix} : {}),
        }
      }
    }
  },
})
