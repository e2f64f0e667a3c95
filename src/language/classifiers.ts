import {WordSet} from './word-set.ts'

/**
 * Words that stand behind a number: classifiers (量词) and units of measure, by first character for the look-up,
 * the longer first.
 */
const WORDS =
  '人次 户次 家次 台次 车次 件次 站次 班次 架次 场次 批次 辆次 剂次 针次 课时 学时 学分 小时 分钟 秒钟 工作日 个月 季度 学期 周岁 ' +
  '平方米 平方公里 立方米 公里 千米 厘米 毫米 公顷 公斤 千克 千瓦 千瓦时 吨 米 亩 升 克 度 ㎡ ' +
  '万元 亿元 千元 百元 万人 亿人 千户 万户 万人次 万字 万份 万条 万件 万名 万册 万吨 万亩 元 美元 ' +
  '百分点 个百分点 % ％ ‰ 成 倍 分 ' +
  '次 名 人 个 条 项 份 篇 期 场 户 家 起 件 批 轮 处 台 套 部 辆 间 栋 幢 座 所 本 册 张 页 只 支 枚 块 面 盏 根 具 把 顶 匹 头 株 棵 ' +
  '组 队 班 届 级 层 类 种 样 笔 宗 例 单 票 封 则 幅 堂 节 门 步 天 日 月 年 周 岁 号 遍 趟 回 道 段 片 口 架 艘 列 路 点 ' +
  '站 点位 字 位 对 双 副 袋 箱 桶 瓶 盒 包 车 床 卷'

/** Words that only begin like a classifier: 个别, 项目, 条例. A blank before one of them is no missing number. */
const OTHERS =
  '个别 个人 个体 个案 个性 项目 条例 条件 条款 条线 名录 名单 名称 名册 名义 名誉 人员 人大 人民 人事 人才 人力 人社 人武 人防 人数 次日 次年 次月 次要 次序 份额 份子 ' +
  '期间 期末 期初 期限 期满 期待 场所 场地 场馆 场景 家庭 家长 家属 家园 户籍 户外 户主 起草 起来 起点 起到 件件 台账 台风 台阶 台下 台上 台帐 分管 分局 分别 分工 分析 分类 分步 ' +
  '分行 分公司 分院 分校 分馆 分层 分级 分解 元旦 元月 元宵 年度 年初 年底 年内 年代 年终 年轻 年均 年龄 年检 年审 月底 月初 月度 月均 月中 日常 日前 日益 日后 日报 日志 日期 日均 日常 ' +
  '处置 处理 处室 处罚 处分 处长 处于 所属 所有 所在 所长 所需 所以 批评 批准 批示 批复 批改 组织 组长 组建 组成 支部 支持 支出 支委 支书 支付 支队 支行 支撑 班子 班组 班主任 班级 班长 ' +
  '轮岗 轮流 轮训 轮换 轮值 级别 级党 站所 站长 站点 座谈 座位 本级 本地 本人 本次 本着 本年 本月 本校 本局 本单位 张贴 页面 只是 只有 只能 块状 面向 面对 面临 面上 面积 具体 具有 具备 把握 把关 把好 ' +
  '队伍 队员 队长 届满 届时 层面 层次 层层 层级 类型 类别 种植 种类 种子 样本 样品 笔试 宗旨 例行 例会 例如 单位 单独 单纯 封闭 则是 节点 节约 节能 节假日 节日 门诊 门口 门户 科室 科学 科技 科普 科长 科研 步伐 步骤 ' +
  '天气 天然 天津 周边 周期 周围 周密 周转 号召 号码 回头看 回应 回复 回收 回访 道路 道德 段时间 片区 片面 口头 口径 架构 列入 列出 列席 路线 路面 路段 点评 点名 点位 点多 点上 成立 成员 成效 成果 成绩 成为 成本 成长 ' +
  '度假 度汛 米面 升级 升旗 克服 位置 位于 对照 对于 对接 对口 对象 对策 对标 对外 双方 双重 双随机 副局长 副主任 副镇长 副书记 包括 包含 包村 包保 包片 包抓 车辆 车间 车站 床位 字样 字段 ' +
  '部门 部署 部分 部位 部长 部队 套取 套路 辆均 间隔 间接 根据 根本 根源 头脑 头部 村民 村级 村委 村庄 村组 村规 村干部 镇级 镇党委 镇政府 镇区 乡村 乡镇 县级 县委 县政府 县直 县域 市场 市级 市委 市政府 市直 市民 市域 ' +
  '区级 区委 区政府 区域 区直 区划 公里数 卷宗 卷烟 卷入 卷面 卷皮 卷柜 卷内 卷帘 卷积 卷尺'

let sets: {readonly classifiers: WordSet; readonly others: WordSet} | undefined

/** The classifier or unit that begins at `offset`: 次 in 次会议, none in 次日. */
export function classifierAt(text: string, offset: number): string | undefined {
  sets ??= {classifiers: new WordSet(WORDS.split(' ')), others: new WordSet(OTHERS.split(' '))}
  const length = sets.classifiers.lengthAt(text, offset)
  return length && sets.others.lengthAt(text, offset) < length ? text.slice(offset, offset + length) : undefined
}
