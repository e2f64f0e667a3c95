import {describe, expect, it} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {findCopies} from '../../src/report/copies.ts'
import {createReport} from '../../src/report/create.ts'
import {NO_USER_DATA} from '../../src/report/user-data.ts'

const copiesOf = (text: string, ...others: string[]) => {
  const against = others.map((other, at) => ({name: `${at}.txt`, text: other}))
  return findCopies(createReport(readText(text), {user: {...NO_USER_DATA, against}}), 18)
}

const A = '仓库北侧的消防栓被货物遮挡，取用不便，共有3处。'
const B = '值班人员对报警主机的操作不熟练，误报后不会复位。'
const C = '微型消防站的水带有两条老化开裂，一直没有更换。'
const D = '配电室的门经常敞开着，电缆沟盖板缺失，容易绊倒人。'

describe('findCopies', () => {
  it('measures the share of copied characters and the longest run, for each of the others', () => {
    const [first, second] = copiesOf(
      [A, B, C, D].join('\n'),
      [A, B, '另外一句没有人抄的话，写在两句的中间。', C].join('\n'),
      D,
    )
    expect(first?.run.map(({theirs}) => theirs)).toEqual([A, B, C])
    expect(first?.share).toBeCloseTo(0.75, 1)
    expect(second?.sentences.map(({theirs}) => theirs)).toEqual([D])
    expect(second?.share).toBeCloseTo(0.25, 1)
  })

  it('takes other figures, dates, marks and names of units for the same', () => {
    const theirs =
      '青禾镇人民政府关于2024年的报告\n青禾镇在三月五日检查企业36家，发现隐患120处，均已整改。\n青禾镇人民政府'
    const ours =
      '大石桥镇人民政府关于2025年的报告\n大石桥镇在四月十二日检查企业9家、发现隐患7处, 均已 整改。\n大石桥镇人民政府'
    const [copy] = copiesOf(ours, theirs)
    expect(copy?.sentences.map(({theirs: words}) => words)).toContain(
      '青禾镇在三月五日检查企业36家，发现隐患120处，均已整改。',
    )
  })

  it('does not take a run for one where the order differs', () => {
    const [copy] = copiesOf([A, B, C, D].join('\n'), [D, C, B, A].join('\n'))
    expect(copy?.share).toBe(1)
    expect(copy?.run.length).toBe(1)
  })

  it('compares nothing with nothing', () => {
    expect(copiesOf(A)).toEqual([])
    expect(copiesOf('', A)[0]).toMatchObject({share: 0, sentences: [], run: []})
  })

  it('takes no longer for longer texts than they are longer', () => {
    const text = (sentences: number): string =>
      Array.from(
        {length: sentences},
        (_, at) =>
          `第${at}个检查点位的${String.fromCharCode(0x4e00 + (at % 9000))}号设备运行情况记录不完整，需要补充登记。`,
      ).join('\n')
    const time = (sentences: number): number => {
      const [ours, theirs] = [text(sentences), text(sentences)]
      const started = performance.now()
      copiesOf(ours, theirs)
      return performance.now() - started
    }
    time(200)
    const [short, long] = [time(500), time(4000)]
    expect(long).toBeLessThan(Math.max(short, 20) * 8 * 4)
  })
})
