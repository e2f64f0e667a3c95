import {REPEALED_LAWS} from '../../src/language/repealed-laws.ts'
import {defineRule} from '../../src/lint/rule.ts'

const TITLE = /《([^《》\n]{4,60})》/g
const BUREAU = /(省|市|县|区)([一-鿿]{2,8}?)局(?![长面限部势])/g

/** Whether two names differ by one or two characters only: one has them, or they are exchanged. */
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 2 || a.length < 8) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const middles = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  // another year, edition or number is another document
  return middles.every((words) => words.length <= 2 && !/[\d一二三四五六七八九十年上下]/.test(words))
}

export default defineRule({
  id: 'inconsistent-name',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '同一文件、同一单位前后名称不一，或引用了已废止的法律。',
    en: 'One document or body under two names, or a law that is no longer in force.',
  },
  why: {
    zh: '《党政机关公文处理工作条例》第十九条要求引用准确；名称不一，读者会以为是两件事。',
    en: 'Official documents must quote exactly; with two names the reader sees two things.',
  },
  how: {
    zh: '查原文，统一名称；第一次出现用全称并注明简称。',
    en: 'Look up the right name and use it everywhere; give the full name first.',
  },
  messages: {
    title: {
      zh: '“《{name}》”与前文“《{other}》”只差一两个字，请核对哪个对。',
      en: '“《{name}》” differs by a character or two from “《{other}》” above; which is right?',
    },
    repealed: {
      zh: '《{name}》已废止，现行的是《{instead}》。',
      en: '《{name}》 is no longer in force; 《{instead}》 is.',
    },
    body: {
      zh: '“{name}”与前文“{other}”像是同一单位，请统一名称。',
      en: '“{name}” and “{other}” above look like one body; use one name.',
    },
    first: {zh: '前文的写法', en: 'the name used above'},
  },
  bad: [
    {text: '学习《党政领导干部选拔任用工作条例》。\n严格执行⟦《党政领导干部选拔任用条例》⟧。'},
    {text: '依据⟦《中华人民共和国合同法》⟧签订协议。'},
    {text: '县自然资源局牵头，报⟦县资源局⟧审核。'},
  ],
  good: [
    {text: '学习《工作条例》《工作规则》。'},
    {text: '县市场监督管理局牵头，报县市场监管局审核。'},
    {text: '印发《2024年度工作要点实施方案》《2025年度工作要点实施方案》。'},
    {text: '依据《中华人民共和国民法典》签订协议。'},
    {text: '学习《中国共产党纪律处分条例》和《中国共产党巡视工作条例》。'},
  ],
  *check(report) {
    const titles = new Map<string, {start: number; end: number}>()
    for (const match of report.find(TITLE)) {
      const name = match[1] as string
      const {start, end} = match
      const law = REPEALED_LAWS[name.replace(/^中华人民共和国/, '')]
      if (law) yield {at: {start, end}, message: 'repealed', data: {name, instead: law}}
      const other = [...titles.keys()].find((known) => isSlip(known, name))
      const first = other && titles.get(other)
      if (other && first && !titles.has(name))
        yield {at: {start, end}, message: 'title', data: {name, other}, related: [{at: first, message: 'first'}]}
      if (!titles.has(name)) titles.set(name, {start, end})
    }
    const bodies = new Map<string, {start: number; end: number}>()
    for (const match of report.find(BUREAU)) {
      const name = match[0]
      const [, level = '', kind = ''] = match
      const {start, end} = match
      // 县资源局 beside 县自然资源局: the name lost its beginning; short forms keep it (市场监管局)
      const other = [...bodies.keys()].find(
        (known) =>
          known !== name &&
          known.startsWith(level) &&
          known.endsWith(`${kind}局`) &&
          known.length - name.length <= 3 &&
          known.length > name.length,
      )
      const first = other && bodies.get(other)
      if (other && first && !bodies.has(name))
        yield {at: {start, end}, message: 'body', data: {name, other}, related: [{at: first, message: 'first'}]}
      if (!bodies.has(name)) bodies.set(name, {start, end})
    }
  },
})
