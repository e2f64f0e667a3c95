import {defineRule} from '../../src/lint/rule.ts'

const FULL: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。'}
const HAN = '[一-鿿]'

/**
 * A mark between Han; a full stop only where a sentence ends, never in `1.` or `3.5`. Behind a figure or a Latin word
 * (降到4%,未…, 共12,其中…) a comma is one too, where a Chinese clause follows.
 */
const MARK = new RegExp(
  `[,;:!?](?<=(?:${HAN}|[”》）]).)(?=${HAN}|[“《（\\d]|$)|\\.(?<=(?:${HAN}|[”》）]).)(?=${HAN}|[“《]|$)|` +
    `[,;](?<=(?:[%％℃A-Za-z]|(?:${HAN}|[.%])\\d{1,8}).)(?=${HAN})`,
  'gm',
)
/** A remark in half-width brackets behind Han; （一） and 1) are numbers. */
const BRACKETS = new RegExp(
  `(?<=${HAN})\\((?![一二三四五六七八九十\\d]{1,3}\\))[^()（）\\n]{0,40}${HAN}[^()（）\\n]{0,40}\\)`,
  'g',
)

export default defineRule({
  id: 'half-width-mark',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '汉字之间用了半角标点。', en: 'Half-width punctuation between Chinese characters.'},
  why: {
    zh: '《标点符号用法》（GB/T 15834）规定中文用全角标点；半角、全角混用多半是从别处粘贴留下的痕迹。',
    en: 'GB/T 15834 asks for full-width marks in Chinese; a mixture usually betrays pasted text.',
  },
  how: {zh: '改为全角标点。', en: 'Use the full-width mark.'},
  messages: {
    mark: {zh: '半角标点“{mark}”应为全角“{full}”。', en: 'Half-width “{mark}” should be “{full}”.'},
    brackets: {zh: '半角括号应为全角“（）”。', en: 'Half-width brackets should be full-width （）.'},
  },
  bad: [
    {text: '坚持每日学习⟦,⟧狠抓落实。', fixed: '坚持每日学习，狠抓落实。'},
    {text: '存在两个问题⟦:⟧一是台账不全⟦;⟧二是登记不及时⟦.⟧', fixed: '存在两个问题：一是台账不全；二是登记不及时。'},
    {
      text: '点击率降到4%⟦,⟧没有发生泄密。系统改用HTTPS⟦,⟧日志共260条⟦;⟧查出隐患12⟦,⟧均已整改。',
      fixed: '点击率降到4%，没有发生泄密。系统改用HTTPS，日志共260条；查出隐患12，均已整改。',
    },
    {text: '投入资金6万元⟦(含上级补助)⟧。', fixed: '投入资金6万元（含上级补助）。'},
    {text: '更换设备⟦(含安装)⟧3台。', fixed: '更换设备（含安装）3台。'},
  ],
  good: [
    {text: '会议于9:30开始，下午2.5小时。'},
    {text: '(一)强化责任。1.制定方案。2)印发通知。'},
    {text: '网址https://example.cn/a,b，邮箱a@b.cn。'},
    {text: '使用Word, Excel等软件。'},
    {text: '比例为3:1，合计1,200元。'},
    {text: '1,台账不全。\n2,培训不够。'},
  ],
  *check(report) {
    for (const match of report.find(MARK)) {
      const full = FULL[match[0]] as string
      yield {at: match, message: 'mark', data: {mark: match[0], full}, fix: [{at: match, text: full}]}
    }
    for (const {start, end} of report.find(BRACKETS))
      yield {
        at: {start, end},
        message: 'brackets',
        fix: [
          {at: {start, end: start + 1}, text: '（'},
          {at: {start: end - 1, end}, text: '）'},
        ],
      }
  },
})
