import type {Span} from '../draft/span.ts'

/** Sentences of the page that a report was downloaded from. Each is enough by itself. */
export const PAGE_TALK: readonly RegExp[] = [
  /(?:更多|相关|最新|精选)[^，。；！\n]{0,24}(?:范文|资料|文章|模板|内容)[^，。；！\n]{0,16}(?:关注|访问|点击|下载|登录|尽在|搜索|收藏)/,
  /更多[^，。；！\n]{0,20}(?:请?点击|请?关注本|尽在本|请?搜索|站内搜索|请?访问)/,
  /更多[^，。；！\n]{0,12}(?:报告|总结|汇报|方案|讲话稿?|公文|心得)[^，。；！“《\n]{0,4}(?:关注|加群|进群|扫码|收藏)/,
  /(?:以上|上述|本文)(?:内容|范文|文章|资料|模板)?[均都]?(?:仅|只)供(?:大家|各位|您)?(?:学习|阅读)?参考/,
  /点击(?:此处|这里|链接|下方|右上角)?(?:下载|阅读|查看)(?:全文|原文|更多|文档|附件|详情)/,
  /(?:以上|这里|下面|本文)[^。！\n]{0,16}小编|小编(?:为|给|就|今天|带来|整理|收集|推荐)/,
  /以上(?:就)?是[^。！\n]{0,20}为(?:大家|您|你)[^。！\n]{0,12}(?:整理|分享|带来|提供|收集)/,
  /(?:文章|本文|资料|文档|内容|信息)来源[：:于自]|(?:^|[（(【])来源[：:][^，。；\n]{0,16}(?:网|范文|文库|资料|公众号|百度)/,
  /本文(?:由|系)[^，。；\n]{1,16}(?:整理|提供|编辑|发布|收集|原创)|版权(?:声明|归[^。\n]{1,12}所有|所有[，,：:]?)|转载请注明|侵权必?[删究]/,
  /(?:^|\s)第\s?\d{1,3}\s?页\s?[，,／/]?\s?共\s?\d{1,3}\s?页/,
  /^(?:篇[一二三四五六七八九十\d]{1,2}[：:]|[【[（(]篇[一二三四五六七八九十\d]{1,2}[】\]）)])|(?:范文|模板|报告)(?:精选|大全|通用|合集)?[（(]?\d{1,2}篇[）)]?$/,
  /(?:范文|模板|报告|总结|材料)[（(]?(?:精选|通用|最新|优秀|推荐)?(?:版|篇[一二三四五六七八九十\d]{1,2})[）)]?$|范文(?:[（(][^（）()\n]{0,12}[）)])?$/,
  /(?:希望|以供)[^。！\n]{0,10}(?:对?大家|各位|网友)[^。！\n]{0,10}(?:帮助|参考|喜欢)|欢迎(?:大家)?(?:阅读|下载|收藏|借鉴)[^。\n]{0,8}(?:参考|$|[！!。])/,
  /^(?:上一篇|下一篇|相关(?:阅读|推荐|文章)|推荐阅读|猜你喜欢|热门文章|返回(?:顶部|首页))(?:[：:]|$)/,
]

/** Words of such pages that also stand in real reports: three of them in one line tell. */
export const PAGE_WORDS: readonly RegExp[] = [
  /范文/,
  /(?:免费|付费)?下载/,
  /本站/,
  /文库/,
  /模板/,
  /网友/,
  /公众号/,
  /扫码|二维码/,
  /会员|积分/,
  /仅供参考/,
]

/**
 * One of these stands in every sentence of `PAGE_TALK`, and among any three words of `PAGE_WORDS`: most lines need not be
 * looked at more closely.
 */
export const MAY_BE_PAGE =
  /关注|访问|点击|下载|登录|尽在|搜索|收藏|加群|进群|[仅只]供|小编|大家|您|你|来源|本文|版权|转载|侵权|页|篇|版|范文|各位|网友|欢迎|阅读|推荐|文章|返回|猜你|本站|文库|公众号|扫码|二维码/

/** What in one line speaks of the page: a whole phrase, or three words that rarely meet in a report. */
export function residueIn(words: string): readonly Span[] {
  if (!MAY_BE_PAGE.test(words)) return []
  for (const pattern of PAGE_TALK) {
    const match = pattern.exec(words)
    if (match) return [{start: match.index, end: match.index + match[0].length}]
  }
  if (words.length > LONGEST_LINE) return []
  return PAGE_WORDS.filter((pattern) => pattern.test(words)).length >= 3 ? [{start: 0, end: words.length}] : []
}

/** A longer one is a paragraph, in which single words prove nothing. */
const LONGEST_LINE = 60

/** What a chat program says around the text that it was asked for. */
export const CHAT_TALK: readonly RegExp[] = [
  /(?:以下|下面)(?:是|为)(?:为您|为你|根据您|根据你|我为您|按照您)[^。！\n]{0,30}/,
  /(?:好的|当然(?:可以)?|没问题)[，,！!]\s?(?:以下|这是|下面|我(?:来|将|为))/,
  /希望(?:以上|这份|这些|本)[^。！\n]{0,16}(?:对您|对你|能帮|有所帮助|有帮助|符合您)|希望对(?:您|你)有(?:所)?帮助/,
  /作为(?:一个|一名)?(?:AI|人工智能|大语言模型|语言模型)(?:助手|模型)?/,
  /(?:如果|如|若)(?:您|你)?(?:还)?(?:需要?|有)[^。！\n]{0,24}(?:请|可以|欢迎)?(?:随时)?(?:告诉|告知|联系|提供给|补充给)我/,
  /(?:您|你)可以?根据(?:实际|具体|自己|自身)[^。！\n]{0,12}(?:修改|调整|补充|完善|填写)/,
  /(?:由|本内容由)(?:AI|人工智能)(?:自动)?生成|内容由\s?AI\s?生成/,
]

/** One of these stands in every sentence of `CHAT_TALK`. */
export const MAY_BE_CHAT = /您|你|好的|当然|没问题|希望|AI|人工智能|语言模型|告诉我|告知我|联系我|给我/
