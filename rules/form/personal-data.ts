import {defineRule} from '../../src/lint/rule.ts'

const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const MOBILE = /(?<![\d-])1[3-9]\d{9}(?![\d])/g
/** A stamp of secrecy stands alone on its line: 机密★1年. */
const SECRET = /^(?:绝密|机密|秘密)(?:[★☆*]|[（(★].{0,8}$|$)/

/** Checksum of an identity number: GB 11643, ISO 7064 MOD 11-2. */
function isIdentity(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number.charAt(17).toUpperCase()
}

export default defineRule({
  id: 'personal-data',
  group: 'form',
  severity: 'error',
  fixes: 'suggestion',
  ground: '规定',
  what: {zh: '文中有身份证号、手机号或密级标志。', en: 'An identity number, a mobile number or a mark of secrecy.'},
  why: {
    zh: '个人信息受《个人信息保护法》保护，报告层层流转极易外泄；带密级的材料不得在普通电脑上处理。',
    en: 'Personal data is protected by law and a report passes many hands; secret papers must not be kept on an ordinary computer.',
  },
  how: {
    zh: '删去或遮去中间几位；有密级标志的，请立即停止在这台电脑上处理。',
    en: 'Delete it or mask the middle; where it is secret, stop using this computer for it.',
  },
  messages: {
    identity: {
      zh: '这里有一个身份证号码，请删去或遮去中间几位。',
      en: 'An identity number: delete it or mask its middle.',
    },
    mobile: {
      zh: '这里有一个手机号码，请确认是否需要公开，或遮去中间几位。',
      en: 'A mobile number: make sure it may be shown, or mask its middle.',
    },
    secret: {
      zh: '这里有密级标志：涉密材料不得在联网或普通电脑上处理。',
      en: 'A mark of secrecy: secret papers must not be kept on an ordinary computer.',
    },
    mask: {zh: '遮去中间几位', en: 'Mask the middle'},
  },
  bad: [
    {text: '负责人身份证号⟦11010519491231002X⟧。'},
    {text: '联系电话：⟦13800138000⟧。'},
    {text: '⟦机密★1年⟧\n关于保密工作的自查报告'},
  ],
  good: [
    {text: '设备编号110105194912310021。'},
    {text: '办公电话0571-88880000。'},
    {text: '流水号13800138000，订单编号13900139000。'},
    {text: '对秘密载体逐件清点。'},
  ],
  *check(report) {
    for (const match of report.find(IDENTITY))
      if (isIdentity(match[0])) yield {at: match, message: 'identity', suggestions: [mask(match, 6, 4)]}
    for (const match of report.find(MOBILE)) {
      if (
        /(?:号码?|编号|流水号|订单|单号|代码|账号|卡号)[^，。；电话手机]{0,6}$/.test(
          report.text.slice(Math.max(0, match.start - 12), match.start),
        ) &&
        !/(?:电话|手机|联系)[^，。；]{0,8}$/.test(report.text.slice(Math.max(0, match.start - 12), match.start))
      )
        continue
      yield {at: match, message: 'mobile', suggestions: [mask(match, 3, 4)]}
    }
    for (const block of report.blocks.slice(0, 4))
      if (SECRET.test(report.words(block))) yield {at: block, message: 'secret'}
  },
})

/** Leaves the first `head` and the last `tail` digits. */
function mask({start, end}: {readonly start: number; readonly end: number}, head: number, tail: number) {
  const at = {start: start + head, end: end - tail}
  return {message: 'mask' as const, edits: [{at, text: '•'.repeat(at.end - at.start)}]}
}
