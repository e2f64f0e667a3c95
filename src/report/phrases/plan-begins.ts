import {anyOf} from './any-of.ts'

/** Sentences that open the plan where no heading does: each kind by one that is of no other. */
export const PLAN_BEGINS: Readonly<Record<string, RegExp>> = {
  '针对上述问题，作如下打算。': /^(针对|对照|对于|围绕)(上述|以上|这些|存在|查出|发现)/,
  '对以上三条，由办公室牵头整改。':
    /^对(上述|以上|这[些两三四五几])[^，。]{0,12}，[^。；]{0,24}(整改|措施|办法|处理|处置|改进|改正|纠正|解决)/,
  '下一步，我们抓三件事。': /^下一?步/,
  '下一阶段，先补台账。': /^下一?阶段/,
  '今后，每月查一次。': /^今后/,
  '接下来，先修路灯。': /^接下来/,
  '整改打算：': /^(整改|改进)(打算|措施|安排)[：:]/,
  '现已这样安排。': /^(现已|已)这样/,
  '为解决上述矛盾，增派两人。': /^为(解决|整改)(上述|以上)/,
  '对此，我们定了四条措施。': /^[对为]此，[^。；]{0,20}(措施|办法|整改|改进)/,
  '支委会议过，就这么改：': /^(?:[^。；，]{0,12}，)?[^。；，]{0,8}(?:这样|这么)(?:改|办|做|干)[。：:]/,
  '对着毛病，一条一条改。': /^对着(?:毛病|问题)，/,
  '改的办法有三条。': /^改的办法/,
  '这几处怎么补：': /^(?:这[几些两三四五六][^，。；\d]{0,6})?怎么(?:改|补|办)[，：:]/,
  '下学期，学校计划添两台消毒柜。': /^(?:下半年|下学期|明年|下一年度?)，[^。；]{0,16}(?:将|拟|计划|打算)/,
  '为防止再漏登，定了两条办法。': /^为防止[^。；]{2,12}，[^。；]{0,12}(措施|办法)/,
  '后两条要多花些时日，单独说。':
    /^(?:最?后|剩下的?)[几一两三四五][条件桩点][^，。；\d]{0,20}，[^。；\d]{0,20}(?:说|讲|列|安排|打算)。/,
  '我所立行立改：': /^(?:我[一-鿿]{1,3})?立行立改[：:]/,
}
const BEGINS = anyOf(PLAN_BEGINS)

export const beginsPlan = (sentence: string): boolean => BEGINS.test(sentence)

/** 后两条…单独说。: what is planned for the last of some problems, the others having their answers where they stand. */
export const beginsRest = (sentence: string): boolean => REST.test(sentence) && beginsPlan(sentence)
const REST = /^(?:最?后|剩下的?)[几一两三四五]/

/** 会议议定以下事项： behind the faults that were named there. */
const DECIDED =
  /^(?:会议|大会|支委会|党[委组]会|[一-鿿]{0,6}会议?|经[^，。；]{0,6}(?:研究|讨论|商议))[^。；，]{0,6}，?[^。；，]{0,4}(?:议定|商定|决定|定下)[^。；]{0,14}[：:]$/

export const isDecision = (sentence: string): boolean => DECIDED.test(sentence)
