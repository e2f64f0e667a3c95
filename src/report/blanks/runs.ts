import type {Block, Draft} from '../../draft/draft.ts'
import {classifierAt} from '../../language/classifiers.ts'
import {matchesOf} from '../../language/matches.ts'
import {NAME_ENDING} from '../../language/stand-ins.ts'
import type {Blank, BlankKind} from '../blanks.ts'

/** Characters that writers and web pages put for what is missing, as runs. */
const RUN =
  /[*＊]+|×+|[XxＸｘ]+(?:\.[XxＸｘ]+)?|[Ⅹⅹ]{2,}|[○〇◯]+|□+|[_＿]+|……|\.{3,6}|[?？]+|[-－]{2,}|N|某+|张三|李四|王五/g
const HAN = /[一-鿿]/
/** A line of stars is a rule between parts, not a blank. */
const LONGEST_STARS = 12
const CHINESE_DIGIT = /[一二三四五六七八九十百千零]/
/** 1+N+X: letters that name the parts of a scheme; the sentences that explain it use them as words. */
const FORMULA = /[+＋]\s?([NXx])|([NXx])\s?[+＋]/g
/** 《×××管理办法》 quoted as a form of title, whose ×××处 everybody fills in for himself. */
const FORM_OF_TITLE = /《(×{2,}|[XxＸ]{2,})(?![省市县区州乡镇局])[一-鿿]{2,20}》/g
const FORM_WORDS = /(?:形如|样式|格式|示范|范本|模板|备有|命名|式样|题为)/

interface Run {
  readonly words: string
  readonly start: number
  readonly end: number
  readonly run: string
  readonly left: string
  readonly right: string
  readonly block: Block
  /** Classifier or unit right behind. */
  readonly classifier: string | undefined
}

type Verdict = {readonly kind: BlankKind; readonly of: string} | undefined

/** Runs of stand-in characters that take the place of a number, date, name or word. */
export function findRuns(draft: Draft): Blank[] {
  const blanks: Blank[] = []
  for (const block of draft.blocks) {
    const words = draft.text.slice(block.start, block.end)
    const runs = matchesOf(RUN, words)
    if (!runs.length) continue
    const letters = new Set(matchesOf(FORMULA, words).map((match) => match[1] ?? match[2]))
    const forms = formsOfTitle(words)
    const markup = draft.format === 'markdown' ? NONE : boldMarks(words)
    for (const match of runs) {
      const start = match.index
      const end = start + match[0].length
      if (letters.has(match[0]) || forms.has(match[0]) || markup.has(start)) continue
      const run: Run = {
        words,
        start,
        end,
        run: match[0],
        left: words.charAt(start - 1),
        right: words.charAt(end),
        block,
        classifier: classifierAt(words, /[余多]/.test(words.charAt(end)) ? end + 1 : end),
      }
      const verdict = judge(run)
      if (verdict) blanks.push({start: block.start + start, end: block.start + end, ...verdict})
    }
  }
  return blanks
}

const NONE: ReadonlySet<number> = new Set()

function formsOfTitle(words: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const match of matchesOf(FORM_OF_TITLE, words))
    if (match[1]?.startsWith('×') || FORM_WORDS.test(words)) forms.add(match[1] as string)
  return forms
}

/** Offsets of `**` that are left-over Markdown in plain text: **小标题** or **整改措施：** at the start of a line or sentence. */
function boldMarks(words: string): ReadonlySet<number> {
  if (!words.includes('**')) return NONE
  const marks = new Set<number>()
  for (const match of matchesOf(/(^|[。；]|[)）、.．])\s{0,2}\*\*(?!\*)([^*\n]{1,60})\*\*(?!\*)/g, words)) {
    const inside = match[2] as string
    const closing = match.index + match[0].length - 2
    if (!/[：:。]$/.test(inside) && !/^(?:[：:\s]|$)/.test(words.slice(closing + 2, closing + 3))) continue
    marks.add(closing).add(closing - inside.length - 2)
  }
  return marks
}

function judge(run: Run): Verdict {
  const first = run.run.charAt(0)
  if ('*＊'.includes(first)) return judgeStars(run)
  if (first === '×') return judgeCross(run)
  if ('XxＸｘⅩⅹ'.includes(first)) return judgeLetters(run)
  if ('○〇◯'.includes(first)) return judgeCircles(run)
  if (first === '□') return judgeSquares(run)
  if ('_＿'.includes(first)) return judgeUnderscores(run)
  if ('….'.includes(first))
    return HAN.test(run.left) && run.classifier ? {kind: 'number', of: run.classifier} : undefined
  if ('?？-－'.includes(first)) return judgeMarks(run)
  if (first === 'N')
    return HAN.test(run.left) && run.classifier && run.classifier !== '级'
      ? {kind: 'number', of: run.classifier}
      : undefined
  return judgeSomebody(run)
}

