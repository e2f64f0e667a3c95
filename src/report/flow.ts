import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {isFullStop} from '../language/characters.ts'
import {matchesOf} from '../language/matches.ts'
import type {Piece} from './marks.ts'
import {ofPiece} from './wording.ts'

/** A sentence that only announces what follows. */
const INTRODUCTION =
  /[：:]$|(主要)?(表现|体现|反映)(在|为|如下)|如下[^。；]{0,10}[。：:]?$|以下(几|[一二三四五六七八九十\d])[^。；]{0,20}$|^(在(?:肯定|看到|总结|取得)[^。，]{0,6}(?:成绩|成效|进步)|虽然|尽管|对照|通过自查|经自查|自查中|检查中|排查中|从.{0,8}(看|来看)|总体|总的|与.{2,20}相比|同时也)[^。]{0,60}(问题|不足|差距|短板|弱项|薄弱|漏洞|毛病|困难)[^。]{0,12}[。：]?$|^(针对|对照|围绕|根据|结合|对)(上述|以上|这些|存在|查出|发现|自查).{0,60}[。：:]?$|^(还|仍|尚|也)(存在|有).{0,14}(问题|不足|差距|短板|弱项|困难)[。：]?$|^[^，。]{0,14}[，]?[^，。]{0,14}(仍有|还有|尚有|存在)[^，。]{0,10}(不到位的地方|问题|漏洞|不足|差距|短板|弱项|薄弱环节|困难)[。：]?$|[仍还尚也](?:存?在|有)[^。；，]{0,24}(?:地方|之处|环节|空间)[^。；，]{0,12}[。：]?$|^(下一?步|今后)[，,]?[^。，；]{0,8}将?(对照|针对|围绕|按照)[^。；，\d]{0,20}(改进|整改|落实|解决)(到位)?[。：:]$|^除了?上(面|述).{0,30}[：:。]$|^[^。；]{0,20}(有|存在)[一二三四五六七八九十两几\d]{1,2}[个点处条]?(方面)?的?(主要|突出)?(问题|不足|短板|毛病|缺点)[。：]?$|^[^。；]{0,16}(问题|不足|毛病|差距|短板|漏洞)(也|还|仍|依然|仍然)?(不少|较多|很多|突出|明显|存在)[。：]?$|(未|没有)(发现|查出)[^，。]{0,30}(问题|隐患|情况|情形|现象)[^，。]{0,6}[。；]?$|^[^。，；\d]{0,8}(?:这样|这么)(?:改|办|做|干)。?$|^下面[^。；\d]{0,24}。?$|^[^。，；\d]{0,8}(?:问题|不足|毛病|隐患|短板)[^。，；\d]{0,6}(?:下面|以下)[^。，；]{0,10}。?$|^[^。，；\d]{0,8}(?:毛病|问题|不足|漏洞|缺点)(?:也|还|都|确实)?(?:不少|有|很?多|存在)，[^。；\d]{0,20}(?:说|讲|摆|列|道)(?:来|出来|清楚|明白)?。?$|^[^，；。\d]{0,10}怎么(?:改|办|补)，[^；。]{0,40}(?:定|议|商量|讨论|研究)[^，；。]{0,4}[了过]。?$|(?:以下|下[面列])(?:这|的)?[几一二三四五六七八九十两\d]{1,2}(?:件(?:大|实)?事|件(?:事情|工作)|(?:项|条|个方面的?)(?:工作|任务|措施|举措|办法)|点|个?方面|[步招])(?:[^。；\d]|20\d\d年){0,24}[。：]?$|^[^。；]{0,40}(?:商量|商议|讨论)出(?:这么|以下)?[几一二三四五六七八两\d]{1,2}[条点个][^。；\d]{0,12}。?$/
/** 反馈的5个问题，已完成4个，正在整改1个。 only counts; what is left of such a sentence without its figures is nothing. */
const COUNTS =
  /\d+(?:个|项|处|条|件|%|％)|(?:\d+年)?\d+月(?:\d+日|底)|问题|隐患|事项|任务|反馈|巡[察视]|督[察查]|检查|自查|发现|查出|排查|指出|已经?|均|全部|基本|正在|持续|长期|尚未|未|需|其余|其中|以上|上述|目前|截至|共|都|整改|完成|推进|到位|销号|完毕|落实|坚持|解决|率|达|为|的|中|有|本次|此次|这次|累计|当场|限期|立即|现|尚余|尚有|剩余|余下|分别|[，、；。：！\s]/g
