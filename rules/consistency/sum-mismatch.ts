import {defineRule, type Finding} from '../../src/lint/rule.ts'
import type {Quantity} from '../../src/report/quantities.ts'
import type {Rate} from '../../src/report/rates.ts'
import type {Report} from '../../src/report/report.ts'
import {findScores} from '../../src/report/scores.ts'
import {findGroupSums} from '../../src/report/sums/groups.ts'
import type {Sum} from '../../src/report/sums.ts'

/** Rates that cannot pass 100 %. A completed plan or a used budget can. */
const LIMITED =
  /(?:(?:整改|合格|满意|覆盖|参与|知晓|办结|办复|回收|出勤|出席|到会|参会|参训|及格|通过|达标|到课|到岗|到场|持证|培训|普及|入学|报销|销号|到位|完好|准确|正确|及时|签订|签约|答复|采纳|响应|处置|建档|体检|出庭|应诉|评议|公开|抽查|检查|排查|优良|优秀)率|满意度|知晓度)[^，。；]{0,4}$/
/** Parts that fall short by more than this share may be only some of them. */
const NEARLY = 0.9

/** A rate with a decimal is rounded or cut off there. */
const EXACT = 0.2

const show = (value: number): string => String(Math.round(value * 100) / 100)
/** 4.2+3.1: what rounding of each part may add up to. */
const rounding = (parts: readonly Quantity[], report: Report): number =>
  parts.some(({number}) => report.words(number).includes('.')) ? parts.length * 0.005 : 0

/** How far a rate may be from the quotient of its numbers, in points: those of money and measure are rounded themselves. */
function roundingOf({kind, rate, part, whole, expected}: Rate, report: Report): number {
  if (kind === 'difference') return [rate, part, whole].reduce((sum, told) => sum + lastPlace(told, report), 0)
  if (!report.words(rate.number).includes('.')) return 1
  const rounded = [part, whole].map(({number, unit, value}) => {
    const decimals = /\.(\d+)/.exec(report.words(number))?.[1]?.length ?? 0
    return decimals || /元|吨|里|米|亩|升/.test(unit) ? 0.5 / 10 ** decimals / value : 0
  })
  return EXACT + expected * rounded.reduce((sum, share) => sum + share, 0)
}

/** Half of the last place of a number of money, measure or percent; others are exact. */
function lastPlace({number, unit}: Quantity, report: Report): number {
  const decimals = /\.(\d+)/.exec(report.words(number))?.[1]?.length ?? 0
  return decimals || /[元吨里米亩升%]/.test(unit) ? 0.5 / 10 ** decimals : 0
}

/** 现有租约24份，菜地4份、果园9份、铺面10份: of things that are counted, and not of people or land, one is left out. */
const isAlmostWhole = ({total, parts, sum}: Sum, {text}: Report): boolean =>
  sum >= total.value * (1 - SLIP) &&
  !/[人名位元亩吨里米升顷度株棵头只羽%]/.test(total.unit) &&
  !/^(?:等|左右|[，、；](?:还|另|其[余他]|剩|以及))/.test(text.slice(parts.at(-1)?.end, (parts.at(-1)?.end ?? 0) + 3))

/** How much of a list that nothing calls complete may be missing by a slip. */
const SLIP = 0.05

function judgeSum(sum: Sum, report: Report): Finding<'over' | 'other' | 'short'> | undefined {
  const {total, parts, complete, implied} = sum
  const difference = sum.sum - total.value
  if (Math.abs(difference) <= rounding(parts, report) || sum.overlapping) return undefined
  const at = {start: sum.start, end: sum.end}
  const data = {total: show(total.value), sum: show(sum.sum), unit: total.unit}
  if (complete) return {at, message: 'other', data}
  if (difference > 0) return {at, message: 'over', data, ...(implied ? {severity: 'warning'} : {})}
  if (implied && !isAlmostWhole(sum, report)) return undefined
  const seemsWhole = parts.length >= 3 && sum.sum >= total.value * NEARLY
  return seemsWhole ? {at, message: 'short', severity: 'warning', data} : undefined
}

