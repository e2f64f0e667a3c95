import type {Draft} from '../../draft/draft.ts'
import {matchesOf} from '../../language/matches.ts'
import type {Blank} from '../blanks.ts'

/**
 * Digits that are simply gone, with nothing left in their place or one blank (党组会 次). Only where a number must stand: a
 * measure of size right behind its unit of measure (占地面积平方米), people or things counted with nothing before the classifier (学生人，).
 */
export const LOST: readonly RegExp[] = [
  /(?:面积|占地|总投资|投资|资金|经费|金额|总额|收入|支出|预算|补助|全长|总长|长度|产值)(?:为|达|共|约|共计|合计)?( ?)((?:平方米|平方公里|立方米|公里|千米|公顷|亩|万元|亿元|万亩)(?=[，。；、）)]))/g,
  /(?:学生|教师|教职工|党员|职工|干部|幼儿|群众|工作人员|医护人员|专任教师|队员|预备党员)( ?)((?:人次|人|名)(?=[，。；、）)]))/g,
  /(?:会议|培训|检查|活动|演练|学习|研讨|座谈会|例会|专题会|党[组委]会|支委会|办公会|推进会|调度会|部署会|现场会|党员大会|生活会|党课|讲座|宣讲|巡查|督查|走访|谈话)( ?)((?:人次|次|场次|(?<!会)场|期)(?=[，。；、）)]))/g,
  /(?:隐患|问题|资料|手册|传单|宣传单|标语|简报|信息|档案|合同|建议|意见)( ?)((?:处|个|份|册|条|篇)(?=[，。；）)]))(?<!意见个|问题处)/g,
  /(?:责任书|承诺书|告知书|通知书|整改单|台账|报告|方案|文件|制度|倡议书|明白纸|宣传册)( ?)((?:份|件|项)(?=[，。；）)]))/g,
  /(?<=[，。；])(?:其中|现有|共有|共计|累计|合计|总计)( ?)((?:人次|人|名|个|项|次|条|户|家|万元)(?=[，。；、）)]))/g,
]

/** What all of these end with: a unit of measure, or a classifier without a number, in front of a mark. Most paragraphs have none. */
export const MAY_LACK =
  /[，。；、）)](?<=(?:[米里顷亩元]|(?<![\d一二两三四五六七八九十百千万几多余])[人名次场期处个份册条篇件项户家]).)/
/** ，个班级: what is counted, and its classifier alone. */
const BARE = /()(个(?<=[，、；].)(?:教学班|班级|党支部|村民小组|科室|部门|项目)(?=[，。；、]))/g

export function findLostDigits(draft: Draft): Blank[] {
  const blanks: Blank[] = []
  for (const block of draft.blocks) {
    if (block.kind === 'cell') continue
    const words = draft.text.slice(block.start, block.end)
    for (const pattern of MAY_LACK.test(words) ? [BARE, ...LOST] : [BARE])
      for (const match of matchesOf(pattern, words)) {
        const [all, gap, unit] = match as unknown as readonly [string, string, string]
        const end = block.start + match.index + all.length
        const start = end - unit.length
        blanks.push(
          gap ? {start: start - 1, end: start, kind: 'frame', of: unit} : {start, end, kind: 'silent', of: unit},
        )
      }
  }
  return blanks
}