const isTally = (words: string): boolean =>
  words.length <= 80 &&
  /\d[个项处条件]/.test(words) &&
  /整改|完成|销号/.test(words) &&
  words.replace(COUNTS, '').length <= 1

/** Whether a paragraph below a list only counts what came of it. */
export const isCount = ofPiece(
  (text, piece) => piece.opensBlock && !piece.mark && isTally(text.slice(piece.body, piece.end)),
)

/** Whether a sentence only says that problems, or what is done, follow. */
export const announces = (words: string): boolean => INTRODUCTION.test(words) || isTally(words)

/** A sentence that closes the report. */
const CLOSING =
  /^(特此|专此|(?:这些|以上|上述)[^，。；]{0,6}(?:事|问题|措施)[^。；]{2,60}请[^，。；]{0,12}(?:验看|验收|检查|指导|来看|复查|查看)|[^，。；\d]{2,10}(?:没有小事|无小事|大意不得|马虎不得|大于天|等不得|拖不得|耽误不起)，[^。；\d]{2,30}|(?:到时|届时)?，?(?:恳?请|欢迎)[^，。；]{2,16}来(?:人|村|站|院|校|园)?[^，。；]{0,6}(?:看|验[看收]|检查|查看|指导)|(?:以上|上述)[^。]{2,80}届时[^，。]{0,4}(?:另行|再)(?:行?报|专题报)[^，。]{0,6}。|以上就是|以上(报告|情况|是|[^，。]{0,10}(事项|措施|工作|问题|项)?[^，。]{0,4}(由|已|均|将))|我[一-鿿]{1,4}将(以此|把此)|[^，。]{2,12}将以此次|(以上|上述)?整改完成情况|以上[^。；]{0,10}如有[^。，；]{0,8}(?:不到|不妥|不当|遗漏|疏漏)|[^。；\d]{0,16}(?:复印件|原件|底稿|账册|资料)[^。；]{0,20}随时[^。；]{0,12}[看查]|妥否|请(审阅|审示|批评|领导)|总之|总的(看|来说)|今后[，,]我|感谢|[^。；\d]{0,40}(?:提醒|警示|告诫|启示)我们)|(再接再厉|迈上新台阶|作出.{0,10}(新的?)?(更大)?贡献|奠定.{0,8}基础|提供.{0,14}保障|保驾护航|以此次.{0,10}为(契机|新的?起点|抓手)|绷紧.{0,12}弦|(批评|予以)指正|请[^。，；]{0,16}(?:批评|指出来|指正)|提出?宝贵意见|落到实处|落地见效|取得实效|见底到位|为止)[。！]?$/

/** 以此次自查为契机，每季度… goes on to say what will be done; 每月25日前通报进度，至销号为止 is a fact. */
const closes = (words: string): boolean =>
  CLOSING.test(words) &&
  !/(契机|起点|抓手)[，,][^。]{0,60}(每[天周月季半年]|\d)|\d(?:万?元|日前)[^。]{0,60}为止。?$/.test(words)

/** Whether a piece is nothing but an introduction: one sentence, not an item's own. */
export const isIntroduction = ofPiece(
  (text, piece) =>
    piece.end - piece.body <= 120 && sentenceCount(text, piece) <= 2 && announces(text.slice(piece.body, piece.end)),
)

/** What a report that is made public ends with: 欢迎…监督。联系电话：… */
const CONTACT =
  /^(?:欢迎[^。；]{2,40}监督|如有[^。；，]{0,8}(?:意见|建议|异议)|(?:联系|监督|值班|举报|咨询)(?:人|电话|方式|地址)[：:]|(?:邮寄|通讯|通信|来信)地址[：:]|(?:电子)?(?:邮箱|信箱|邮件)[：:])/

