import type {Draft} from '../../draft/draft.ts'
import {classifierAt} from '../../language/classifiers.ts'
import {matchesOf} from '../../language/matches.ts'
import {DOUBT, INSTRUCTION, LOOKED_AT, PART_PENDING, PLAIN_SLOT, SLOT} from '../../language/stand-ins.ts'
import type {Blank} from '../blanks.ts'

/** A pair of brackets around a few words. No bracket may stand inside: （…《…》…） is seen from its innermost pair. */
const BRACKETS = /[（(【[［{｛<＜〈]([^（）()【】[\]［］{}｛｝<>＜＞〈〉\n]{1,40})[）)】\]］}｝>＞〉]/g
/** Nothing but stand-ins: 【XX】, 【**】. Round brackets keep theirs, which runs.ts tells. */
const BLANK = /^(?:[Xx×＊*_○□]{2,4}|某某)$/
/** Behind these a name or number is due, and what stands in 【】 is no label: 由【姓名】负责, not 【时间】6月3日. */
const DUE = /[由经为共至于在达约与和向派请：:]$/
/** Words that take the place of a number or name without brackets: 月薪待定元. */
const PENDING = /(?:待(?:定|核实|核|补充|补|填写|填|确认|查)|TBD|tbd|TODO)(?![A-Za-z])/g
const AMOUNT = /(?:金额|数量|人数|数字|数据|名称|文号|分数|得分|比例|面积|数|率)$/

/** Notes to the writer and slots of a template: （此处填写月份）, 【待补充】, [具体单位名称], 待定. */
export function findInstructions(draft: Draft): Blank[] {
  const {text, blocks} = draft
  const blanks: Blank[] = []
  for (const block of blocks) {
    const words = text.slice(block.start, block.end)
    for (const match of matchesOf(BRACKETS, words)) {
      const end = match.index + match[0].length
      const inside = (match[1] as string).trim()
      const span = {start: block.start + match.index, end: block.start + end, of: classifierAt(words, end) ?? ''}
      if (/^[【[［]/.test(match[0]) && BLANK.test(inside)) blanks.push({...span, kind: span.of ? 'number' : 'letters'})
      else if (isNote(match, inside, words, block.kind === 'cell')) blanks.push({...span, kind: 'instruction'})
    }
    for (const match of matchesOf(PENDING, words)) {
      const end = match.index + match[0].length
      if (!standsForValue(words, match.index, end, match[0], block.kind === 'cell')) continue
      blanks.push({
        start: block.start + match.index,
        end: block.start + end,
        kind: 'letters',
        of: classifierAt(words, end) ?? '',
      })
    }
  }
  return blanks
}

/** Whether what a bracket holds is meant for the writer and not for the reader. */
function isNote({0: all, index}: RegExpExecArray, inside: string, words: string, isCell: boolean): boolean {
  if (PLAIN_SLOT.test(inside)) return true
  const end = index + all.length
  if (SLOT.test(inside)) {
    if (/^[[［{｛<＜〈]/.test(all)) return true
    if (all.startsWith('【')) return classifierAt(words, end) !== undefined || DUE.test(words.slice(0, index))
    return !isCell && (classifierAt(words, end) !== undefined || /^[》同市县]/.test(words.slice(end, end + 1)))
  }
  if (inside.includes('待') && PART_PENDING.test(inside))
    return !LOOKED_AT.test(words.slice(Math.max(0, index - 30), index))
  return INSTRUCTION.test(inside) || (DOUBT.test(inside) && /\d[^，。；]{0,4}$/.test(words.slice(0, index)))
}

function standsForValue(words: string, start: number, end: number, word: string, isCell: boolean): boolean {
  const before = words.slice(Math.max(0, start - 4), start)
  const whole = start === 0 && end === words.length
  if (/^[A-Z]/i.test(word)) return !/[A-Za-z]$/.test(before)
  if (whole) return isCell && word !== '待核实' && word !== '待查'
  if (/[：:→]\s*$/.test(before) && /^(?:[。；，）]|$)/.test(words.slice(end))) return true
  if (classifierAt(words, end) !== undefined && /[一-鿿]$/.test(before) && !/[尚仍还亟有]$/.test(before))
    return !/^[个一]/.test(words.slice(end)) || AMOUNT.test(before)
  return AMOUNT.test(before) && /^(?:[。；，、）)]|$)/.test(words.slice(end)) && word !== '待核实' && word !== '待查'
}
