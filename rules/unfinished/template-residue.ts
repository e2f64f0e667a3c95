import {residueIn} from '../../src/language/residue.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {wholeAround} from '../../src/report/residue.ts'

export default defineRule({
  id: 'template-residue',
  group: 'unfinished',
  severity: 'error',
  fixes: 'suggestion',
  ground: '规定',
  what: {zh: '留有范文网页上的文字。', en: 'Words of the page that the text was copied from.'},
  why: {
    zh: '“更多范文请点击下载”“小编为大家整理”说明稿子是从网上抄来的，报上去很难看。',
    en: '“More samples, click to download” proves that the report was copied from a web page.',
  },
  how: {
    zh: '逐行查找范文网站的常用语：小编、点击下载全文、本文来源、转载请注明、第3页共7页、篇二等。单独一个“范文”“下载”不算。',
    en: 'Looks in each line for the set phrases of sample sites. A single 范文 or 下载 proves nothing.',
  },
  messages: {
    residue: {
      zh: '这像是范文网页上的文字，不是报告的内容，请删去。',
      en: 'This looks like text of a sample site, not of the report. Delete it.',
    },
    remove: {zh: '删去这一段', en: 'Delete it'},
  },
  bad: [
    {text: '特此报告。\n⟦以上是小编为大家整理的消防自查报告，更多范文请关注本站！⟧'},
    {text: '各项指标均已达标。⟦（本文来源：某某文库，更多自评报告请点击下载）⟧\n二、存在的问题'},
    {text: '⟦篇二：安全自查报告⟧\n按照要求，我局开展了自查。'},
    {text: '⟦【篇三】安全自查报告⟧\n按照要求，我局开展了自查。'},
    {text: '特此报告。\n⟦（上述内容仅供参考，更多年终总结可关注公众号）⟧'},
    {text: '⟦范文模板 会员免费下载 扫码关注公众号⟧\n一、工作情况'},
  ],
  good: [
    {text: '教研组收集学生习作范文40篇，供各班下载使用。'},
    {text: '在门户网站和微信公众号公开信息36条，群众可以扫码查询。'},
    {text: '附表所列测算数字仅供参考。楼栋群公告写明“更多缴费办法请关注水务公众号”。'},
    {text: '督办单第3页载明了整改时限，数据来源：统计报表。'},
  ],
  *check(report) {
    for (const found of report.inBlocks(residueIn)) {
      const at = wholeAround(report, found)
      yield {at, message: 'residue', suggestions: [{message: 'remove', edits: [{at, text: ''}]}]}
    }
  },
})
