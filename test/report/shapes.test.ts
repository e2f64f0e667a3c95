import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {leaning} from '../../src/language/leaning.ts'
import {createReport} from '../../src/report/create.ts'
import {measures, problems, reportOn, roles} from './understood.ts'

describe('parts without numbers', () => {
  it('begin with 【存在问题】 before their text', () => {
    const report = reportOn(
      '农场自查报告\n【自查依据】按照通知要求，我场开展了自查，现报告如下。\n【基本情况】管护果树三百亩。\n【存在问题】查下来有两处：\n①农药和化肥混放。\n②打药没有记录。\n【整改举措】对照上面的问题，具体是：\n①库房砌墙分开。\n②每次打药当天记。\n特此报告。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual(['农药和化肥混放。', '打药没有记录。'])
    expect(measures(report)).toEqual(['库房砌墙分开。', '每次打药当天记。'])
  })
  it('or with 【查出的短处】 as a line of its own', () => {
    const report = reportOn(
      '农场自查报告\n按照通知要求，现报告如下。\n【家底】\n管护果树三百亩。\n【查出的短处】\n① 农药和化肥混放。\n② 打药没有记录。\n【对着改】\n① 库房砌墙分开。\n② 每次打药当天记。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(measures(report)).toEqual(['库房砌墙分开。', '每次打药当天记。'])
  })
  it('tell the causes in the last paragraph under the problems', () => {
    const report = reportOn(
      '学校自查报告\n现报告如下。\n一、存在的问题\n1.作业没有分层。\n2.图书老旧。\n3.器材缺损。\n上述3条问题，从主观上看，原因有二：一是培训不足；二是没有专人盘点。\n二、整改措施\n1.添置器材。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems', 'causes', 'plan'])
    expect(problems(report)).toEqual(['作业没有分层。', '图书老旧。', '器材缺损。'])
  })
})

describe('a sentence that only announces problems', () => {
  it('is none of them', () => {
    const report = reportOn(
      '消防自查报告\n现将情况报告如下。\n上半年检查泵房两次。\n在总结成绩的同时，还发现几处做得不细的问题。\n首先是泵房灯坏了两盏。\n其次是值班记录缺三天。\n针对以上问题，逐条研究了办法。\n照明方面，6月底前由后勤科换灯。\n值班方面，每晚由班长签字。',
    )
    expect(problems(report)).toEqual(['首先是泵房灯坏了两盏。', '其次是值班记录缺三天。'])
  })
})

describe('parts', () => {
  it('keeps the opening sentence of a text run together in one line', () => {
    const report = reportOn(
      '消防自查报告 根据县局通知，我馆开展了自查，现报告如下： 一、工作情况 检查两次。 二、存在的问题 1.灯坏了两盏。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems'])
  })
  it('reads headings that are problems, 不足 at their end included', () => {
    const report = reportOn(
      '宣传阵地自查报告\n一、讲座审核把关不严\n讲稿没有留存。整改措施：讲稿提前三天送审。\n二、理论学习联系实际不足\n只念文件。整改措施：每月讲一个案例。',
    )
    expect(roles(report)).toEqual(['title', 'problems-plan', 'problems-plan'])
    expect(measures(report)).toEqual(['讲稿提前三天送审。', '每月讲一个案例。'])
  })
  it.each([['对此，我站将采取以下措施：'], ['2026年，打算这样改。'], ['为防止反弹，定了两项措施：'], ['立行立改：']])(
    'begins the plan without a heading at %s',
    (opening) => {
      const report = reportOn(
        `仓库自查报告\n自查发现以下问题：一是台账缺了三月；二是灯坏了两盏。\n${opening}一是由仓管员补齐台账；二是换上两盏新灯。`,
      )
      expect(problems(report)).toHaveLength(2)
      expect(measures(report)).toHaveLength(2)
    },
  )
  it('takes a sentence that only counts for no problem', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n本次共查出隐患8处，当场整改5处，限期整改3处。\n台账缺了三月。门锁生锈。',
    )
    expect(problems(report)).toEqual(['台账缺了三月。', '门锁生锈。'])
  })
  it('takes a table that only counts for no list of problems', () => {
    const report = createReport(
      readMarkdown(
        '# 仓库自查报告\n\n## 一、存在的问题\n\n| 隐患类别 | 数量（处） | 已整改 |\n| --- | --- | --- |\n| 灯坏了没有换 | 4 | 3 |\n\n1. 台账缺了三月。\n2. 门锁生锈。\n',
      ),
    )
    expect(problems(report)).toEqual(['台账缺了三月。', '门锁生锈。'])
  })
  it('takes a row of a table that is in order, or adds up, for no problem', () => {
    const report = createReport(
      readMarkdown(
        '# 档案自查报告\n\n## 一、自查发现及处理\n\n| 序号 | 检查内容 | 查见情况 | 处理办法 |\n| --- | --- | --- | --- |\n| 1 | 装具 | 未见异常 | 按月查看架体 |\n| 2 | 库房 | 墙角渗水 | 打胶封堵窗缝 |\n| 3 | 消防 | 正常，但气瓶压力偏低 | 送检气瓶两只 |\n| 4 | 借阅 | 两卷没有归还 | 见表后说明 |\n| | **合计** | | 3项 |\n\n说明：两卷已经追回，登记改为扫码。\n',
      ),
    )
    expect(problems(report)).toEqual(['墙角渗水', '正常，但气瓶压力偏低', '两卷没有归还'])
    expect(measures(report)).toEqual(['打胶封堵窗缝', '送检气瓶两只', '两卷已经追回，登记改为扫码。'])
    expect(report.measures.map(({under}) => under)).toEqual([0, 1, 2])
  })
  it('takes what a table that counts tells in 主要表现 for the problems', () => {
    const report = createReport(
      readMarkdown(
        '# 仓库自查报告\n\n## 一、存在的问题\n\n| 问题类别 | 数量 | 已改 | 主要表现 |\n| --- | --- | --- | --- |\n| 消防 | 4 | 3 | 通道堆满纸箱 |\n| 用电 | 2 | 2 | 插座没有盖板 |\n| 合计 | 6 | 5 | —— |\n',
      ),
    )
    expect(problems(report)).toEqual(['通道堆满纸箱', '插座没有盖板'])
  })
  it('takes what is said not to be listed for no problem', () => {
    const report = reportOn(
      '仓库自查报告\n现报告如下。\n一、问题与整改\n（一）甲库门锁生锈。\n整改：更换门锁两把。\n（二）乙库灯不亮。\n整改：换灯三盏。\n（三）丙库记录完整，本次不列问题。',
    )
    expect(problems(report)).toEqual(['甲库门锁生锈。', '乙库灯不亮。'])
  })
  it('takes an entry that says it went into another for no problem', () => {
    const report = createReport(
      readMarkdown(
        '# 网络安全自查报告\n\n## 一、问题及处置\n\n### #7 口令简单\n\n- 现象：两个账号口令是生日。\n- 处置：当天改掉。\n\n### #8\n\n并入 #7（同一批账号），不单列。\n\n### #9 端口外露\n\n- 现象：测试库公网能连。\n- 处置：删掉映射。\n',
      ),
    )
    expect(report.problems.map((item) => report.words(item))).toEqual(['两个账号口令是生日。', '测试库公网能连。'])
  })
  it('reads what was done about each problem under 已整改的问题', () => {
    const report = reportOn(
      '仓库审计整改报告\n一、已整改的问题\n1.往来款挂账三年。已由财务科收回8万元。\n2.少计租金2万元。已于8月补记入账。\n二、今后打算\n每季度核对一次账目。',
    )
    expect(problems(report)).toEqual(['往来款挂账三年。', '少计租金2万元。'])
    expect(report.measures.map(({under}) => under)).toEqual([0, 1, undefined])
  })
  it.each([
    ['检查组指出的事项', '纠正办法'],
    ['失分点', '提升计划'],
    ['不规范之处', '补短板的办法'],
    ['梳理出的堵点难点', '对应的办法'],
  ])('reads %s and %s as problems and plan', (first, second) => {
    const report = reportOn(
      `仓库自查报告\n一、${first}\n1.台账缺了三月。\n2.灯坏了两盏。\n二、${second}\n1.补齐台账。\n2.换上新灯。`,
    )
    expect(roles(report)).toEqual(['title', 'problems', 'plan'])
  })
  it.each([
    ['2023年度民主生活会整改措施落实情况', 'work'],
    ['2023年度组织生活会查摆问题整改落实情况', 'work'],
    ['2023年度整改落实情况', 'work'],
    ['上年度整改落实情况', 'work'],
    ['2024年度民主生活会整改措施', 'plan'],
  ])('reads 一、%s in front of the problems as %s', (heading, role) => {
    const report = reportOn(
      `局领导班子对照检查材料\n一、${heading}\n1.修订财务制度两项，6月已完成。\n二、存在的问题\n1.全年只到基层6次。\n三、努力方向\n1.每月到联系点一次。`,
    )
    expect(roles(report)).toEqual(['title', role, 'problems', 'plan'])
    expect(measures(report).length).toBe(role === 'work' ? 1 : 2)
  })
  it('reads headings that name each problem behind 反馈问题：, whatever their length', () => {
    const report = reportOn(
      '督察反馈问题整改情况报告\n现将情况报告如下。\n（一）反馈问题：仓库东侧三条通道长期堆满纸箱，影响疏散。\n整改目标：2024年12月底前清空通道。\n整改措施：清走纸箱四十箱。\n完成情况：12月20日清空，该问题已整改完成。\n（二）反馈问题：水泵停用。\n整改目标：3月底前恢复运行。\n整改措施：更换水泵一台。\n完成情况：3月6日恢复运行，该问题已整改完成。',
    )
    expect(problems(report)).toEqual(['仓库东侧三条通道长期堆满纸箱，影响疏散。', '水泵停用。'])
    expect(measures(report)).toEqual(['清走纸箱四十箱。', '更换水泵一台。'])
    expect(report.measures.map(({status}) => status && report.words(status))).toEqual([
      '12月20日清空，该问题已整改完成。',
      '3月6日恢复运行，该问题已整改完成。',
    ])
  })
  it('reads the rectification of an earlier year as the matter of a report whose title says so', () => {
    const report = reportOn(
      '关于2023年度民主生活会查摆问题整改情况的报告\n一、整改工作组织情况\n开会两次。\n二、2023年度民主生活会查摆问题整改情况\n1.台账不全。整改情况：6月补齐台账三本。',
    )
    expect(measures(report)).toEqual(['6月补齐台账三本。'])
  })
  it('reads the list whose first mark stands behind a comma', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n仓储方面，一是台账缺了三月；二是灯坏了两盏。运输方面，三是车况差；四是记录少。',
    )
    expect(problems(report)).toEqual(['一是台账缺了三月；', '二是灯坏了两盏。', '三是车况差；', '四是记录少。'])
  })
  it('reads 其一， 其二， and 首先是 其次是 第三是 as lists', () => {
    const listed = (words: string): string[] => problems(reportOn(`仓库自查报告\n一、存在的问题\n${words}`))
    expect(listed('其一，台账缺了三月。其二，灯坏了两盏。')).toHaveLength(2)
    expect(listed('首先是台账缺了三月。其次是灯坏了两盏。第三是门锁生锈。')).toHaveLength(3)
  })
  it.each([
    ['1.发现的问题', '2.整改措施'],
    ['一、发现的问题', '二、整改措施'],
    ['1 发现的问题', '2 整改措施'],
  ])('reads headings with numbers of two and three parts: %s', (found, plan) => {
    const report = reportOn(
      `机房自查报告\n${found}\n1.1账号\n1.1.1弱口令。有弱口令账号9个。\n1.1.2离职账号没有停用。\n1.2 日志只存三个月。\n\n${plan}\n2.1 6月底前重置口令。\n2.2 7月10日前扩容。`,
    )
    expect(roles(report).slice(1)).toEqual(['problems', 'plan'])
    expect(problems(report)).toEqual(['弱口令。有弱口令账号9个。', '离职账号没有停用。', '日志只存三个月。'])
    expect(measures(report)).toEqual(['6月底前重置口令。', '7月10日前扩容。'])
  })
  it('takes a number at the beginning of a line for a number where no heading is counted so', () => {
    const report = reportOn('机房自查报告\n一、存在的问题\n1.1万元设备没有入账。\n1.2万元耗材没有登记。')
    expect(report.series.map(({kind}) => kind)).toEqual(['chinese'])
  })
  it.each([
    [
      '一、整改情况\n（一）针对“灯具损坏”问题\n1.更换灯具9盏。\n2.每周查看一次。\n（二）针对记录不全问题。一是补记三次；二是设专人登记。',
    ],
    [
      '一、针对“灯具损坏”问题\n1.更换灯具9盏。\n2.每周查看一次。\n二、针对记录不全的问题\n一是补记三次；二是设专人登记。',
    ],
    [
      '一、整改情况\n（一）关于“灯具损坏”问题的整改情况\n1.更换灯具9盏。\n2.每周查看一次。\n（二）“记录不全”问题整改情况\n1.补记三次。\n2.设专人登记。',
    ],
  ])('takes 针对“X”问题 for a problem, and what stands below for its answer: %s', (words) => {
    const report = reportOn(`巡察整改情况报告\n现将情况报告如下。\n${words}`)
    expect(report.problems).toHaveLength(2)
    expect(report.measures.map(({under}) => under)).toEqual([0, 0, 1, 1])
    expect(new Set(roles(report).slice(2))).toEqual(new Set(['problems-plan']))
  })
  it('takes a short heading with a sentence behind it for one item, and its cause for no other', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n下库次数少。我全年只去过2次。根子在于我怕麻烦。\n二、整改措施\n充实人手。由办公室负责，6月底前选配5名职工。',
    )
    expect(problems(report)).toEqual(['下库次数少。我全年只去过2次。根子在于我怕麻烦。'])
    expect(measures(report)).toEqual(['充实人手。由办公室负责，6月底前选配5名职工。'])
  })
  it('takes no sentence that only leads on for a problem', () => {
    const report = reportOn(
      '仓库自查报告\n现将情况报告如下。\n仓库检查了三次。\n在看到成绩的同时，我们也发现一些不容回避的问题。\n首先是灯坏了两盏。\n其次是台账缺了三月。',
    )
    expect(problems(report)).toEqual(['首先是灯坏了两盏。', '其次是台账缺了三月。'])
  })
  it('divides by 1. 2. 3. where the headings are short and nothing was found', () => {
    const report = reportOn(
      '小金库自查报告\n现报告如下。\n1.自查范围。两年的账册。\n2.自查过程。查了三天。\n3.自查结果。账款相符。\n4.后续安排。\n（1）每年十二月由两人盘点账户。\n（2）收费一律扫码。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'work', 'work', 'plan'])
    expect(report.measures).toHaveLength(2)
  })
  it('takes a list of tasks with 整改措施： under each for problems and plan', () => {
    const report = reportOn(
      '林场整改方案\n一、总体要求\n九月底前完成。\n二、整改任务\n（一）荒坡复绿进展迟缓。\n整改措施：栽植刺槐三千株。\n责任单位：林场\n（二）生活污水直排溪沟。\n整改措施：建化粪池两座。\n责任单位：林场',
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems-plan'])
    expect(problems(report)).toEqual(['荒坡复绿进展迟缓。', '生活污水直排溪沟。'])
  })
  it('tells 问题和原因, 问题、原因和措施 and 举措和成效 apart', () => {
    const report = reportOn(
      '法治建设情况报告\n一、主要举措和成效\n办案三件。\n二、存在的不足和原因\n一是笔录粗糙。\n三、下一步安排\n一是每季度评查一次。',
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems', 'plan'])
    expect(roles(reportOn('自查报告\n一、问题、原因和措施\n1.问题：灯坏。原因：没人管。措施：换灯。'))).toContain(
      'problems-plan',
    )
    expect(roles(reportOn('自查报告\n一、存在的问题\n1.灯坏了。\n二、整改措施及成效\n1.已换灯两盏。'))).toContain(
      'plan',
    )
  })
  it('finds problems, causes and plan that open in the words of the writer', () => {
    const report = reportOn(
      '个人检视剖析材料\n听取了同事的意见，现说明如下。\n检视下来，我身上主要有两个方面的问题。\n学习上，浅。打卡多，动笔少。\n工作中，拖。窗口排队半年没有缩短。\n归根到底，是我放松了要求。\n接下来，我打算这样改：\n每周六读书两小时，手抄笔记。\n三月十日前加开一个窗口，自己坐窗一小时。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems', 'causes', 'plan'])
    expect(problems(report)).toHaveLength(2)
    expect(measures(report)).toHaveLength(2)
  })
})