/** What a run stands for, once it is known to be a blank. */
function meaning(run: Run, otherwise: BlankKind): NonNullable<Verdict> {
  const {words, end, right, classifier} = run
  if (isDate(run)) return {kind: 'date', of: /[月日]/.test(right) ? right : '年'}
  if (classifier) return {kind: 'number', of: classifier}
  const name = nameAt(words, end)
  if (name) return {kind: 'name', of: name}
  if (/(?:人|部门|单位|领导|科室|股室|由)[：:\s]*$/.test(words.slice(Math.max(0, run.start - 4), run.start)))
    return {kind: 'name', of: ''}
  return {kind: otherwise, of: ''}
}

const nameAt = (words: string, offset: number): string | undefined => {
  NAME_ENDING.lastIndex = offset
  return NAME_ENDING.exec(words)?.[0]
}

/** The start of 年, 月 or 日 behind a blank, or the bracket behind the year of a document number. */
function isDate({words, end, right, start}: Run): boolean {
  if (right === '月' || right === '日') return !/^(?:日常|日益|日志|月均)/.test(words.slice(end, end + 2))
  if (right === '年') return !words.startsWith('年级', end)
  return isShortYear(words, start, end) && /[〕\]年]/.test(right)
}

/** 20XX, 202X: digits and stand-ins that make four together. */
function isShortYear(words: string, start: number, end: number): boolean {
  const digits = /(?:^|[^\d])((?:19|20)\d?)$/.exec(words.slice(Math.max(0, start - 4), start))
  return digits !== null && (digits[1] as string).length + end - start === 4
}

const stands = ({words, start, end}: Run): boolean => start === 0 && end === words.length
const isLong = ({run}: Run): boolean => run.length >= 2

/** Something that reads like prose on one side, or a place where a value is due. */
const touchesProse = ({words, start, end, left, right}: Run): boolean =>
  HAN.test(left === ' ' ? words.charAt(start - 2) : left) ||
  HAN.test(right === ' ' ? words.charAt(end + 1) : right) ||
  /[：:（(《“〔¥￥、]/.test(left) ||
  /[%％‰》〕]/.test(right)

const isYear = (run: Run): boolean => isShortYear(run.words, run.start, run.end) && /[年〕\]学版]/.test(run.right)

function judgeStars(run: Run): Verdict {
  const {words, start, end, left, right, classifier} = run
  if (run.run.length > LONGEST_STARS) return undefined
  if (stands(run)) return run.block.kind === 'cell' && isLong(run) ? {kind: 'letters', of: ''} : undefined
  if (isYear(run)) return {kind: 'date', of: '年'}
  if (/[A-Za-z./\\]/.test(left) || /[A-Za-z\d./\\]/.test(right)) return undefined
  // 标*号的项目: a star that is spoken of
  if (classifier === '号' && !isLong(run)) return /[第〕\]]/.test(left) ? {kind: 'number', of: '号'} : undefined
  if (classifier || isDate(run)) return meaning(run, 'number')
  if (/\d/.test(left)) return undefined
  if (!isLong(run) && start === 0) return undefined
  if (nameAt(words, end)) return isLong(run) || HAN.test(left) ? meaning(run, 'name') : undefined
  if (!isLong(run)) return /[第共约达计]/.test(left) && !/[一-鿿]/.test(right) ? {kind: 'number', of: ''} : undefined
  return touchesProse(run) || /[：:]\s$/.test(words.slice(0, start)) ? meaning(run, 'word') : undefined
}