export default defineRule({
  id: 'sum-mismatch',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {zh: '总数与分项、比率对不上。', en: 'A total, its parts and a rate do not agree.'},
  why: {
    zh: '查出多少、整改多少、整改率多少，审核的人拿到手先算这几个数。',
    en: 'Found, done, rate: these are the first figures that a reviewer computes.',
  },
  how: {
    zh: '在一句话里找总数和分项（其中、分别为、合计，查出、完成、正在整改），加起来比一比；比率（整改率、占百分之几）与前面的两个数相除，相差超过 1 个百分点才报（比率带小数的，超过 0.2 个百分点提醒核对）；“由80份减至60份，下降25%”或“减少20份”也算一遍；上年结转的与今年收到的合起来算总数。各小组分段写明的数与“四个小组共”的数比较。“其中”的各项可以少于总数；自评得分与扣分（满分未写明的按 100 分）也算一遍；带“近、约、余”的数不算；“女党员”“大专以上”这类可能重复计数的不算。',
    en: 'Totals and parts within a sentence (其中, 分别为, 合计; found, done, pending) are added up, rates divided; a rate must be off by more than one point (with a decimal, 0.2 points are a warning). So are changes and differences from one number to another; what was carried over belongs to the total. So is what groups found each and together. A score of oneself is compared with what was taken off. Parts behind 其中 may be fewer than the total. Approximate numbers and traits that overlap are left out.',
  },
  messages: {
    over: {
      zh: '各分项加起来是{sum}{unit}，超过总数{total}{unit}。',
      en: 'The parts add up to {sum} {unit}, more than the total of {total}.',
    },
    other: {
      zh: '各分项加起来是{sum}{unit}，与总数{total}{unit}不一致。',
      en: 'The parts add up to {sum} {unit}, but the total is {total}.',
    },
    short: {
      zh: '各分项加起来是{sum}{unit}，比总数{total}{unit}少一点，请核对。',
      en: 'The parts add up to {sum} {unit}, a little less than the total of {total}. Please check.',
    },
    rate: {
      zh: '按{part}÷{whole}计算是{expected}%，这里写的是{said}%。',
      en: '{part} ÷ {whole} is {expected}%, but {said}% is written.',
    },
    change: {
      zh: '从{whole}到{part}，变动应为{expected}%，这里写的是{said}%。',
      en: 'From {whole} to {part} it is a change of {expected}%, but {said}% is written.',
    },
    difference: {
      zh: '{whole}与{part}相差{expected}{unit}，这里写的是{said}{unit}。',
      en: '{whole} and {part} differ by {expected} {unit}, but {said} {unit} is written.',
    },
    score: {
      zh: '满分{full}分，共扣{deducted}分，自评应为{expected}分，这里写的是{said}分，请核对。',
      en: '{full} points less {deducted} are {expected}, but {said} is written. Please check.',
    },
    impossible: {zh: '这个比率不会超过100%。', en: 'This rate cannot exceed 100%.'},
  },
  bad: [
    {text: '截至8月，⟦17项举措中已完成12项，基本完成2项，正在推进4项⟧。'},
    {text: '12项任务中有9项完成年度目标，占⟦78%⟧。'},
    {text: '截至3月15日，⟦6个问题中已完成整改4个、达到序时进度3个⟧。'},
    {text: '平均办理时间由9天缩短到4天，缩短⟦6天⟧。走访由2024年的40户增加到2025年的52户，多了⟦15户⟧。'},
    {text: '雨衣应发40件，实发36件，发放率⟦80%⟧。检测仪表20台，其中18台合格，合格率⟦100%⟧。'},
    {text: '厨房共有员工20人，其中19人健康证有效，持证率⟦100%⟧。'},
    {text: '收到信访件⟦20件，上年结转2件，其中当场答复12件、转办8件、不予受理4件⟧。'},
    {text: '两个组共找出毛病⟦20处，当天修好12处，还有6处⟧要等配件。'},
    {text: '共排查隐患⟦40处，其中东楼15处、西楼16处、食堂12处⟧。'},
    {text: '抽查工业企业⟦12家、商贸企业8家、物流企业5家，合计26家⟧。'},
    {text: '共开展检查⟦16次，其中消防5次、用电4次、燃气6次⟧。'},
    {text: '查出问题20个，完成整改15个，整改率⟦85%⟧。'},
    {text: '全年问题整改率达⟦105%⟧。'},
    {text: '第一组查库房，找出问题7处。\n第二组查机房，找出问题5处。\n两个小组共找出问题⟦14处⟧。'},
    {text: '共有车辆⟦97台，由货车71台、客车28台⟧组成。现存档案⟦86卷，其中已扫描91卷⟧。'},
    {text: '发文由上年的80份减至60份，下降⟦30%⟧。预算400万元，节约资金20万元，资金节约率⟦4.3%⟧。'},
    {text: '查出问题⟦20个，已整改15个，正在整改4个⟧。整改台账共⟦9条，已销号6条，办理中2条⟧。'},
    {text: '全年用水178吨，占定额210吨的⟦74.8%⟧。抽查合同40份，不合格6份，占⟦12%⟧。'},
    {text: '抽查商户200户，有16户没有公示，台账也不全，占抽查户数的⟦9.5%⟧。'},
    {text: '本学期收取课后服务费⟦20.5万元，支出教师补助12万元、耗材3.2万元，结余5.1万元⟧。'},
    {text: '全场种植面积⟦2 400亩，玉米1 200亩、大豆800亩、西瓜450亩⟧。'},
    {text: '小计：⟦八项中达标五项、基本达标一项、未达标一项⟧。'},
    {text: '查出隐患⟦7处，目前4处已完成整改，2处⟧正在推进。'},
    {text: '会议把⟦20个问题分解到6个科室和3个站点。目前已完成整改12个，基本完成5个，正在推进4个⟧。'},
    {text: '反馈问题⟦5个。目前3个问题已完成整改，1个⟧问题正在推进。'},
    {text: '计划改造⟦26所，已建成23所，剩余4所⟧正在建设。检查点位⟦43条，不涉及12条，符合21条，不符合13条⟧。'},
    {text: '实施项目⟦27个，包括道路14个、水利11个、厕所4个⟧。'},
    {text: '查出违规⟦75条。按类型分：重复收费28条，超标准收费19条，串换项目26条⟧。'},
    {text: '查出隐患⟦64处，当场整改41处，限期整改25处⟧。'},
    {text: '检查组反馈的2个方面⟦9个问题，已完成整改6个，基本完成2个，正在推进2个⟧。'},
    {text: '全年发放补助⟦80万元，分别是：低保补助41.5万元，残疾人两项补助22万元，种粮补助19.5万元⟧。'},
    {text: '发放问卷80份，收回⟦76份，满意70份，其余5份⟧提出了意见。'},
    {text: '现有钥匙⟦24把，库房9把、厨房8把、机房6把⟧，都已归档。'},
    {text: '自评得分⟦95分⟧，其中台账不全扣3分，演练不足扣3分。到会率达到⟦105%⟧。'},
    {text: '自评得分⟦94分⟧。\n1、制度（40分）：得38分。\n2、培训（30分）：得28分。\n3、演练（30分）：得25分。'},
    {text: '自评得分⟦95分⟧。\n二、存在的问题\n1.台账不全，扣3分。\n2.演练不足，扣3分。\n三、整改措施\n补齐台账。'},
  ],
  good: [
    {text: '库房有冷库1座、冷藏车2辆、冰箱46台、冰柜15台，合计64台（套）。'},
    {text: '上级反馈了4个方面13个问题，逐项整改。已完成10个，基本完成2个，正在推进1个，完成率76.9%。'},
    {
      text: '现有钥匙24把，库房9把、厨房8把、机房7把，都已编号。现有钥匙24把，库房9把、厨房8把、机房6把，另有1把备用。现有教师41人，语文14人、数学13人、英语12人。',
    },
    {text: '逐一找了21名党员谈心（支部共有24名，3名在外学习，改打电话）。'},
    {text: '发放问卷80份，收回76份；填写“满意”的70份，其余6份提出了意见。计划30所，已开工26所，已建成20所，剩余4所。'},
    {
      text: '查出隐患64处，当场整改41处，限期整改23处，到期已整改20处。查出隐患64处，当场整改41处，限期整改20处，立案3起。查出隐患64处，限期整改64处，已整改60处。',
    },
    {text: '检查组反馈的2个方面9个问题，已完成整改6个，基本完成1个，正在推进2个。'},
    {
      text: '全年发放补助83万元，分别是：低保补助41.5万元，残疾人两项补助22万元，种粮补助19.5万元。现有欠款80万元，分别为3年以上60万元、5年以上25万元。',
    },
    {text: '12项任务中有9项完成年度目标，占75%。近12项任务中有9项完成年度目标，占78%。'},
    {text: '10个村中有8个村完成改厕1200户，占82%。12件中有8件超期，占全局来件的5%。'},
    {text: '截至3月15日，6个问题中已完成整改4个、达到序时进度2个。'},
    {text: '6个问题中涉及制度的4个、涉及人员的3个。6个问题全部达到序时进度，其中已完成整改4个。'},
    {text: '反馈问题6个，6个均达到序时进度，其中4个已完成整改。'},
    {
      text: '收到申请20件，上年结转2件，全部办结，其中同意15件、部分同意4件、不同意3件。上年结转2件，今年新收20件，办结22件，办结率100%。收到交办问题18个，去年遗留2个。已办结17个，其余3个正在推进，办结率85%。',
    },
    {text: '收到信访件20件，上年结转2件，已办结19件，正在办理3件。受理投诉12件，去年结转3件。已办结13件，未办结2件。'},
    {text: '收到申请20件，上年结转2件。新收的20件中，其中同意15件、不同意5件。'},
    {
      text: '平均办理时间由9天缩短到4天，缩短5天。走访由40户增加到52户，比前年多了15户。合格率由91.2%提高到95.5%，提高4.3个百分点。',
    },
    {
      text: '用电由61.3万度降到55万度，减少6万度。人员由12人减少到9人，减少管理岗5人。经费由20万元增加到26万元，增加5.8万元。',
    },
    {
      text: '雨衣应发40件，实发36件，发放率90%。应到50人，实到48人，满意率98%。抽查台账18本，有3本培训记录不全，培训率100%。',
    },
    {
      text: '检测仪表20台，其中18台合格，合格率90%。共有员工20人，其中12人为电工，持证率100%。员工20人，其中19人健康证有效，1人已离岗，持证率100%。职工96人，其中党员51人；持证上岗人员40人，持证率100%。',
    },
    {text: '一共查了30处井盖，当场换好9处，还有3处要等资金。共查了20处井盖，改好12处，还有8处要等资金。'},
    {text: '两个组共找出毛病20处，当天修好12处，还有6处是共性问题。'},
    {
      text: '本学期收取课后服务费20.5万元，支出教师补助12万元、耗材3.2万元，结余5.3万元。上年结转2万元，收入20万元，支出15万元、3万元，结余4万元。收取会费8万元，支出活动费5万元，其中场地费2万元，结余1.5万元。收到会费8.2万元，支出5万元、2.1万元，累计结余9万元。',
    },
    {
      text: '全场种植面积2 400亩，玉米1 200亩、大豆800亩、西瓜350亩。全场土地2 400亩，一季稻2 200亩、油菜2 000亩、紫云英900亩。现有教师40人，高级职称12人、党员20人、骨干教师10人。共处理来信40件，比上年多12件、电话多20件、来访多9件。',
    },
    {text: '八项中达标五项、未达标两项，另有一项不涉及。六条中符合四条、基本符合一条，不符合一条。'},
    {text: '抽查商户200户，有16户没有公示，占抽查户数的8%。抽查35户，有4户没有公示，占抽查户数的11.4%。'},
    {
      text: '登记商户200户，抽查60户，有6户没有公示，占抽查户数的10%。全县抽查200户，我镇有16户停业，占我镇户数的3.5%。',
    },
    {text: '会议把20个问题分解到6个科室和3个站点。目前已完成整改12个，基本完成5个，正在推进3个。'},
    {text: '会议把20个问题、31个隐患交给6个科室。目前已完成整改12个，基本完成5个，正在推进4个。'},
    {text: '计划26个村，已建成站点27个，剩余4个村。抽查40份，资料齐全36份，签字不规范5份。'},
    {text: '发现问题12个，涉及单位8个、部门6个、岗位9个。应到26人，实到23人，未到3人。'},
    {text: '自评得分91分。\n1、制度（40分）：得38分。\n2、培训（30分）：得28分。\n3、演练（30分）：得25分。'},
    {text: '自评得分95分。\n1、制度（40分）：得38分。\n2、培训（30分）：得28分。\n3、演练（20分）：得15分。'},
    {text: '自评得分94分，其中台账不全扣3分，演练不足扣3分。今后每逾期一次扣0.5分。'},
    {text: '共排查隐患40处，其中东楼15处、西楼16处、食堂9处；共有党员30名，其中女党员18名、大专以上学历25名。'},
    {text: '走访企业约120家，其中工业80家、商贸50家。'},
    {text: '查出问题20个，完成整改15个，整改率75%，税收增长120%，任务完成率105%。'},
    {text: '在线率低于95%的要求，去年、前年同期分别为90.1%、88.7%。'},
    {text: '本年收入8 640万元，其中中央5 200万元、省级1 840万元、市级600万元、区级1 000万元。'},
    {text: '编制30名，实有28名；其中行政编制20名（实有19名），事业编制10名（实有9名）。'},
    {text: '会议从82个减到61个，下降25.6%。反馈问题14个，其中完成整改9个、基本完成4个，完成率64.3%。'},
    {text: '共有车辆99台，由货车71台、客车28台组成。会议减少3次，其中视频会议减少5次。共有党员30名，其中在职20名。'},
    {text: '第一组查库房，找出问题7处。\n第二组查机房，找出问题5处。\n两个小组共找出问题12处。'},
    {text: '第一组查库房，找出问题7处。\n三个小组共找出问题12处。'},
    {text: '受理投诉30件，其中服务态度10件、收费5件。台账共9条，已销号6条，办理中3条。'},
    {
      text: '全年用水178吨，占定额210吨的84.8%。在岗120人，党员40人，女职工12人，占30%。干部54人，35岁以下12人、40岁以下20人，占59.3%。完成投资3亿元，占年度计划的60%。',
    },
    {
      text: '共查出隐患47项，按专业分，电气20项、设备27项；按部门分，东区30项、西区17项。抽查50点，符合45点，不符合5点，符合率90%。',
    },
  ],
  *check(report) {
    for (const sum of report.sums) {
      const finding = judgeSum(sum, report)
      if (finding) yield finding
    }
    for (const {start, end, total, sum} of findGroupSums(report)) {
      if (sum === total.value) continue
      yield {at: {start, end}, message: 'other', data: {total: show(total.value), sum: show(sum), unit: total.unit}}
    }
    for (const told of report.rates) {
      const {kind, rate, part, whole, expected} = told
      const difference = Math.abs(expected - rate.value)
      if (difference <= roundingOf(told, report)) continue
      yield {
        at: {start: rate.start, end: rate.end},
        message: kind === 'share' ? 'rate' : kind,
        ...(difference > 1 || kind === 'difference' ? {} : {severity: 'warning' as const}),
        data: {
          part: show(part.value),
          whole: show(whole.value),
          expected: kind === 'difference' ? show(expected) : expected.toFixed(1),
          said: show(rate.value),
          unit: rate.unit,
        },
      }
    }
    for (const {start, end, value, full, deducted, isStated} of findScores(report)) {
      const expected = full - deducted
      if (Math.abs(expected - value) < 1e-6) continue
      const data = {full: show(full), deducted: show(deducted), expected: show(expected), said: show(value)}
      yield {at: {start, end}, message: 'score', data, ...(isStated ? {} : {severity: 'warning'})}
    }
    for (const {start, end, value, unit, before, number} of report.quantities) {
      if (unit !== '%' || value <= 100 || !LIMITED.test(report.text.slice(before.start, number.start))) continue
      yield {at: {start, end}, message: 'impossible'}
    }
  },
})
