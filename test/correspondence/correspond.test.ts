import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readPairs} from '../../scripts/correspondence/pairs.ts'
import {readSubjects} from '../../scripts/correspondence/subjects.ts'
import {kinds} from '../../src/language/moves/index.ts'
import {fields} from '../../src/language/subjects/index.ts'
import type {Party} from '../../src/report/correspondence/answers.ts'
import {correspond} from '../../src/report/correspondence/correspond.ts'

const parties = (texts: readonly string[], under?: readonly (number | undefined)[]): Party[] =>
  texts.map((words, index) => {
    const pair = under?.[index]
    return {
      start: index * 1000,
      end: index * 1000 + words.length,
      words,
      context: '',
      ...(pair === undefined ? {} : {under: pair}),
    }
  })

const problems = [
  '一是仓库只有一名保管员，请假时没有人顶岗，发料常要等上半天。',
  '二是外发的宣传稿件没有经过审核，由经办人自行发布。',
  '三是固定资产多年没有盘点，账面数与实物对不上。',
  '四是三号楼卫生间下水道经常堵塞，污水漫到走廊。',
]
const measures = [
  '一是组织财务与后勤逐件清点，盘亏的查明原因后按程序核销。',
  '二是雇专业队伍清掏管道，更换塌陷的两段支管。',
  '三是再招聘两名库管人员，实行AB岗，做到随到随领。',
]

describe('correspond', () => {
  it('finds answers in other words and in another order, and the problem that has none', () => {
    const {problems: found, byMeasure} = correspond(parties(problems), parties(measures))
    expect(found.map(({links}) => links.map(({measure}) => measure))).toEqual([[2], [], [0], [1]])
    expect(found[1]?.verdict).toBe('none')
    expect(byMeasure).toEqual([[2], [3], [0]])
  })

  it('says in words why', () => {
    const [first] = correspond(parties(problems), parties(measures)).links
    expect(first?.evidence.some(({kind, words}) => kind === 'move' && words.includes('→'))).toBe(true)
    expect(first?.evidence.every(({words}) => words.length > 0)).toBe(true)
  })

  it('does not take an empty promise for an answer, even under its problem', () => {
    const one = correspond(
      parties(['会议室投影设备损坏半年无法使用。']),
      parties(['今后将高度重视，进一步加大工作力度，力争取得实效。'], [0]),
    )
    expect(one.problems[0]?.verdict).not.toBe('answered')
  })

  it('follows the layout where it pairs', () => {
    const paired = correspond(
      parties(problems.slice(0, 2)),
      parties(['安排两人轮流值守仓库，交接签字。', '所有稿件先由科长审签再发布。'], [0, 1]),
    )
    expect(paired.byMeasure).toEqual([[0], [1]])
  })

  it('takes no measure that speaks of all problems for an answer to the one that has none below it', () => {
    const verdicts = (faults: string[], answers: string[], under?: (number | undefined)[]): string[] =>
      correspond(parties(faults), parties(answers, under)).problems.map(({verdict}) => verdict)
    const faults = ['公告栏三个月没有更换内容。', '来电登记本缺了两页。']
    const answers = ['6月5日前由办公室更换公告栏内容。', '来电登记本补齐缺页并编号，由值班员逐页签字。']
    const alternating = verdicts(
      [...faults, '政务公开答复文书不规范，2份没有写明依据。'],
      [...answers, '上述问题办结后，把政务公开列为各股室全年的评比项目。'],
      [0, 1, undefined],
    )
    expect(alternating).toEqual(['answered', 'answered', 'none'])
    const listed = verdicts(
      [...faults, '答复文书有2份没有写明依据。'],
      [...answers, '每季度由主任带班检查，检查结果在例会上通报。'],
    )
    expect(listed).toEqual(['answered', 'answered', 'none'])
  })

  it('takes a measure for the answer to the problem that it names', () => {
    const found = correspond(
      parties(['仓库屋顶漏雨。', '值班表空着三天。', '一名仓库保管员把钥匙借给外人。']),
      parties(['针对第二个问题，由办公室主任每天上午电话核对。', '该仓库保管员已停职。', '针对问题1，5月铺防水卷材。']),
    )
    expect(found.byMeasure).toEqual([[1], [2], [0]])
    const byItem = correspond(
      parties(['仓库屋顶漏雨。', '值班表空着三天。', '收费标准没有上墙。']),
      parties(['关于第3项。由办公室本周五前办妥。', '关于第1项，5月铺防水卷材。']),
    )
    expect(byItem.byMeasure).toEqual([[2], [0]])
  })

  it('leaves every problem unanswered when there is no measure', () => {
    const alone = correspond(parties(problems), [])
    expect(alone.problems.map(({verdict}) => verdict)).toEqual(['none', 'none', 'none', 'none'])
    expect(alone.problems.every(({nearest}) => nearest === undefined)).toBe(true)
    expect(correspond([], parties(measures)).byMeasure).toEqual([[], [], []])
  })

  it('is the same every time, with scores from 0 to 1 and indexes that exist, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({maxLength: 60}), {maxLength: 6}),
        fc.array(fc.string({maxLength: 60}), {maxLength: 6}),
        (p, m) => {
          const once = correspond(parties(p), parties(m))
          expect(correspond(parties(p), parties(m))).toEqual(once)
          expect(once.problems).toHaveLength(p.length)
          for (const {problem, measure, score} of once.links) {
            expect(problem).toBeLessThan(p.length)
            expect(measure).toBeLessThan(m.length)
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
          }
        },
      ),
      {numRuns: 60},
    )
  })

  it('does not explode on hundreds of items or very long ones', () => {
    const many = Array.from({length: 400}, (_, index) => `${problems[index % problems.length]}编号${index}`)
    const started = performance.now()
    expect(correspond(parties(many), parties(many)).problems).toHaveLength(400)
    expect(correspond(parties(['账'.repeat(100_000)]), parties(['没有'.repeat(50_000)])).problems).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('what correspondence knows', () => {
  it('is as large as it should be', () => {
    const subjects = Object.values(readSubjects())
    const terms = new Set(subjects.flatMap((subject) => subject.terms.split(/\s+/).map((term) => term.split('^')[0])))
    expect(subjects.length).toBeGreaterThanOrEqual(250)
    expect(terms.size).toBeGreaterThanOrEqual(3000)
    expect(Object.keys(kinds).length).toBeGreaterThanOrEqual(40)
  })

  it('lists every field of subjects', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/language/subjects')).filter(
      (name) => !/^(field|index)\.ts$/.test(name),
    )
    expect(fields).toHaveLength(files.length)
  })

  it('names near subjects and pairs by subjects that exist', () => {
    const subjects = readSubjects()
    const named = [
      ...Object.values(subjects).flatMap(({near}) => near ?? []),
      ...readPairs().map(({subject}) => subject),
    ]
    expect(named.filter((name) => !subjects[name])).toEqual([])
  })
})
