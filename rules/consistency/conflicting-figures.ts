import {defineRule} from '../../src/lint/rule.ts'
import {findConflicts} from '../../src/report/figures.ts'

export default defineRule({
  id: 'conflicting-figures',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {zh: '同一件事，前后写了两个数。', en: 'One thing is given two numbers.'},
  why: {
    zh: '前面写“廉政谈话32人次”，后面写“廉政谈话30人次”，读的人不知道哪个对。',
    en: 'First 32 talks, then 30: the reader cannot tell which is right.',
  },
  how: {
    zh: '数字前面的说法、单位完全相同，数值不同，又不在同一段，就提醒核对。带“其中、上半年、每月、同比、新增”等限定词的，以及“召开会议”“开展培训”这类可以有多次的，不比较。',
    en: 'The same words before the number, the same unit, another value, in another paragraph. Numbers with 其中, 上半年, 每月, 同比 and things that happen often, such as meetings and trainings, are not compared.',
  },
  messages: {
    conflict: {
      zh: '“{what}”这里是{second}{unit}，前面是{first}{unit}，请核对。',
      en: '{what}: {second} {unit} here, {first} before. Please check.',
    },
    first: {zh: '前面写的是{first}{unit}', en: '{first} {unit} is written here'},
  },
  bad: [
    {
      text: '（一）抓监督。开展廉政谈话32人次，通报典型案例4起。\n（二）抓教育。廉政知识测试60人，开展廉政谈话⟦30人次⟧。',
    },
    {text: '全县共查出燃气隐患48处。\n二、存在的问题\n自查累计查出燃气隐患⟦46处⟧，集中在老旧小区。'},
    {text: '全局共有党员87名，设党支部5个。\n全局共有党员⟦78名⟧，分布在各科室。'},
  ],
  good: [
    {text: '全局共有党员87名，在职党员60名。\n2024年底，全局共有党员78名。\n全局在职党员60名。'},
    {text: '上半年开展廉政谈话12人次。\n全年开展廉政谈话30人次。'},
    {text: '一、学习方面\n召开专题会议3次。\n二、作风方面\n召开专题会议2次。'},
    {text: '第一组检查库房，发现问题7项。\n第二组检查机房，发现问题5项。\n两个小组合计发现问题12项。'},
    {text: '共查出燃气隐患48处，其中东城燃气隐患20处。\n查出用电隐患36处。'},
  ],
  *check(report) {
    for (const {first, second} of findConflicts(report)) {
      const data = {what: second.what, unit: second.unit, first: first.value, second: second.value}
      yield {
        at: {start: second.start, end: second.end},
        message: 'conflict',
        data,
        related: [{at: {start: first.start, end: first.end}, message: 'first', data}],
      }
    }
  },
})