describe('problems and what was done about them, in one paragraph', () => {
  it('are cut where the sentences turn from one to the other', () => {
    const report = reportOn(
      '公交自查报告\n一、问题整改落实情况\n1.末班车司机犯困，一个季度报警七十次。安排两人轮换，连续驾驶三小时必须休息二十分钟。\n2.吹检走过场，有十二次没有本人照片，系他人代吹。',
    )
    expect(problems(report)).toEqual([
      '末班车司机犯困，一个季度报警七十次。',
      '吹检走过场，有十二次没有本人照片，系他人代吹。',
    ])
    expect(measures(report)).toEqual(['安排两人轮换，连续驾驶三小时必须休息二十分钟。'])
  })
  it('are cut behind the comma where 针对 has told the problem', () => {
    const report = reportOn(
      '车棚管理自查报告\n一、发现的问题和改进办法\n1.针对车棚漏雨，油桶没有盖子，由后勤组8月底前修好，每月检查一次；\n2.针对里程登记不全，有3张单子没有签字，调度员每天收车时逐项登记，少一项不予报销。',
    )
    expect(problems(report)).toEqual(['针对车棚漏雨，油桶没有盖子', '针对里程登记不全，有3张单子没有签字'])
    expect(measures(report)).toEqual([
      '由后勤组8月底前修好，每月检查一次；',
      '调度员每天收车时逐项登记，少一项不予报销。',
    ])
  })
  it('an explanation is no measure', () => {
    const report = reportOn(
      '组织生活会整改自查报告\n一、问题整改落实情况\n1.两名党员一年没有谈到。支部对此作了说明。\n2.关于“记录笼统”的问题。换用活页簿，书记次日签阅。',
    )
    expect(measures(report)).toEqual(['换用活页簿，书记次日签阅。'])
  })
  it('what a sentence leans to', () => {
    expect(leaning('由办公室每季度检查一次，逐项登记。')).toBeGreaterThan(1)
    expect(leaning('登记不全，有三卷没有归还。')).toBeLessThan(-1)
  })
})

