/** Causes outside one's own responsibility (客观原因): people, money, time, history, others. */
const EXTERNAL =
  /人手(少|不足|紧)|人员(少|不足|紧缺|紧张|编制)|编制(少|不足|有限|紧)|经费(不足|紧张|短缺|有限)|资金(不足|紧张|短缺|有限|缺口)|财力(有限|不足|薄弱)|时间(紧|短|仓促)|任务(重|繁重|多)|历史(遗留|原因|欠账)|基础(差|薄弱)|条件(有限|差|所限)|上级|政策(限制|原因|不明)|疫情|天气|气候|市场(原因|波动)|客观(上|原因|条件)|设备(老旧|老化)|年龄(偏大|老化)/g

/** Causes within (主观原因): mind, duty, execution, supervision. */
const INTERNAL =
  /认识|思想|意识|重视|担当|责任|作风|执行|监督|监管|督促|督办|管理|学习|主观|自身|松懈|麻痹|侥幸|畏难|畏|怕|不愿|不想|习惯|惯性|经验主义|图省事|图方便|懈怠|应付|敷衍|没有(想|及时|主动|认真|把|跟|做|落实|建立)|未(能|及时|把|建立|落实)|不(到位|严|够|深|实|细|力|主动|认真)|缺乏|缺少|制度|机制|流程|分工|考核|能力|本领|水平|方法|研究|统筹|落实|观念|站位|主动/

export const countExternal = (words: string): number => new Set(words.match(EXTERNAL)).size

export const looksInward = (words: string): boolean => INTERNAL.test(words)