/** Whether a piece only closes the report: short, and not an item of its own; 同时，… may begin it. */
export const isClosing = ofPiece((text, piece) => {
  const {mark} = piece
  const isAdded = mark?.kind === 'sequence' && mark.value === undefined
  if ((mark && !isAdded) || sentenceCount(text, piece) > 3) return false
  const words = text.slice(piece.body, piece.end)
  if (CONTACT.test(words)) return true
  return !words.includes('；') && closes(words)
})

/** Sentences that go on with the one before: they explain, they do not open a new matter. */
export const CONTINUES =
  /^(这|其中|导致|致使|造成|究其|(?:主要|根本|直接|深层次?)?原因|根子|根源|病根|症结|归根|说到底|主要是因为|因为|因此|所以|甚至|尤其|特别|例如|比如|如[，,：:]|有的|事后|对此|为此|由此|说明|反映出|一旦)/

/** What only tells why: no item of its own, even where none stands before. */
const TELLS_CAUSE = /^(究其原因|(主要|根本)?原因(在于|是)|根子在于|根源在于)/

/** 台账管理不严。… or 充实队伍。由办公室负责，…: a short heading, and behind it a sentence or two that tell more. */
const HEADED =
  /^[^。；，、：！？\d]{3,12}。(?:[^。；！？]{2,40}，|[^。；！？\d]{0,30}\d)[^。；！？]*(?:。(?:[^。；！？]{8,}。?)?)?$/

/** One item a sentence (or half-sentence, where a paragraph is cut by ；). Several plain paragraphs are one item each. */
export function flowItems({text}: Pick<Draft, 'text'>, pieces: readonly Piece[]): Span[] {
  const told = pieces.filter((piece) => piece.end > piece.body && !isClosing(text, piece))
  const paragraphs = told.filter((piece) => !isIntroduction(text, piece))
  // two will do behind a line that announces them
  const least = told[0] && paragraphs[0] !== told[0] && paragraphs.every(({opensBlock}) => opensBlock) ? 2 : 3
  if (paragraphs.length >= least && paragraphs.every((piece) => sentenceCount(text, piece) <= 4))
    return paragraphs.map(({body, end}) => ({start: body, end}))
  return flatMap(told, (piece) =>
    sentencesOf(text, piece).map(({start, end}) => ({start: piece.start + start, end: piece.start + end})),
  )
}

const sentenceCount = ofPiece((text, {body, end}) => {
  let count = 0
  for (let at = body; at < end; at++) if (isFullStop(text.charCodeAt(at))) count++
  return count
})

/** Counted from the piece's start. */
const sentencesOf = ofPiece((text, piece): readonly Span[] => {
  const words = text.slice(piece.body, piece.end)
  const body = piece.body - piece.start
  const semicolons = words.match(/；/g)?.length ?? 0
  const isCut = semicolons >= 1 && semicolons >= (words.match(/。/g)?.length ?? 0)
  const separator = isCut ? /[^。；！？]+[。；！？]?/g : /[^。！？]+[。！？]?/g
  const items: {start: number; end: number}[] = []
  for (const match of matchesOf(separator, words)) {
    const lead = /^\s*(?:[^：。；]{2,40}[：:](?=[^：]{8}))?/.exec(match[0])?.[0] ?? ''
    const introduces =
      /(如下|问题|打算|措施|办法|安排|方面|几件事|工作|表现在|主要是|毛病|[以这]下|下面|这里|[几一两三四五六七八九十\d][处条项点个]|做好)[：:]$/.test(
        lead,
      )
    const from = match.index + (introduces ? lead.length : (/^\s*/.exec(match[0])?.[0].length ?? 0))
    const sentence = words.slice(from, match.index + match[0].length)
    const start = body + from
    const end = start + sentence.length
    if (!sentence.trim() || announces(sentence) || closes(sentence)) continue
    const last = items.at(-1)
    if (last && CONTINUES.test(sentence)) last.end = end
    else if (!TELLS_CAUSE.test(sentence)) items.push({start, end})
  }
  const [first] = items
  if (first && HEADED.test(words.slice(first.start - body))) return [{start: first.start, end: piece.end - piece.start}]
  return items
})
