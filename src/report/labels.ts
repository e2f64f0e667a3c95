import {ofPiece} from './wording.ts'

/** A label that opens a piece of an item: 整改措施： 原因： 责任人： …; `detail` 整改资金： 备注： is no part of the measure. */
export type LabelRole = 'problem' | 'cause' | 'measure' | 'owner' | 'deadline' | 'target' | 'status' | 'detail'

const LABELS: readonly {readonly role: LabelRole; readonly pattern: RegExp}[] = [
  {
    role: 'cause',
    pattern:
      /(问题|主要|产生|存在)?的?(原因|成因|根源)(分析|剖析)?|为(?:啥|何|什么)(?:会?[这那]样)?|(?:怎么|咋)回事|根子|病根|症结/,
  },
  {
    role: 'owner',
    pattern:
      /(整改|第一|主要|具体|直接)?(责任(人|部门|单位|科室|领导|主体|股室|处室)|牵头(人|部门|单位|科室|领导)|负责人|承办(人|单位|科室)|经办人|落实(人|部门)|(分管|主管)(领导|负责人|部门))/,
  },
  {role: 'deadline', pattern: /(整改|完成|办结|拟完成)?(时限|期限|时间|完成日期)/},
  {role: 'target', pattern: /(整改|工作|预期)?(目标|效果|成效|标准|验收标准)/},
  {
    role: 'status',
    pattern:
      /(整改|完成|落实|办理|目前|当前|进展|销号|序时)?(状态|进度)|(整改)?(完成|销号|验收|复查|核验)(情况|结果|结论|意见)/,
  },
  {
    role: 'detail',
    pattern:
      /(整改|所需|投入)?资金(来源|保障)?|备注|(?:补充|附带)?说明|配合(人|部门|单位|科室)|督(办|导|查)(人|领导|部门|单位)|验收(人|部门|单位)|(问题|隐患)(来源|类型|类别|编号|等级|级别|部位)/,
  },
  {
    role: 'measure',
    pattern:
      /(具体|主要|下一步|已采取|拟采取)?的?(整改|改进|防范|应对|解决|处理|补救|处置)?(措施|举措|办法|对策|做法)|(整改|办理|落实|工作|目前|当前|最新)?(?:进展(?:情况)?|推进情况)|整改(落实)?(情况|结果|方案|打算|计划|要求|到位情况)?|(处理|处置|解决|落实|纠正)(情况|结果|意见)|(处理|处置|解决|纠正)|(?:打算|准备)?[怎咋]么?[改办补治整]的?|(?:我们)?(?:准备|打算|就|要)?(?:这[样么]|就)[改办补]的?|改法|改|改进情况|纠正(措施|行动)/,
  },
  {
    role: 'problem',
    pattern:
      /(存在|主要|突出|具体|发现|查摆|查出|反馈|检查|督察|巡察|自查|排查)?的?(问题|不足|短板|隐患|缺陷|表现|现象)(描述|内容|表现)?|问题清单|查|具体(情况|表现)|(?:我们)?[看查][到见](?:的(?:情况)?|了?(?:什么|啥))?|现状|毛病|事实(?:描述)?|不(符合|合格)(项|事实)(描述)?/,
  },
]

/** Whether a label announces what was or will be done, or what came of it. */
export const isAnswer = (role: string | undefined): boolean => role === 'measure' || role === 'status'

const ANCHORED = LABELS.map(({role, pattern}) => ({role, pattern: new RegExp(`^(?:${pattern.source})$`)}))
const LABEL = /^[【[]?(?:[一-鿿]{1,10})[】\]]?[：:]|^【[一-鿿]{1,10}】/

/** Labels that may stand over what has come of a matter: 整改结果, and 完成时间 (where 时限 is always a limit). */
const TELLS_STATUS = /情况|结果|进展|状态|进度|结论|意见|^[^拟]{0,4}(?:时间|日期)$/

export interface Label {
  readonly role: LabelRole
  readonly length: number
  /** What stands behind it may say how far the matter has come. */
  readonly tellsStatus: boolean
}

/** The label at the start of `words` (`整改措施：`), with its length. */
export function labelAt(words: string): Label | undefined {
  const match = LABEL.exec(words)
  if (!match) return undefined
  const label = match[0].replace(/[【】[\]：:]/g, '')
  const found = ANCHORED.find(({pattern}) => pattern.test(label))
  if (!found) return undefined
  const colon = /^[：:]/.test(words.slice(match[0].length)) ? 1 : 0
  return {
    role: found.role,
    length: match[0].length + colon,
    tellsStatus: found.role !== 'problem' && TELLS_STATUS.test(label),
  }
}

/** Whether words are a field of an item: 责任人：… 整改措施：…; 存在问题：… is an item itself. */
export const isField = (words: string): boolean => (labelAt(words)?.role ?? 'problem') !== 'problem'

/** The label that a piece begins with, behind its mark. */
export const labelOf = ofPiece((text, {body, end}) => labelAt(text.slice(body, end)))
