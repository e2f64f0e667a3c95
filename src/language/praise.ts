/** Words that praise. */
const PRAISE =
  /显著|明显(成效|提升|提高|进步|改善|好转)|突出成绩|成效|成绩|圆满|优异|(?<![“"])优秀|良好|肯定|好评|赞誉|表彰|荣获|先进(?!单位相比|相比|地区相比|性)|一致认可|满意(?!度|率)|敬业|爱岗|奉献|兢兢业业|任劳任怨|尽职尽责|无私|刻苦|勤勤恳恳|扎实有效|有力推动|走在[^，。；]{0,6}前列|转发推广|点赞|(?:位居|位列|名列|排名)[^，。；]{0,10}前[列茅]|锦旗|观摩学习|普遍(?:爱|喜欢|欢迎)|交口称赞|再创新高|稳步提升|亮点|有声有色|获评|可圈可点|硕果|丰硕|红红火火|蔚然成风|名列前茅|卓有成效|深受[^，。；]{0,8}(?:欢迎|好评|喜爱)/g

/** Praise dressed up as a fault: zeal, overwork, too high a standard, or a wish for more of the good. */
const DISGUISED =
  /(工作|标准|要求|对自己|对待工作)?(过于|太过?|过分)(拼命|投入|认真|务实|热心|热情|操劳|辛苦|忙碌|负责|敬业|执着|追求完美|追求卓越|较真|专注|忘我|严格|细致)|(工作)?(标准|要求)(定得|提得)?(过|太)(高|严)|看得(太|过)重|心血太多|追求完美|(顾不上|舍不得|放弃|牺牲|忘了|没有时间|不注意|不太注意|忽视了?)(了|自己的?)?(休息|休假|家庭|家人|节假日|周末|周末和节假日|身体|身体健康|劳逸结合)|加班(加点|到深夜)(?![^，。]{0,8}(费|工资|补贴|补助))|带病(坚持|上岗|工作)|舍小家|埋头苦干|事必躬亲|操心(太|过)多|(?:陪伴?|照顾)家人的?时间(?:[太过较偏]|不)[少多]|做到最好|休息(太|过)少|自掏腰包|不善于宣传自己|(?:干得多|做得多|只会做|会做)[，、]?(?:讲得少|说得少|不会说|不会讲)|做了好事不会说|不(太|大)?会宣传自己|轻伤不下火线|五加二|白加黑|劳逸结合|(身体(健康)?|家庭|家人)(的)?(关心|照顾|陪伴)(得)?(不够|太少|不多)|工作(节奏|热情)(过|太)(快|高)|干劲(过|太)(足|大)|[如若](?:果|能)?[^，。；]{0,20}就更(?:好|完美|圆满|理想)了?(?=[。；]|$)/g

/** Words that admit a fault, in the plain sense. */
const FAULT =
  /不(够|足|到位|深|实|细|强|高|严|全|清|齐|规范|完善|健全|及时|合理|合格|准|力|符|明|熟|平衡|均衡|满意|畅|彻底|主动|扎实|充分|统一|一致|能|会|愿|想|敢|见|用|按|落实|配合|重视|了解|知道)|未|没有|没(?!收)|缺|欠|差距|短板|薄弱|滞后|问题|不当|违规|违反|超标|逾期|漏|失效|损坏|破损|老化|流于形式|走过场|单一|简单|敷衍|拖延|投诉|难以|偏|少|弱|低|慢|隐患|断档|停滞/g

const count = (words: string, pattern: RegExp): number => words.match(pattern)?.length ?? 0

/** How many words of an item praise, how many of those are dressed up as faults, and how many admit a fault. */
export function weighPraise(words: string): {praise: number; disguised: number; fault: number} {
  const plain = words.replace(DISGUISED, '　')
  const disguised = plain === words ? 0 : count(words, DISGUISED)
  return {praise: count(plain, PRAISE) + disguised, disguised, fault: count(plain, FAULT)}
}
