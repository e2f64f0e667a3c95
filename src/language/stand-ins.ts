/** Endings of names that a blank may stand before: 某某局, XX县, **机关. */
export const NAME_ENDING =
  /(?:(?:自治)?[省市县区州旗乡镇村]|街道|社区|[一-鿿]{0,4}(?:局|委员会|委|办公室|办|厅|院|公司|集团|学校|中心|支部|党组|党委|机关|单位|企业)|[一-鿿]{0,2}(?:小学|中学|医院|幼儿园|大学|学院|银行|支行|分局)|科室|科|股|处|部门|同志|书记|局长|主任|院长|校长|园长|镇长|县长|市长|经理|系统|党员|干部|水文)/y

/** What a note says is not known yet: （数据待补）. （申报金额待定） may be true of the matter, （材料待补） a fault that was found. */
const VALUE = '(?:以上|上述|此处?|该)?(?:具体|准确|最新)?(?:数据|数字|数量|数目|数值|人数|姓名|人名|名字|名称|文号|数)'
/** Who in the writer's own house is asked: （请办公室核实）. （请当事人签字确认） tells of the matter. */
const ASKED = '(?:[一-鿿]{0,4}(?:办公室|科室?|股室?|处室?|部门?|组|领导|主任|局长|书记|校长|院长|同志|同事))?'
const LOOK_UP = '(?:核实|核对|核准|核定|核一下|确认|补充|补齐|填报|填写)(?:一下)?'

/** A note to the writer inside brackets. 此处 and 填写 alone may be prose: （此处隐患已消除）, （填写漏项3处）. */
export const INSTRUCTION = new RegExp(
  '此处(?:填|写|插|应|请|需|省略|补|列|附|根据|简|空|删|加|粘|放|略|可)|请(?:填|补|根据|结合|按照?实际|注明|列出|列明|写明|简述|插入|替换|修改|自行|在此)|^待(?:补|填|核|查|完善|确认|定)[^，。；]{0,8}$|^填写(?![不漏错误乱有后时])[^，。；]{1,12}$|填写$|填入|可(?:酌情)?删[除减]?|可根据|(?:根据|结合|按)实际情?况?(?:填|修改|调整|补充|删减)' +
    `|^请${ASKED}(?:再|予以|进一步|重新|及时|抓紧)?${LOOK_UP}$|^请(?:局|校|院|镇|县|分管|主要|主管)?领导(?:来|最后)?(?:审|核|裁|确)?定$` +
    `|^${VALUE}(?:(?:尚|还|有)?待(?:补充?|填写?|核实?|核对|核准|查)|(?:需要?|须|尚需|还需)(?:再|进一步)?(?:核实|核对|核准))$`,
)

/** （需核实） behind a figure: the writer doubts it. Behind other words it may tell what is still to be done. */
export const DOUBT = /^(?:需要?|须|应|尚需|还需|有待)(?:再|进一步)?(?:核实|核对|核准|确认)$/

/** A word that alone in brackets names what should stand there, wherever it stands: （单位名称）, [具体数字]. */
export const PLAIN_SLOT =
  /^(?:具体[一-鿿]{2,6}|(?:单位|部门|公司|学校|企业|机构)(?:名称|全称|简称)|领导姓名|责任人姓名|上级[省市县区局])$/

/** The same, where the thing itself should stand: （人数）人, 《（文件名称）》, but not 违规收费（金额）较大. */
export const SLOT =
  /^(?:人数|人名|姓名|名称|数字|数量|数据|金额|日期|时间|年份|月份|年度|地点|文号|职务|部门|单位|次数|比例|百分比|分数|得分|(?:文件|会议|项目|活动|制度|科室|方案|办法)名?称?|负责人|责任人|联系电话|电话|本[市县省区局]|主管部门|事由|X+)$/
