import {matchesOf} from '../language/matches.ts'
import type {Piece} from './marks.ts'
import type {Role} from './roles.ts'
import {PLAN_BEGINS} from './turns.ts'
import {ofPiece} from './wording.ts'

/** 但…仍存在…问题, 查下来有四处毛病： … a sentence that opens the problems where no heading does. */
const PROBLEMS_BEGIN =
  /(存在|还有|仍有|尚有|看到|查(下来|出|找)|发现|暴露).{0,16}(问题|不足|短板|弱项|薄弱环节|差距|漏洞|毛病|困难|不到位的地方)|^(存在的?|主要|突出)?(问题|不足)(主要)?(有|是|表现|如下|：)|短板弱项|[仍还尚也](?:存?在|有).{0,10}(?:[不待未欠差需].{0,8}(?:地方|之处|方面|环节)|(?:地方|之处|方面|环节|空间).{0,10}[不待未欠差需])|(我|自己)?身上.{0,8}有.{0,12}(问题|不足|毛病|缺点)|主要有.{0,8}(问题|不足|毛病|短板|薄弱环节)|(?:^|[，：])(?:主要|共|共?梳理出|共?归纳出|共?排查出)?有?[一两二三四五六七八九十\d]{1,2}(?:个?方面|个|类|点|处|条)的?(?:主要|突出|明显|共性)?(?:问题|不足|短板|隐患|毛病)|主要表现在|离.{0,8}要求.{0,4}(?:距离|差距)|有[一两二三四五六七八九十\d]{1,2}[项处条点]做?得?不(?:达标|好|过关|合格|到位)|^扣分的(?:地方|项目?)|(?:意见|反映)(?:最)?集中在|(?:问题|差距|不足)(?:依然|仍然|仍|还)(?:不小|较大|明显|突出|不少)|不足(?:也|都)?很(?:明白|清楚|明显)|^(?:但是?，?)?也有毛病|^(?:但是?|可是?|不过|当然)?，?[^，。；\d]{0,6}(?:毛病|问题|不足)(?:也|还是)(?:有|不少|存在|很多)|^美中不足|(?:指出|提出|归纳出)[^。；，]{0,4}[一两二三四五六七八九十\d]{1,2}[条点个项处](?:方面)?的?(?:问题|不足|毛病|短板)|[哪有][里儿些]?[^，。]{0,4}(?:漏洞|毛病)[？?]$|查(?:出|到|下来有?)了?[一两二三四五六七八九十\d]{1,2}[件处条个]小?(?:事|毛病|地方)/
/** 会议议定以下事项： behind the faults that were named there. */
const DECIDED =
  /^(?:会议|大会|支委会|党[委组]会|[一-鿿]{0,6}会议?|经[^，。；]{0,6}(?:研究|讨论|商议))[^。；，]{0,6}，?[^。；，]{0,4}(?:议定|商定|决定|定下)[^。；]{0,14}[：:]$/
const PROBLEMS_DENIED =
  /未发现|没有发现|(?:没有|没|未)(?:查出|查到)|不存在|未出现|已(全部)?(整改|解决)|解决.{0,8}问题|投诉/
/** …查出五件小事，当周这样改： announces each problem with its answer. */
const ANSWERS_TOO =
  /(?:这样|逐[条项一个]|一并|同步|全部|当场|均已)[^。，；]{0,6}(?:改|处理)[^。；]{0,12}[：:]$|(?:问题|不足|隐患|毛病)[^。，；]{0,6}[及和与、][^。，；]{0,6}(?:整改|改进|处理)(?:措施|情况|办法)?[^。，；]{0,6}[：:]$/
/** 究其原因，… or 成因主要有三：… as a paragraph between the two. */
const CAUSES_BEGIN =
  /^((?:论|说起?)原因，|(?:说|归|追|挖)到根(?:子|源|儿)?(?:上|里|处)?，|说来说去，|这些(?:事|毛病|问题)?，?说到底|归根(到底|结底)|究其(原因|根源)|追根溯源|(分析|剖析|反思|深究)(以上|上述|这些|其)|产生(这些|上述|以上)|之所以(出现|存在|有)|(?:以上|上述|这些)[^。；]{0,24}(?:原因|根源|根子)(?:主要)?(?:有|在于|是)|(?:以上|上述|这些)?(?:问题的?)?(?:主要|深层次?|产生)?的?(?:成因|原因|根源|根子)(?:主要|大致|归结起来)?(?:有|在于|是|如下))/

const beginsCauses = ofPiece(
  (text, piece) =>
    piece.opensBlock &&
    !piece.mark &&
    piece.block.kind === 'paragraph' &&
    CAUSES_BEGIN.test(text.slice(piece.body, piece.end)),
)

/** The paragraph in which the causes of all problems begin: the only one of its kind, behind the last of them. */
export function causesParagraph(text: string, pieces: readonly Piece[]): Piece | undefined {
  const at = pieces.findIndex((piece, index) => index > 0 && beginsCauses(text, piece))
  const isLast = !pieces.slice(at + 1).some((piece) => piece.opensBlock && (piece.mark || beginsCauses(text, piece)))
  return at > 0 && isLast ? pieces[at] : undefined
}

/** Whether a piece opens the plan for all faults named above it: 会议议定以下事项： */
export const opensPlan = ofPiece((text, {mark, opensBlock, body, end}) => {
  const words = text.slice(body, end)
  return opensBlock && !mark && /[：:]$/.test(words) && (PLAN_BEGINS.test(words) || DECIDED.test(words))
})

export interface Start {
  readonly at: number
  readonly role: Role
}

/** Where problems and plan begin in text that no heading divides, sentence by sentence. */
export function flowStarts(text: string, pieces: readonly Piece[], wanted: ReadonlySet<Role>): Start[] {
  const starts: Start[] = []
  let wantsProblems = wanted.has('problems')
  let plan: Start | undefined
  for (const piece of pieces) {
    if (piece.block.kind === 'cell') continue
    for (const sentence of matchesOf(/[^。！？]+[。！？]?/g, text.slice(piece.body, piece.end))) {
      const at = piece.body + sentence.index
      if (
        wantsProblems &&
        PROBLEMS_BEGIN.test(sentence[0]) &&
        !PROBLEMS_DENIED.test(sentence[0]) &&
        !/现将|汇报如下|报告如下/.test(sentence[0])
      ) {
        starts.push({at, role: wanted.has('plan') && ANSWERS_TOO.test(sentence[0]) ? 'problems-plan' : 'problems'})
        wantsProblems = false
      } else if (
        starts.at(-1)?.role === 'problems' &&
        wanted.has('causes') &&
        at === piece.block.start &&
        CAUSES_BEGIN.test(sentence[0])
      ) {
        starts.push({at, role: 'causes'})
      } else if (
        wanted.has('plan') &&
        sentence.index === 0 &&
        (PLAN_BEGINS.test(sentence[0]) || (!wantsProblems && DECIDED.test(sentence[0])))
      ) {
        plan = {at, role: 'plan'}
        if (!wantsProblems) return [...starts, plan]
        if (/^(针对|对照|对于|围绕)|[：:]$/.test(sentence[0])) return [plan]
      }
    }
  }
  return starts
}
