// Invents drafts of self-inspection reports: varied, seeded, the same on every machine.
import {CAUSES, EFFECTS, FOLLOW_UPS, KINDS, NEXT, OFFICES, PLACES, SITUATION, SUPERIORS, TOWNS} from './phrases.mjs'
import {SUBJECTS} from './subjects.mjs'

/** A stream of numbers in [0, 1) (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const DIGITS = '零一二三四五六七八九'

/** A number below 10,000 as a report writes it: 十二, 一百零五. */
function numeral(value) {
  if (value >= 10 && value < 20) return `十${value > 10 ? DIGITS[value - 10] : ''}`
  let words = ''
  let zero = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ]) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) zero = words !== ''
    else {
      words += `${zero ? '零' : ''}${DIGITS[digit]}${name}`
      zero = false
    }
  }
  return words
}

/** Ways to label the items of a part; each report keeps to one a part. */
const LABELS = [(k) => `${numeral(k + 1)}是`, (k) => `（${numeral(k + 1)}）`, (k) => `${k + 1}.`, (k) => `（${k + 1}）`]

class Writer {
  constructor(seed) {
    this.random = randomOf(seed)
    this.unit = `${this.pick(TOWNS)}${this.pick(KINDS)}`
    this.topic = this.pick(Object.keys(SUBJECTS))
    this.month = 6 + this.below(5)
    this.day = 1 + this.below(28)
    this.decks = new Map()
  }

  below(limit) {
    return Math.floor(this.random() * limit)
  }

  pick(list) {
    return list[this.below(list.length)]
  }

  chance(share) {
    return this.random() < share
  }

  /** Like a card from a shuffled deck: none comes twice before all have come. */
  draw(list) {
    let deck = this.decks.get(list)
    if (!deck?.length) {
      deck = [...list]
      for (let i = deck.length - 1; i > 0; i--) {
        const j = this.below(i + 1)
        ;[deck[i], deck[j]] = [deck[j], deck[i]]
      }
      this.decks.set(list, deck)
    }
    return deck.pop()
  }

  fill(template, more = {}) {
    let last = 2
    const office = this.draw(OFFICES)
    const values = {
      n: () => (last = 2 + this.below(29)),
      N: () => (last = 31 + this.below(370)),
      part: () => 1 + this.below(last - 1),
      p: () => 55 + this.below(44),
      place: () => this.draw(PLACES),
      office: () => office,
      other: () => this.otherThan(office),
      date: () => `${1 + this.below(this.month - 1)}月${1 + this.below(28)}日`,
      term: () => this.term(),
      topic: () => this.topic,
      unit: () => this.unit,
    }
    return template.replace(/\{(\w+)\}/g, (_, name) => more[name] ?? values[name]())
  }

  otherThan(office) {
    for (;;) {
      const other = this.draw(OFFICES)
      if (other !== office) return other
    }
  }

  /** A deadline after the date of the report. */
  term() {
    const month = this.month + 1 + this.below(12 - this.month)
    return this.chance(0.2)
      ? `2026年${1 + this.below(6)}月底`
      : `${month}月${this.chance(0.5) ? '底' : `${1 + this.below(28)}日`}`
  }

  /** Items are drawn from the report's own subject first; a report of megabytes goes on with those of all others. */
  problem(k) {
    return k < SUBJECTS[this.topic].length ? this.draw(SUBJECTS[this.topic]) : this.draw(ALL)
  }
}

const ALL = Object.values(SUBJECTS).flat()

function problemOf(writer, label, [name, evidence, cause]) {
  const proof = writer.fill(evidence)
  const reason = writer.pick([`，主要原因是${cause}`, `，${cause}`, `，究其原因，${cause}`])
  const effect = writer.fill(writer.draw(EFFECTS))
  return writer.pick([
    `${label}${name}。${proof}${reason}。${effect}。`,
    `${label}${name}。自查发现，${proof}。${effect}${reason}。`,
    `${label}${name}的问题仍然存在。据${writer.draw(OFFICES)}核查，${proof}；${effect}${reason}。`,
    `${label}${name}，${effect}。${proof}${reason}。`,
  ])
}

function measureOf(writer, label, [name, , , action, goal]) {
  const what = writer.fill(action)
  const aim = writer.fill(goal)
  const term = writer.term()
  const [first, second] = [writer.draw(OFFICES), writer.pick(['分管负责人', '主要负责人', '科室负责人', '值班长'])]
  const after = writer.fill(writer.draw(FOLLOW_UPS))
  return writer.pick([
    `${label}针对${name}的问题，由${first}牵头，${term}前${what}，确保${aim}；${after}。`,
    `${label}解决${name}。${what}，${after}。责任科室：${first}；完成时限：${term}前；目标：${aim}。`,
    `${label}${term}前，${first}${what}，${second}验收，做到${aim}。${after}。`,
    `${label}${what}，${term}前由${first}完成，${second}督办，${aim}；${after}。`,
  ])
}

/** Writes paragraphs until they have as many characters as wanted. */
function* until(length, paragraph) {
  let written = 0
  for (let k = 0; written < length; k++) {
    const words = paragraph(k)
    written += words.length
    yield ['paragraph', words]
  }
}

