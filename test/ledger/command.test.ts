import {readdirSync} from 'node:fs'
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {workshop} from '../cli/zicha.ts'

const draft = (unit: string) => `${unit}关于消防安全的自查报告
一、存在的问题
一是仓库灭火器有6具过期。
二是值班记录漏签3天。
二、整改措施
一是由后勤科7月15日前更换过期灭火器6具。
`
const shop = () => workshop({'a 稿.txt': draft('青禾镇'), 'b.md': draft('石桥镇'), 'c.txt': draft('青禾镇')})

describe('zicha ledger', () => {
  it('prints Markdown, and writes nothing', async () => {
    const here = shop()
    const {code, out, err} = await here.zicha('ledger', 'a 稿.txt')
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/^## 整改台账\n\n\| 序号 \| 单位\/文件 \| 问题 /)
    expect(out).toContain('| 2 | 青禾镇 | 值班记录漏签3天。 | 【待填】 | 【待填】 |')
    expect(readdirSync(here.folder).sort()).toEqual(['a 稿.txt', 'b.md', 'c.txt'])
  })

  it('lists several drafts first, counts problems through them, and tells drafts of one unit apart', async () => {
    const {out} = await shop().zicha('ledger', '.')
    expect(out).toMatch(/^## 文件一览\n\n\| 文件 \| 文种 \| 问题数 \| 措施数 \| 无措施的问题 \| 错误 \| 警告 \|/)
    expect(out).toMatch(/\| b\.md \| .* \| 2 \| 1 \| 1 \| 0 \| \d+ \|/)
    const rows = [...out.matchAll(/^\| (\d+) \| ([^|]*) \|/gm)].map(([, number, unit]) => `${number} ${unit}`)
    expect(rows).toEqual([
      '1 青禾镇（a 稿.txt）',
      '2 青禾镇（a 稿.txt）',
      '3 石桥镇',
      '4 石桥镇',
      '5 青禾镇（c.txt）',
      '6 青禾镇（c.txt）',
    ])
  })

  it('writes a workbook or CSV, over an older one too', async () => {
    const here = shop()
    const told = '已写入 台账.xlsx：文件 3 个，问题 6 条，其中没有对应措施的 3 条。\n'
    for (const _ of [1, 2]) expect((await here.zicha('ledger', '.', '-o', '台账.xlsx')).out).toBe(told)
    const {readFileSync} = await import('node:fs')
    expect(Object.keys(unzipSync(readFileSync(here.path('台账.xlsx'))))).toContain('xl/worksheets/sheet2.xml')
    await here.zicha('ledger', 'b.md', '-o', 'l.csv')
    expect(here.read('l.csv')).toMatch(/^\ufeff序号,单位\/文件,问题,/)
  })

  it('refuses other endings, a draft as its target, a folder that is not there', async () => {
    const here = shop()
    expect(await here.zicha('ledger', 'b.md', '-o', 'l.pdf')).toEqual({
      code: 2,
      out: '',
      err: '台账只能写成 .xlsx、.csv 或 .md 文件；收到的是“l.pdf”。\n',
    })
    const before = here.read('b.md')
    expect((await here.zicha('ledger', 'b.md', '-o', './b.md')).code).toBe(2)
    expect(here.read('b.md')).toBe(before)
    expect((await here.zicha('ledger', 'b.md', '-o', 'no/l.csv')).err).toMatch(/^无法写入“no\/l\.csv”/)
  })

  it('goes on without a draft that cannot be read', async () => {
    const {code, out, err} = await shop().zicha('ledger', 'no.txt', 'b.md')
    expect(code).toBe(2)
    expect(err).toContain('找不到文件“no.txt”')
    expect(out).toContain('石桥镇')
  })
})