function judgeCross(run: Run): Verdict {
  const {left, right, classifier} = run
  if (isYear(run)) return {kind: 'date', of: '年'}
  if (/[\dA-Za-z”"]/.test(left) || /[\dA-Za-z]/.test(right)) return undefined
  if (stands(run)) return isLong(run) ? {kind: 'letters', of: ''} : undefined
  if (classifier || isDate(run)) return meaning(run, 'number')
  return isLong(run) && (touchesProse(run) || isLabelled(run)) ? meaning(run, 'letters') : undefined
}

/** Behind a label's colon, or where a line ends that somebody has signed: 局长  XXX. */
const isLabelled = ({words, start, end}: Run): boolean => {
  const before = words.slice(Math.max(0, start - 6), start)
  return /[：:]\s{1,2}$/.test(before) || (end === words.length && /[一-鿿][ \u00a0　]{1,5}$/.test(before))
}

function judgeLetters(run: Run): Verdict {
  const {words, end, left, right, classifier} = run
  if (/[A-Za-z+＋\-\d]/.test(right) || /[A-Za-z+＋]/.test(left)) return undefined
  if (/^(?:光|射线|线|染色体|轴|刀|型|形)/.test(words.slice(end, end + 3))) return undefined
  if (/\d/.test(left)) {
    if (isYear(run)) return {kind: 'date', of: '年'}
    return classifier ? meaning(run, 'number') : undefined
  }
  if (stands(run)) return isLong(run) ? {kind: 'letters', of: ''} : undefined
  if (isLong(run)) return touchesProse(run) || isLabelled(run) ? meaning(run, 'letters') : undefined
  if (classifier || isDate(run)) return meaning(run, 'number')
  if (/^[省市县区乡镇村局校]/.test(right)) return meaning(run, 'name')
  // the letters of a document number: X政教督〔202X〕X号
  return /^[一-鿿]{1,6}〔/.test(words.slice(end, end + 8)) && !HAN.test(left) ? {kind: 'letters', of: ''} : undefined
}

function judgeCircles(run: Run): Verdict {
  const {left, right, classifier} = run
  if (CHINESE_DIGIT.test(left) || CHINESE_DIGIT.test(right)) return undefined
  if (stands(run)) return isLong(run) && run.block.kind === 'cell' ? {kind: 'letters', of: ''} : undefined
  if (isYear(run)) return {kind: 'date', of: '年'}
  if (isLong(run)) return touchesProse(run) || isLabelled(run) ? meaning(run, 'letters') : undefined
  return run.start > 0 && /[一-鿿]/.test(left) && (classifier || isDate(run)) ? meaning(run, 'number') : undefined
}

function judgeSquares(run: Run): Verdict {
  if (isYear(run)) return {kind: 'date', of: '年'}
  if (stands(run)) return isLong(run) ? {kind: 'letters', of: ''} : undefined
  if (isLong(run)) return meaning(run, 'letters')
  // one square is a box to tick, unless a number is due
  return HAN.test(run.left) && (run.classifier || isDate(run)) ? meaning(run, 'number') : undefined
}

function judgeUnderscores(run: Run): Verdict {
  const {left, right, classifier} = run
  if (isYear(run)) return {kind: 'date', of: '年'}
  if (/[A-Za-z\d./\\]/.test(left) || /[A-Za-z\d./\\]/.test(right)) return undefined
  if (stands(run)) return isLong(run) && run.block.kind === 'cell' ? {kind: 'letters', of: ''} : undefined
  if (isLong(run)) return meaning(run, 'letters')
  return (classifier || isDate(run) || /[村镇乡县]/.test(right)) && /[一-鿿，。；、]/.test(left)
    ? meaning(run, 'number')
    : undefined
}

/** 党组会？次, 责任书--份: marks of a sentence, and a blank only where nothing but a counted thing's end stands behind. */
function judgeMarks({run, words, end, left, classifier}: Run): Verdict {
  if (!classifier || !HAN.test(left)) return undefined
  const isCounted = classifier.length > 1 || /^(?:[，。；、）)]|$)/.test(words.slice(end + classifier.length))
  return isCounted || (run.length > 1 && /[?？]/.test(run)) ? {kind: 'number', of: classifier} : undefined
}

/** 某局调拨的: in a report of one's own nobody need be hidden; told as a case from elsewhere, he may. */
const MASKED_UNIT = /^(?:局|镇|乡(?!镇)|县(?![级区直])|校)(?!长)/
const OF_CASES = /案例|通报|曝光|警示|例如|剖析|教训/

/** 某某, 某 before the end of a name, 张三. Not 某些, 某品牌, and not the persons of a case (张某某). */
function judgeSomebody({words, end, run, left, right}: Run): Verdict {
  if (run.length >= 2 && run.startsWith('某'))
    return /[赵钱孙李周吴郑王冯陈杨张刘黄林何高马罗梁宋唐许韩邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]/.test(
      left,
    )
      ? undefined
      : {kind: 'name', of: nameAt(words, end) ?? ''}
  if (run === '某') {
    if (/^(?:年某?月|月某?日)/.test(words.slice(end, end + 3)) || (/[年月]/.test(left) && /[月日]/.test(right)))
      return {kind: 'date', of: right}
    const inName = /^(?:[省市县区乡镇村]|街道)(?:[一-鿿]{0,8}(?:政府|委|局|办|中心|学校|小学|中学|医院|院|站|所))/.test(
      words.slice(end, end + 14),
    )
    const alone = /^(?:[省市县区乡镇]|街道|局|校|单位)/.test(words.slice(end, end + 2)) && !/[，。；！]/.test(words)
    const inProse = MASKED_UNIT.test(words.slice(end, end + 2)) && !/[如像似]/.test(left) && !OF_CASES.test(words)
    return inName || alone || inProse ? {kind: 'name', of: right} : undefined
  }
  return !CHINESE_DIGIT.test(right) &&
    /^(?:[，。；、：:）)\s]|同志|任|负责|牵头|担任|主持|带队|$)/.test(words.slice(end, end + 2))
    ? {kind: 'name', of: ''}
    : undefined
}
