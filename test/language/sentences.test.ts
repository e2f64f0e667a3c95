import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {splitSentences} from '../../src/language/sentences.ts'

const split = (text: string): string[] =>
  splitSentences(text, {start: 0, end: text.length}).map(({start, end}) => text.slice(start, end))

describe('splitSentences', () => {
  it.each([
    ['ends at 。！？；', '制度已经建立。|落实了吗？|没有！|一是学习不够；|二是检查不够。'],
    ['keeps repeated marks together', '怎么办？！|还差得远！！！|下一步……'],
    ['takes closing quotes and brackets with it', '他说：“马上改。”|会后就改了。|（详见附件。）|另行报告'],
    ['keeps a quotation of several sentences together', '要求“谁主管、谁负责。谁失职、谁担责。”|各科室照办。'],
    ['keeps brackets together', '制度不全（缺请假、销假两项。另有一项过期）需要补。|其余齐全'],
    [
      'goes on behind a quotation that is a part of the sentence',
      '没有答好“为了谁？”的问题，“怎么干？”“干什么？”都不清楚。',
    ],
    ['leaves decimals, numbers and addresses', '增长3.5%，见http://a.cn/?a=1;b=2，1.问题 一.工作'],
    ['ends at a half-width period behind a Chinese character', '制度已建立.|落实不够.'],
    ['ends at half-width marks, not before Latin text', '改了吗?|改了!|但a!=b;c没有改'],
    ['counts …… once and goes on before a mark or 等', '学习……，会议……等。|会议强调……|最后'],
    ['does not wait for a quote that never closes', '他说“马上改。|后来（也没有改。|完'],
    ['takes half-width quotes by turns', '他说"马上改。真的。"|然后走了。'],
  ])('%s', (_, text) => {
    expect(split(text.replaceAll('|', ''))).toEqual(text.split('|'))
  })

  it('leaves out white space around sentences and stays inside its span', () => {
    const text = '一。　二。 三。\n'
    expect(splitSentences(text, {start: 2, end: 6})).toEqual([{start: 3, end: 5}])
    expect(split(text)).toEqual(['一。', '二。', '三。'])
    expect(split('　 \n')).toEqual([])
  })

  it('covers everything but white space, in order', () => {
    const text = fc.string({unit: fc.constantFrom(...'学习a1.。！？；…?!;“”‘’（）()《》"　 \n，的等'), maxLength: 60})
    fc.assert(
      fc.property(text, (words) => {
        let at = 0
        for (const {start, end} of splitSentences(words, {start: 0, end: words.length})) {
          expect(words.slice(at, start).trim()).toBe('')
          expect(words.slice(start, end)).toBe(words.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(words.slice(at).trim()).toBe('')
      }),
      {numRuns: 2000},
    )
  })

  it.each(['（', '“', '”', '。', '！', '…', '.', '"', '!a', '…，', '（！）', '“。'])(
    'stays linear on a line of %s',
    (mark) => {
      const line = mark.repeat(100_000 / mark.length)
      const start = performance.now()
      split(line)
      expect(performance.now() - start).toBeLessThan(1000)
    },
  )
})
