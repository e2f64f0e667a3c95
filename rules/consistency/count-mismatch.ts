import {chineseNumeral, parseNumeral} from '../../src/language/numerals.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Claim} from '../../src/report/claims.ts'
import type {Report} from '../../src/report/report.ts'

/** Above this a number of problems counts single cases, not the items of the list. */
const MOST_ITEMS = 12
/** In a list of at least so many, a difference of one is a slip. */
const LEAST_LISTED = 5

/** 自查发现六个方面的问题, said in the opening; the problems follow under their own heading. */
function problemsAnnounced(report: Report, {list, value, start, end, noun}: Claim): boolean {
  const {length} = report.problems
  if (list || noun !== '问题' || length < 2 || report.sectionAt(start)?.role !== 'lead') return false
  const before = report.text.slice(Math.max(0, start - 16), start)
  if (!/反馈|发现|存在|查出|查找|查摆|梳理|指出/.test(before)) return false
  if (/方面|类/.test(report.text.slice(start, end))) return value <= MOST_ITEMS
  // 反馈7个问题 may count cases; one more or less than one list of them, and an item was deleted or added
  return length >= LEAST_LISTED && Math.abs(value - length) === 1 && report.series.some(({count}) => count === length)
}

/** 上述4个问题, behind a list of another number that is all the problems that the report has. */
function problemsCountedAbove(report: Report, {value, start, noun, looksBack}: Claim): boolean {
  const {problems, series} = report
  if (!looksBack || !/问题|隐患|不足|短板/.test(noun) || value === problems.length) return false
  if (isTabled(report, start)) {
    const faults = problems.filter((item) => !IN_ORDER.test(report.words(item))).length
    return !tabledCounts(report).includes(value) && (value < faults || value > problems.length)
  }
  const counts = series.filter(({members}) => (members.at(-1)?.mark.end ?? start) < start).map(({count}) => count)
  return (
    problems.length > 1 &&
    problems.every(({end}) => end <= start) &&
    counts.includes(problems.length) &&
    !counts.includes(value)
  )
}

/** A row of a checklist that found nothing wrong. */
const IN_ORDER = /未见|未发现|没有发现|正常|无异常|符合|良好|完好|齐全/

/** Whether each problem has its own cell of a table before a place. */
const isTabled = (report: Report, before: number): boolean =>
  report.problems.length > 1 &&
  report.problems.every(({start, end}) => end <= before && report.blockAt(start)?.kind === 'cell')