const sizeOf = (blocks) => blocks.reduce((sum, [kind, words]) => sum + (kind === 'table' ? 0 : words.length + 1), 0)

/** What nobody has filled in or tidied up yet: drafts are drafts. */
function leaveTraces(writer, blocks) {
  const spoil = [
    (words) => words.replace(/\d+次/, '*次'),
    (words) => words.replace(/\d+月\d+日/, 'XX月XX日'),
    (words) => words.replace('，', ','),
    (words) => words.replace(/。$/, '。（此处补充具体事例）'),
    (words) => words.replace(/。$/, '。。'),
  ]
  for (let i = 0; i < blocks.length; i++) {
    const [kind, words] = blocks[i]
    if (kind === 'paragraph' && words.length > 40 && writer.chance(0.04)) blocks[i] = [kind, writer.pick(spoil)(words)]
  }
}

/** One draft. @param length characters, roughly @returns its blocks: kind and words */
function draftOf(seed, length) {
  const writer = new Writer(seed)
  const {unit, topic} = writer
  const blocks = [
    ['title', `${unit}关于${topic}工作${writer.pick(['', '情况'])}的自查报告`],
    ['paragraph', `${writer.pick(SUPERIORS)}：`],
    [
      'paragraph',
      writer.fill(
        writer.pick([
          '根据通知要求，{unit}自{date}起组织开展了{topic}自查，现将有关情况报告如下：',
          '按照统一部署，{unit}对照检查清单，对{topic}工作进行了全面自查。现报告如下。',
          '接到通知后，{unit}高度重视，{date}召开专题会议研究部署，认真开展了{topic}自查，现将情况报告如下。',
        ]),
      ),
    ],
  ]
  let part = 0
  const heading = (...names) => blocks.push(['heading', `${numeral(++part)}、${writer.pick(names)}`])
  const label = writer.pick(LABELS)
  const found = []

  heading('基本情况', '自查工作开展情况', '主要做法')
  const openings = ['今年以来，', '自查期间，', '', '', `${unit}`]
  blocks.push(
    ...until(length * 0.17, () => {
      const openers = [writer.pick(openings), writer.pick(['同时，', '此外，', '在此基础上，', ''])]
      return `${openers[0]}${writer.fill(writer.draw(SITUATION))}；${writer.fill(writer.draw(SITUATION))}。${openers[1]}${writer.fill(writer.draw(SITUATION))}。`
    }),
  )
  heading('存在的问题', '存在的主要问题', '自查发现的问题')
  blocks.push(
    ...until(length * 0.23, (k) => {
      found.push(writer.problem(k))
      return problemOf(writer, label(k), found[k])
    }),
  )
  heading('原因分析', '产生问题的原因')
  blocks.push(
    ...until(length * 0.16, (k) => {
      const [problem, , cause] = writer.pick(found)
      return `${LABELS[0](k)}${writer.fill(writer.draw(CAUSES), {problem, cause})}。`
    }),
  )
  heading('整改措施', '整改措施及完成时限', '整改落实情况和措施')
  // now and then a problem gets no answer
  const answered = found.filter(() => writer.chance(0.93))
  blocks.push(...answered.map((problem, k) => ['paragraph', measureOf(writer, label(k), problem)]))
  if (writer.chance(0.3)) blocks.push(['table', ledgerOf(writer, found.slice(0, 6))])
  heading('下一步打算', '下一步工作安排')
  blocks.push(...until(length - sizeOf(blocks) - 60, (k) => `${LABELS[1](k)}${writer.fill(writer.draw(NEXT))}。`))
  leaveTraces(writer, blocks)
  blocks.push(['paragraph', unit], ['paragraph', `2025年${writer.month}月${writer.day}日`])
  return blocks
}

function ledgerOf(writer, problems) {
  const rows = problems.map(([name], k) => [`${k + 1}`, name, writer.draw(OFFICES), `${writer.term()}前`])
  return [['序号', '问题', '责任科室', '完成时限'], ...rows]
}

const asText = ([kind, words]) => (kind === 'table' ? words.map((row) => row.join('　')).join('\n') : words)

function asMarkdown([kind, words]) {
  if (kind === 'title') return `# ${words}`
  if (kind === 'heading') return `## ${words}`
  // in Markdown a writer sets the first words of an item in bold, and gives figures to a list
  if (kind !== 'table')
    return words.replace(/^((?:[一二三四五六七八九十]+是|（\d+）)[^。，]{4,20}。)/, '**$1**').replace(/^(\d+\.)/, '$1 ')
  const [head, ...rows] = words.map((row) => `| ${row.join(' | ')} |`)
  return [head, `|${' --- |'.repeat(words[0].length)}`, ...rows].join('\n')
}

/** @param length characters; a Chinese character takes three bytes */
export const textDraft = (seed, length = 2780) => `${draftOf(seed, length).map(asText).join('\n')}\n`
export const markdownDraft = (seed, length = 2780) => `${draftOf(seed, length).map(asMarkdown).join('\n\n')}\n`
export const wordBlocks = (seed, length = 2780) => draftOf(seed, length)