describe('items', () => {
  it('are no columns of figures', () => {
    const table = '| 部位 | 隐患数 | 已整改 |\n| --- | --- | --- |\n| 车间 | 2 | 2 |\n| 仓库 | 3 | 1 |\n'
    const report = createReport(readMarkdown(`# 消防自查报告\n\n## 一、自查情况\n\n${table}`))
    expect([...report.problems, ...report.measures]).toEqual([])
  })
  it('are what marks were taken off for, though most rows have a dash in their place', () => {
    const report = createReport(
      readMarkdown(
        '# 档案工作自评报告\n\n## 一、存在的问题\n\n| 项目 | 扣分 | 扣分事由 |\n| --- | --- | --- |\n| 组织 | 0 | — |\n| 库房 | 1 | 除湿机坏了没有修 |\n| 借阅 | 0 | — |\n| 鉴定 | 0 | — |\n',
      ),
    )
    expect(problems(report)).toEqual(['除湿机坏了没有修'])
  })
  it('stand in a list above a ledger, whose rows repeat them or tell others', () => {
    const report = createReport(
      readMarkdown(
        '# 水库自查报告\n\n## 一、问题和对策\n\n（一）闸门锈蚀。石桥水库闸门锈穿两处，启闭时卡住。对策：4月底前更换闸门。\n\n（二）值班脱岗。夜里抽查，两人不在岗。对策：扣发当月补贴。\n\n限期处理的列表如下：\n\n| 序号 | 地点 | 隐患 | 处理办法 |\n| --- | --- | --- | --- |\n| 1 | 石桥水库 | 闸门锈蚀 | 更换闸门 |\n| 2 | 南沟涵洞 | 淤积过半 | 机械清掏 |\n',
      ),
    )
    expect(problems(report)).toEqual([
      '闸门锈蚀。石桥水库闸门锈穿两处，启闭时卡住。',
      '值班脱岗。夜里抽查，两人不在岗。',
      '淤积过半',
    ])
    expect(measures(report)).toEqual(['4月底前更换闸门。', '扣发当月补贴。', '更换闸门', '机械清掏'])
    expect(report.measures.map(({under}) => under)).toEqual([0, 1, 0, 2])
  })
  it('are no rows of what was found in order', () => {
    const table =
      '| 内容 | 查见情况 | 处理办法 |\n| --- | --- | --- |\n| 装具 | 未见异常 | 保持现状，按月巡看 |\n| 借阅 | 有3卷没有归还 | 5月底前催还 |\n'
    const report = createReport(readMarkdown(`# 档案自查报告\n\n## 一、自查发现及处理\n\n${table}`))
    expect([problems(report), measures(report)]).toEqual([['有3卷没有归还'], ['5月底前催还']])
  })
  it('are no places of a list by names at which nothing was wrong', () => {
    const report = reportOn(
      '车站安全自查报告\n县交通局：\n站里查了两天。\n一、逐项检查和整改情况\n1.候车厅。东侧插座没有盖板。5月6日已换新插座。\n2.值班室。夜班记录缺了三天。从5月起交接班时当面签字。\n3.灭火器。压力正常，摆放整齐。\n4.监控。二号摄像头黑屏，值班员没有上报。站领导高度重视，多次强调，切实增强全体人员责任意识。\n5.检票口。护栏牢固，每天有人巡查，未见异常。\n二、下一步打算\n1.每月查一次。',
    )
    expect(problems(report)).toEqual([
      '候车厅。东侧插座没有盖板。',
      '值班室。夜班记录缺了三天。',
      '监控。二号摄像头黑屏，值班员没有上报。',
    ])
    expect(measures(report)).toEqual([
      '5月6日已换新插座。',
      '从5月起交接班时当面签字。',
      '站领导高度重视，多次强调，切实增强全体人员责任意识。',
      '每月查一次。',
    ])
  })
  it('do not take along the causes that stand behind the last of them', () => {
    const report = reportOn(
      '执法自查报告\n一、存在的不足\n一是笔录粗糙；二是普法内容老一套。究其原因，主要是人手少。\n二、下一步工作\n一是每季度评查。',
    )
    expect(problems(report)).toEqual(['一是笔录粗糙；', '二是普法内容老一套。'])
    const listed = reportOn(
      '执法自查报告\n一、存在的不足和原因\n1.笔录粗糙，缺签名3处。\n2.普法只办了1次。主要原因是：人手少；经费没有单列。\n二、下一步工作\n1.每季度评查。',
    )
    expect(problems(listed)).toEqual(['笔录粗糙，缺签名3处。', '普法只办了1次。'])
  })
  it('are added by 此外，… behind a list, not within it', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n1.台账不全，缺6月的记录。\n此外，登记表没有签名。\n2.培训不够，全年只有1次。\n另外，照明灯坏了两盏。\n二、整改措施\n（一）补齐台账，由办公室负责。\n（二）每季度培训一次，由人事科负责。\n此外，修订考核办法，权重由5%提高到10%。\n同时，我局将以此次自查为契机，举一反三。',
    )
    expect(problems(report)).toEqual(['台账不全，缺6月的记录。', '培训不够，全年只有1次。', '另外，照明灯坏了两盏。'])
    expect(measures(report)).toEqual([
      '补齐台账，由办公室负责。',
      '每季度培训一次，由人事科负责。',
      '此外，修订考核办法，权重由5%提高到10%。',
    ])
  })
  it('are several below 联系群众方面 where each sentence names a fault and its facts', () => {
    const report = reportOn(
      '支部对照检查材料\n一、存在的问题\n（一）联系群众方面\n走访流于形式，全年进门入户12次，记录只有3页。诉求答复拖沓，来信9封，答复了4封。\n（二）工作作风方面。会议偏多，6月开了14次。推诿扯皮。一件路灯报修转了3个股室。\n（三）学习教育方面\n学用脱节，集中学习12次。讨论只有2次，多数同志没有发言。\n二、整改措施\n（一）每月走访一次。',
    )
    expect(problems(report)).toEqual([
      '走访流于形式，全年进门入户12次，记录只有3页。',
      '诉求答复拖沓，来信9封，答复了4封。',
      '会议偏多，6月开了14次。',
      '推诿扯皮。一件路灯报修转了3个股室。',
      '学习教育方面\n学用脱节，集中学习12次。讨论只有2次，多数同志没有发言。',
    ])
  })
  it('are admitted in passing without a word of fault', () => {
    const report = reportOn(
      '信息保护自查报告\n现报告如下。\n资料双人双锁；不过两名经理把客户电话存在私人手机里。\n对照以上不足，准备做好以下工作：每周抽看一次手机相册；配发工作手机六部。',
    )
    expect(problems(report)).toEqual(['不过两名经理把客户电话存在私人手机里。'])
    expect(report.measures).toHaveLength(2)
  })
})

describe('blanks', () => {
  it('are gaps before the month of a deadline and Roman numerals in the place of letters', () => {
    const report = reportOn('征求意见ⅩⅩ条，由文书负责，  月底前办好。')
    expect(report.blanks.map((blank) => report.words(blank))).toEqual(['ⅩⅩ', '  '])
    expect(reportOn('第Ⅹ章说明。三项，一月底前办好。').blanks).toEqual([])
  })
})
