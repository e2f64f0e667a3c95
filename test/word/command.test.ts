import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {deleted, docx, list, listItem, lists, paragraph, run} from '../../scripts/fixtures/docx.ts'
import {smallReport} from '../../scripts/fixtures/word.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {workshop} from '../cli/zicha.ts'
import {converted, office} from './office.ts'

/** An error that is sure: a name left empty. */
const faulty = (): Uint8Array =>
  docx({body: paragraph('平原县财政局关于预算执行的自查报告') + paragraph('根据《》的要求，全年开展检查12次。')})

const wordOf = (path: string) => readWord(readFileSync(path))

describe('zicha annotate', () => {
  it('writes a copy with the findings as comments and leaves the draft alone', async () => {
    const shop = workshop().write({'报告.docx': faulty()})
    const {code, out, err} = await shop.zicha('annotate', '报告.docx', '-o', '批注.docx')
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/^已写入“批注\.docx”：批注 \d+ 条（错误 [1-9]，提醒 \d+，参考 \d+）。\n$/)
    expect(Buffer.from(faulty()).equals(readFileSync(shop.path('报告.docx')))).toBe(true)
    const {text, word} = wordOf(shop.path('批注.docx'))
    const comment = word.comments.find(({at}) => text.slice(at.start, at.end) === '《》')
    expect(comment?.text).toMatch(/^【错误】/)
    expect(comment?.text).toContain('怎么改：')
  })

  it('never writes over the draft unless it is told to, and then keeps every original', async () => {
    const shop = workshop().write({'报告.docx': faulty()})
    expect((await shop.zicha('annotate', '报告.docx')).err).toBe(
      '请用 -o 指定写到哪个文件；要直接写回原文件，用 --in-place（会另存一份原件）。\n',
    )
    expect((await shop.zicha('annotate', '报告.docx', '-o', './报告.docx')).err).toContain('就是原文件')
    symlinkSync(shop.path('报告.docx'), shop.path('链接.docx'))
    expect((await shop.zicha('annotate', '报告.docx', '-o', '链接.docx')).code).toBe(2)
    expect(Buffer.from(faulty()).equals(readFileSync(shop.path('报告.docx')))).toBe(true)
    expect((await shop.zicha('annotate', '报告.docx', '--in-place')).out).toContain('原件另存为')
    expect((await shop.zicha('annotate', '报告.docx', '--in-place')).out).toContain('.bak2')
    expect(Buffer.from(faulty()).equals(readFileSync(shop.path('报告.docx.bak')))).toBe(true)
    expect(wordOf(shop.path('报告.docx')).word.comments.length).toBe(
      wordOf(shop.path('报告.docx.bak2')).word.comments.length,
    )
    expect(readdirSync(shop.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves no copy where the draft cannot be written', async () => {
    const draft = docx({body: paragraph('一、存在的问题') + paragraph('登记不全，，培训不够。')})
    const shop = workshop().write({'报告.docx': draft})
    // where the new content would be written first
    mkdirSync(shop.path(`.报告.docx.${process.pid}.tmp`))
    const before = readdirSync(shop.folder)
    for (const argv of [
      ['annotate', '报告.docx', '--in-place'],
      ['--fix', '报告.docx'],
    ]) {
      const {code, out, err} = await shop.zicha(...argv)
      expect({code, out, err}, argv.join(' ')).toEqual({
        code: 2,
        out: '',
        err: '无法写入“报告.docx”（这是一个文件夹），原文件没有改动。\n',
      })
    }
    expect(readdirSync(shop.folder)).toEqual(before)
    expect(Buffer.from(draft).equals(readFileSync(shop.path('报告.docx')))).toBe(true)
  })

  it('says in one line what it cannot annotate', async () => {
    const shop = workshop().write({
      '报告.txt': '正文',
      '旧.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      '断.docx': faulty().subarray(0, 400),
    })
    for (const [file, words] of [
      ['报告.txt', '批注只能写进 Word 文档'],
      ['旧.doc', '--convert'],
      ['断.docx', '已损坏'],
      ['没有.docx', '没有.docx'],
    ] as const) {
      const {code, err} = await shop.zicha('annotate', file, '-o', 'x.docx')
      expect([code, err.trim().split('\n').length]).toEqual([2, 1])
      expect(err).toContain(words)
      expect(existsSync(shop.path('x.docx'))).toBe(false)
    }
  })

  it.skipIf(!office)(
    'converts old files when it is told to',
    async () => {
      const shop = workshop().write({'旧.doc': await converted(smallReport(), 'doc:MS Word 97')})
      expect((await shop.zicha('旧.doc')).err).toContain('--convert')
      const {err} = await shop.zicha('旧.doc', '--convert')
      expect(err).toBe('')
      expect((await shop.zicha('annotate', '旧.doc', '--convert', '--in-place')).code).toBe(2)
      expect((await shop.zicha('annotate', '旧.doc', '--convert', '-o', '新.docx')).err).toBe('')
      expect(wordOf(shop.path('新.docx')).text).toContain('一、工作情况')
    },
    60_000,
  )
})

describe('zicha --fix on a Word file', () => {
  const numbering = lists(list(1, [{format: 'chineseCounting', text: '%1、'}]))
  const draft = (): Uint8Array =>
    docx({
      numbering,
      body:
        paragraph('平原县财政局关于预算执行的自查报告') +
        listItem(1, 0, '存在的问题。') +
        paragraph(run('登记不全') + deleted('了') + run('，，培训不够。')),
    })

  it('writes tracked changes and keeps the original', async () => {
    const shop = workshop().write({'报告.docx': draft()})
    const {err} = await shop.zicha('--fix', '报告.docx')
    expect(err).toBe('已自动改正 2 处。\n')
    const {text, word} = wordOf(shop.path('报告.docx'))
    expect(text).toContain('登记不全，培训不够。')
    expect(word.revisions.some(({author, kind}) => author === '自查助手' && kind === 'deletion')).toBe(true)
    expect(word.revisions.some(({author, text: words}) => author === '经办人' && words === '了')).toBe(true)
    expect(Buffer.from(draft()).equals(readFileSync(shop.path('报告.docx.bak')))).toBe(true)
  })

  it('shows what it would change and writes nothing', async () => {
    const shop = workshop().write({'报告.docx': draft()})
    expect((await shop.zicha('--fix-dry-run', '报告.docx')).out).toContain('+登记不全，培训不够。')
    expect(readdirSync(shop.folder)).toEqual(['报告.docx'])
    // no more than it changes
    await shop.zicha('--fix', '报告.docx')
    expect(await shop.zicha('--fix-dry-run', '报告.docx')).toMatchObject({out: ''})
  })
})
