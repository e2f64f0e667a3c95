/** Words by which a sentence admits a fault. Broad on purpose: used where the layout already says that faults are listed. */
const FAULT =
  /不(?!断|仅|但|久|忘|同|少于|低于|超过|得(?!力)|准|再|留|漏|怕|许|折不扣|动摇)|没(?!收)|未(?!来)|无(?!偿|人机|纸|障碍|线|害|数|缝)|缺|欠|少(?!于|年|儿|先队|数民族)|弱|差(?!旅|额拨|异化)|偏|滞后|松(?!树|林)|走过场|走形式|形式主义|形式化|流于|乱|坏|慢(?!病|阻肺|性)|老化|老旧|陈旧|破损|积水|漏|空白|空置|闲置|短(?!信|视频|板)|短板|超期|超标|超限|过期|逾期|违规|违反|堆|占用|锈|旧|混|代签|代领|补签|倒签|随意|粗|简单|单一|薄弱|不足|不够|隐患|漏洞|脱节|两张皮|一刀切|应付|敷衍|照搬|照抄|虚|浪费|下降|拖延|拖欠|投诉|抱怨|举报|难(?!得|忘|点攻坚)|低(?!保|碳|压|温)|高(?=，|。|；|发)|断|卡|脏|臭|丢|堵|拥|挤|晚|迟|假|错|误|虚报|重复|模糊|失效|失灵|停用|黑屏|残缺|脱岗|空岗|离岗|兼(?!顾)|仅有|只有|仅|只/

/** Words that only a measure has: what will be or has been done about a fault. */
const REMEDY =
  /^(?:对此|针对|为此|目前[，,]?已|现已|已(?!经[^，。]{0,8}(?:超|过期|坏|损))|将(?!近)|立即|即日起|拟|计划|决定|我[一-鿿]{1,2}(?:已|将)|下一步|今后|\d{1,2}月底前|\d{1,2}月\d{1,2}日前|年底前|本周内|三天内|整改|(?:\d{1,2}月)?\d{1,2}日(?:当[天场日])?[就即已]?(?:焊[上好了]|换[上好了]|修[好了复]|补[好齐上]|清[理走运]|装[上好了]|拆[除掉了]|加[了装]|买[了来回]|封[好了]|贴[上好了]|搬[走出到]|移[走到]|退[回了]|撤[下走了]))|(?:已|已经|均已|现已|全部)(?:整改|更换|完成|修复|补齐|补办|清退|收回|退还|配备|安排|落实|建立|制定|修订|责令|调整|到位)/

export const admitsFault = (words: string): boolean => FAULT.test(words)

export const tellsRemedy = (words: string): boolean => REMEDY.test(words)

/** Words by which a measure says that it was carried out: 已换新锁, 27日教了一下午. */
const DONE =
  /\d日(?![之以]?前|起)[^，。；前]{0,10}[教讲换装加修补买贴焊封拆]了|已(?![有久往婚故])[一-鿿]|改完了|整改完|完成了|(?:完毕|办结)(?<!前[^，。；]{0,8}..)/

export const tellsDone = (words: string): boolean => DONE.test(words)

/** Words of doing, for text under a problem that carries no label: what somebody did or will do about it. */
const ACTION =
  /这(回|次)我们|今后|以后|从.{0,8}(起|里选)|重新|请|设[立置]|建[立成]|换(?!届)|更换|修(?!订?滞)|逐[一项张个户]|由.{2,10}(负责|牵头|带)|每[天日周月季]|增[设加配]|改[为成用]|派|组织|购|清理|补[办齐签录]|退[回还]|制定|印发|安排|签|加装|邀请|已/

export const tellsAction = (words: string): boolean => tellsRemedy(words) || ACTION.test(words)

/** A clause that turns from what went well to what did not. */
export const TURN =
  /(?:^|[。；，！？])(但是?|不过|只是|然而|可是|遗憾的是|美中不足的?是?|实话实说|坦率地说)[，,]?(?=[^。；！？]{8})/g