/** How many problems each part holds: 上述两个问题 may be those of one table. */
function tabledCounts(report: Report): number[] {
  const counts = new Map<number, number>()
  for (const {start} of report.problems) {
    const part = report.sectionAt(start)?.start ?? 0
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return [...counts.values()]
}

/** 四项制度，即联审制度、会签制度、查询制度: each thing that is named bears the name of what is counted. */
const NAMED =
  /(?<words>(?<number>\d{1,2}|[两二三四五六七八九十])[项个种类本套张](?:[一-鿿]{0,6})?(?<noun>制度|机制|清单|台账|办法|预案|方案|行动|平台|规程|流程))，?(?:即|分别(?:是|为))(?<list>[^，。；：（）]+)(?=[，。；])/g

/** Numbers of things that are named right behind them, with how many these are. */
function* namedThings(report: Report) {
  for (const {start, groups: {words = '', number = '', noun = '', list = ''} = {}} of report.find(NAMED)) {
    const names = list.split(/、|以?及|和/)
    if (names.length < 2 || !names.every((name) => name.endsWith(noun))) continue
    if (parseNumeral(number) !== names.length)
      yield {at: {start, end: start + words.length}, words, count: names.length}
  }
}

export default defineRule({
  id: 'count-mismatch',
  group: 'consistency',
  severity: 'error',
  fixes: 'suggestion',
  ground: '规定',
  what: {zh: '说有几条，列出来的却不是几条。', en: 'A text announces so many items and lists another number.'},
  why: {
    zh: '“存在三个方面的问题”，下面列了四条，一看就是改过没有核对。',
    en: '“Three problems”, and four follow: the text was edited and not checked.',
  },
  how: {
    zh: '数字后面紧跟着列举（中间不超过 40 字）时，数一数同一级的条数；“抓了三件事：”后面一句话里用分号隔开的多出一件的，“四项制度，即”后面点名的制度不是四项的，提醒核对；“以下五个问题”“五个问题，逐项列出如下”后面是表的，数一数行数。开头写“发现六个方面的问题”，与后文的问题条数不一致的，“反馈7个问题”而后文只差一条的，或者“上述四个问题”与前面列出的条数不一致的，作为提醒。',
    en: 'Where a list begins right behind the number (within 40 characters), its items at that level are counted, or the rows of a table; one part too many set apart by ； in its own sentence is a warning, and so is another number of things named (四项制度，即…). A number of kinds of problems in the opening is compared with the problems listed later, a number of problems only where it differs by one, 上述四个问题 with those listed before; that is a warning.',
  },
  messages: {
    list: {zh: '这里说“{words}”，下面列了 {count} 条。', en: '“{words}” is announced; {count} are listed.'},
    problems: {
      zh: '这里说“{words}”，后文列出的问题是 {count} 个，请核对。',
      en: '“{words}” is announced; the report lists {count} problems. Please check.',
    },
    above: {
      zh: '这里说“{words}”，前文列出的问题是 {count} 个，请核对。',
      en: '“{words}” looks back at {count} problems. Please check.',
    },
    rows: {zh: '这里说有{said}条，下面的表里有{count}条。', en: '{said} are announced; the table below has {count}.'},
    last: {zh: '最后一条在这里', en: 'the last one is here'},
    write: {zh: '把数字改为“{count}”', en: 'Write {count}'},
  },
  bad: [
    {text: '归纳起来共⟦五条⟧：一是台账不全；二是培训不够；四是演练少；五是巡查不勤。'},
    {
      text: '自查发现⟦2⟧个方面的问题，逐项列出如下：\n\n| 序号 | 问题 | 措施 |\n| --- | --- | --- |\n| 1 | 台账不全 | 5月6日前补齐 |\n| 2 | 门锁坏 | 5月7日前换好 |\n| 3 | 灯不亮 | 5月8日前换好 |',
      file: 'md',
    },
    {text: '自查发现⟦三个方面的问题⟧：一是台账不全；二是培训不够；三是演练少；四是巡查不勤。'},
    {text: '主要有以下⟦两个方面问题⟧，涉及金额5.1万元：一是台账不全；二是培训不够；三是演练少。'},
    {text: '围绕⟦三个方面⟧，首先是补台账；其次是抓培训；再次是练演练；最后是查仓库。'},
    {text: '下半年抓⟦三件事⟧。一是补台账；二是抓培训；三是练演练；四是勤巡查。'},
    {text: '二、存在的问题\n主要有⟦以下2点⟧：\n1.台账不全。\n2.培训不够。\n3.演练少。'},
    {
      text: '经自查，我局发现⟦三个方面的问题⟧，现报告如下。\n一、存在的问题\n（一）台账记录不全。\n（二）培训没有开展。\n二、整改措施\n（一）补齐台账。\n（二）开展培训。',
    },
    {
      text: '二、存在的问题\n1.台账记录不全。\n2.培训没有开展。\n三、整改情况\n上述⟦3个问题⟧均已整改，由办公室补齐台账、开展培训。',
    },
    {
      text: '6月9日，检查组反馈⟦6个问题⟧，现报告如下。\n一、存在的问题\n1.台账记录不全。\n2.培训没有开展。\n3.西门锁坏了。\n4.楼道灯不亮。\n5.应急包过期。\n二、整改措施\n1.补齐台账。',
    },
    {
      text: '## 管理方面（⟦4⟧个）\n\n| 序号 | 问题 | 措施 |\n| --- | --- | --- |\n| 1 | 台账不全 | 补齐 |\n| 2 | 门锁坏 | 换锁 |\n| 3 | 灯不亮 | 换灯 |',
      file: 'md',
    },
    {text: '完善了⟦四项制度⟧，即钥匙保管制度、夜间巡查制度和访客登记制度，装订成册。'},
    {text: '发现⟦三类问题⟧：\n\n- 台账不全。\n- 培训不够。\n- 演练少。\n- 门锁坏了。\n\n限期整改。', file: 'md'},
    {
      text: '# 青禾卫生院自查表\n\n## 自查问题与整改\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账缺6月的记录 | 补齐 |\n| 冰箱门封条开裂 | 更换 |\n| 两名护士没有培训 | 每月一次 |\n\n以上⟦两个问题⟧由院长签字。',
      file: 'md',
    },
    {text: '问题集中在⟦四个方面⟧，分述如下。\n第一件是台账不全。\n第二件是培训不够。\n第三件是演练少。'},
    {
      text: '走下来看，有⟦两块短板⟧要补。\n1. 门锁老化\n西门锁芯卡住。\n2. 灯不亮\n楼道灯坏了。\n3. 演练没有开展\n只发了通知。',
    },
    {text: '全年抓了⟦三件事⟧：库房换锁2把，加了灯；台账补齐9本；演练改为每季一次；值班两人同岗。'},
    {text: '下一步抓好⟦三项工作⟧。\n●补台账。\n●抓培训。'},
    {
      text: '归为以下⟦三⟧个问题，逐一整改：\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账不全 | 补齐 |\n| 培训不够 | 每月一次 |',
      file: 'md',
    },
  ],
  good: [
    {
      text: '全年抓了三件事：库房换锁2把，加了灯；台账补齐9本；演练改为每季一次；以上均由办公室负责。问题有两类：制度上，台账不全；目录没有；执行上，两人脱岗。全年抓了三件事：换锁；补账；演练；并请消防队讲课。',
    },
    {text: '查出3处隐患：东楼1处；西楼1处；食堂1处；车库没有。'},
    {
      text: '走下来看，有两块短板要补。\n\n## 1. 门锁老化\n\n西门锁芯卡住。\n\n## 2. 灯不亮\n\n楼道灯坏了。\n\n## 3. 进度和责任\n\n由办公室负责，6月底前办完。',
      file: 'md',
    },
    {text: '归纳起来共四条：一是台账不全；二是培训不够；三是演练少；四是巡查不勤。'},
    {
      text: '自查发现3个方面的问题，逐项列出如下：\n\n| 序号 | 问题 | 措施 |\n| --- | --- | --- |\n| 1 | 台账不全 | 5月6日前补齐 |\n| 2 | 门锁坏 | 5月7日前换好 |\n| 3 | 灯不亮 | 5月8日前换好 |',
      file: 'md',
    },
    {
      text: '自查发现2个方面的问题，逐项列出如下：\n\n| 序号 | 问题类别 | 措施 |\n| --- | --- | --- |\n| 1 | 台账不全 | 5月6日前补齐 |\n| 2 | 门锁坏 | 5月7日前换好 |\n| 3 | 灯不亮 | 5月8日前换好 |',
      file: 'md',
    },
    {
      text: '自查发现2个方面的问题，具体情况见下表：\n\n| 序号 | 问题 | 措施 |\n| --- | --- | --- |\n| 1 | 台账不全 | 5月6日前补齐 |\n| 2 | 门锁坏 | 5月7日前换好 |\n| 3 | 灯不亮 | 5月8日前换好 |',
      file: 'md',
    },
    {text: '灭火器共3个：1个过期，2个压力不足。会议室有两个：一楼一个，二楼一个。'},
    {text: '库房有三个：一号库放种子，二号库放农药。'},
    {
      text: '存在以下两个问题：\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账不全 | 补齐 |\n| 培训不够 | 每月一次 |',
      file: 'md',
    },
    {
      text: '集中在以下两个方面：\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账不全 | 补齐 |\n| 培训不够 | 每月一次 |\n| 门锁坏了 | 更换 |',
      file: 'md',
    },
    {
      text: '# 青禾卫生院自查表\n\n## 冷链问题与整改\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账缺6月的记录 | 补齐 |\n| 冰箱门封条开裂 | 更换 |\n\n## 接种问题与整改\n\n| 问题 | 措施 |\n| --- | --- |\n| 两名护士没有培训 | 每月一次 |\n| 留观区椅子不够 | 添6把 |\n| 告知书没有签字 | 补签 |\n\n以上五个问题由院长签字，以上三个问题由接种门诊负责。',
      file: 'md',
    },
    {
      text: '# 青禾卫生院自查表\n\n## 自查问题与整改\n\n| 问题 | 措施 |\n| --- | --- |\n| 台账缺6月的记录 | 补齐 |\n| 冰箱门封条开裂 | 更换 |\n| 温度记录连续，未见超限 | 无须改动 |\n\n以上两个问题由院长签字。',
      file: 'md',
    },
    {text: '1 基本情况\n室藏档案40卷。\n2 自查发现的问题\n2.1 归档迟了两周。\n2.2 库房潮湿。\n2.3 目录缺页。'},
    {
      text: '二、存在的问题\n1.台账记录不全。\n2.培训没有开展。\n三、整改情况\n上述2个问题均已整改。一是补齐台账；二是开展培训；三是完善制度。',
    },
    {
      text: '6月9日，检查组反馈7个问题，现报告如下。\n一、存在的问题\n1.台账记录不全。\n2.培训没有开展。\n3.西门锁坏了。\n4.楼道灯不亮。\n5.应急包过期。\n二、整改措施\n1.补齐台账。',
    },
    {text: '完善了两项制度，即钥匙保管制度、夜间巡查制度。建立四项制度，即管人、管物和管账的制度，逐项落实。'},
    {
      text: '发现两类问题：\n\n- 台账不全。\n  - 缺6月。\n  - 缺7月。\n- 培训不够。\n\n两类问题都已整改。\n\n- 补台账。',
      file: 'md',
    },
    {text: '自查发现三个方面的问题：一是台账不全；二是培训不够；三是演练少。'},
    {text: '主要有以下三个方面问题，共涉及违规资金2万元：一是台账不全；二是培训不够；三是演练少。'},
    {text: '检查组指出两个方面问题，涉及金额5.1万元，已经退回。一是补台账；二是抓培训；三是练演练。'},
    {text: '自查发现两个方面问题，涉及3个科室：一是药房；二是门诊；三是病区。'},
    {text: '发现以下3个问题：\n1.门锁损坏。\n2.灭火器失效。\n3.账实不符，相差4.2万元。'},
    {text: '发现两个问题：第一，台账不全。第二，门锁坏了，第三季度才报修。'},
    {text: '问题集中在两个方面，分述如下。\n第一件是台账不全，第三件展品没有登记。\n第二件是培训不够。'},
    {text: '成立3个工作小组。\n（一）综合组。负责联络。\n（二）检查组。负责检查。'},
    {
      text: '共查出问题28个，现报告如下。\n一、存在的问题\n（一）台账记录不全。\n（二）培训没有开展。\n二、整改措施\n（一）补齐台账。\n（二）开展培训。',
    },
    {
      text: '抓了三个方面：首先是补台账；其次是抓培训；最后是练演练。重点做了三件事。首先，改库房。其次，补人手。此外，换锁。',
    },
    {text: '针对检查指出的两个方面问题，一是补台账；二是抓培训；三是练演练。'},
    {text: '查摆问题共16条：\n①班子查摆7条。\n②个人查摆9条。'},
    {text: '自查发现两个方面5个问题。\n（一）责任方面\n1.台账不全。\n2.门锁坏了。\n（二）管理方面\n1.培训少。'},
    {text: '落实市里部署的13项措施，成效明显。\n一是台账清楚。二是培训到位。'},
  ],
  *check(report) {
    for (const {kind, at, said, expected} of report.tableSums)
      if (kind === 'listed' && said !== expected)
        yield {at, message: 'rows', severity: 'warning', data: {said, count: expected}}
    for (const {at, words, count} of namedThings(report))
      yield {at, message: 'list', severity: 'warning', data: {words, count}}
    for (const claim of report.claims) {
      const at = {start: claim.start, end: claim.end}
      const {list, number, value} = claim
      if (list && (value < list.count || value > list.count + list.loose)) {
        const last = list.members.at(-1)
        if (!last) continue
        // 五个：一是、二是、四是、五是: an item was deleted, or the numbers alone are at fault
        const isDoubtful = list.misnumbered.length > 0 && last.value === value
        const isArabic = /\d/.test(report.words(number))
        yield {
          at,
          message: 'list',
          ...(isDoubtful ? {severity: 'warning' as const} : {}),
          data: {words: report.words(at), count: list.count},
          related: [{at: {start: last.mark.start, end: last.mark.end}, message: 'last'}],
          suggestions: [
            {
              message: 'write',
              data: {count: list.count},
              edits: [
                {at: number, text: isArabic ? String(list.count) : chineseNumeral(list.count).replace(/^二$/, '两')},
              ],
            },
          ],
        }
      } else if (!list && claim.told === value + 1) {
        yield {at, message: 'list', severity: 'warning', data: {words: report.words(at), count: claim.told}}
      } else if (problemsCountedAbove(report, claim)) {
        yield {
          at,
          message: 'above',
          severity: 'warning',
          data: {words: report.words(at), count: report.problems.length},
        }
      } else if (problemsAnnounced(report, claim) && report.problems.length !== value) {
        yield {
          at,
          message: 'problems',
          severity: 'warning',
          data: {words: report.words(at), count: report.problems.length},
        }
      }
    }
  },
})
