import {emptiness, namesFact} from './vague.ts'

/** 我局将以此次自查为契机，…再上新台阶: the words of a closing vow. */
const VOW =
  /(?:以(?:此|这|本)次|契机|起点|标尺|劲头|久久为功|再接再厉|台阶|新局面|贡献|防线|关切|期盼|期待|满意|放心|守护|守好|营造|保驾护航|保障|重要依据|提升[^。，]{0,8}水平|效益|实效|成效|成果|转化为|常态长效|持续用力|努力)/

const PROMISE = /将|要|会|一定|努力|继续|推动|争取|确保/

/** Whether a paragraph only vows to do well: it promises, in set words, and names no fact. */
export function isVow(words: string): boolean {
  if (words.length > 160 || !PROMISE.test(words) || namesFact(words)) return false
  return VOW.test(words) || emptiness(words) >= 0.7
}
