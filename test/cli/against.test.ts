import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {workshop} from './zicha.ts'

const report = (unit: string, year: number, figures: readonly number[]) => `${unit}关于${year}年消防安全的自查报告
我镇于3月5日至3月20日对辖区${figures[0]}家企业和${figures[1]}个村逐一开展了消防安全检查。
检查中发现，老街农贸市场的${figures[2]}处消防通道长期被临时摊位占用，消防车无法通行。
部分沿街商铺把电动车推进店内充电，夜间没有人看守，存在较大的火灾风险。
下一步由市场管理所在4月底前清退占道摊位${figures[3]}个，并重新划定消防通道标线。
${unit}
${year}年3月25日
`
const OWN = `石桥镇人民政府关于2025年消防安全的自查报告
今年新建的物流园有4个仓库没有通过消防验收就投入使用，镇应急办已经责令停用。
幸福里小区的高层住宅有26户在楼道堆放杂物，物业公司每月只清理一次，清完又堆。
`
const shop = () =>
  workshop({
    '往年/2024.txt': report('青禾镇人民政府', 2024, [36, 12, 2, 14]),
    '今年/青禾.md': report('青禾镇人民政府', 2025, [41, 12, 3, 9]).replaceAll('\n', '\n\n'),
    '今年/石桥.txt': OWN,
  })
const found = async (...argv: string[]) => {
  const rules = await shop().rulesFound(...argv)
  return Object.fromEntries(Object.entries(rules).map(([file, ids]) => [file, ids.includes('copied-report')]))
}

describe('--against', () => {
  it('finds what was copied from a file or folder, and only when asked', async () => {
    const names = {'今年/石桥.txt': false, '今年/青禾.md': false}
    expect(await found('今年')).toEqual(names)
    expect(await found('今年', '--against', '往年')).toEqual({...names, '今年/青禾.md': true})
    expect(await found('今年', '--against', '今年/石桥.txt', '--against', '往年/2024.txt')).toEqual({
      ...names,
      '今年/青禾.md': true,
    })
  })

  it('compares the drafts of a folder with one another, never with themselves', async () => {
    expect(await found('今年', '--against', '今年')).toEqual({'今年/石桥.txt': false, '今年/青禾.md': false})
    expect(await found('.', '--against', '.')).toEqual({
      '今年/石桥.txt': false,
      '今年/青禾.md': true,
      '往年/2024.txt': true,
    })
  })

  it('names the other report and its words', async () => {
    const {out} = await shop().zicha('今年/青禾.md', '--against', '往年')
    expect(out).toContain('有100%的内容与“往年/2024.txt”相同或只改了数字、名称，其中最长的一段连续4句')
    expect(out).toContain('“往年/2024.txt”中写的是：检查中发现，老街农贸市场的2处消防通道')
  })

  it('refuses a name that is wrong, and goes on without a report that cannot be read', async () => {
    const here = shop().write({'往年/坏.docx': zipSync({'a.txt': new Uint8Array(1)})})
    const {code, err} = await here.zicha('今年', '--against', '前年')
    expect({code, err}).toEqual({code: 2, err: '找不到文件“前年”，请检查路径和文件名。\n'})
    const told = await here.zicha('今年', '--against', '往年')
    expect(told.err).toContain('坏.docx')
    expect(told.out).toContain('copied-report')
  })

  it('works with repairs too', async () => {
    const here = shop()
    const fixed = await here.zicha('往年', '--against', '往年', '--fix-dry-run')
    expect(fixed.err).not.toContain('copied-report')
    const other = await here.zicha('今年/青禾.md', '--against', '往年', '--fix-dry-run')
    expect(other.err).toContain('copied-report')
  })
})
