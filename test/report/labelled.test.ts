import {describe, expect, it} from 'vitest'
import type {Report} from '../../src/report/report.ts'
import {measures, problems, reportOn, reportOnMarkdown, roles} from './understood.ts'

const links = ({answers}: Report): number[][] => answers.links.map(({problem, measure}) => [problem, measure]).sort()

describe('fields of a problem', () => {
  it('may be bullets', () => {
    const report = reportOnMarkdown(
      '# 供水整改方案\n\n## 一、整改任务\n\n### （一）水箱盖板锈蚀\n\n- 整改措施：更换盖板四块。\n- 责任人：站长\n- 完成时限：2025年9月\n\n### （二）泵房漏水\n\n- 整改措施：更换阀门。\n- 责任人：技术员\n- 完成时限：2025年10月\n',
    )
    expect(problems(report)).toEqual(['水箱盖板锈蚀', '泵房漏水'])
    expect(measures(report)).toEqual(['更换盖板四块。', '更换阀门。'])
    expect(report.measures.map(({owner}) => owner && report.words(owner))).toEqual(['站长', '技术员'])
  })
  it('may stand between items that begin with a figure', () => {
    const report = reportOn(
      '安全隐患整改报告\n一、存在的问题及整改\n1、烤漆房没有报警器。\n整改措施：加装报警器。\n责任人：设备科\n2、3名电工证件过期。\n整改措施：停岗复审。\n3、5t行车吊钩损坏。\n整改措施：更换吊钩。',
    )
    expect(problems(report)).toEqual(['烤漆房没有报警器。', '3名电工证件过期。', '5t行车吊钩损坏。'])
    expect(measures(report)).toEqual(['加装报警器。', '停岗复审。', '更换吊钩。'])
  })
})

describe('a figure at the beginning of a block', () => {
  it('of two levels counts below its heading', () => {
    const report = reportOn('网络安全自查报告\n1.存在的问题\n1.1口令简单。\n1.2日志没有保存。\n2.整改措施\n2.1换口令。')
    expect(report.series.map(({members}) => members.map(({value}) => value))).toEqual([[1, 2], [1, 2], [1]])
  })
})

describe('problems with labelled answers', () => {
  it('are told by their headings where 怎么改： answers below each', () => {
    const report = reportOnMarkdown(
      '# 客运安全自查报告\n\n查下来有三块短板。\n\n## 1. 车况差，半路抛锚\n\n**表现：**山线上月抛锚三次。\n\n**怎么改：**六月底前换三辆新车。\n\n## 2. 站场管得松\n\n**表现：**废油桶挨着充电桩。\n\n**怎么改：**废油桶四月十日前搬走。\n\n## 3. 应急全靠老经验\n\n**表现：**抽问五名司机，三人说不出破窗锤在哪。\n\n**怎么改：**每季度由安全部演练一次。\n\n## 4. 进度和责任\n\n安全部每月张榜一次。\n',
    )
    expect(problems(report)).toHaveLength(3)
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems-plan', 'problems-plan', 'plan'])
    expect(measures(report)).toEqual([
      '六月底前换三辆新车。',
      '废油桶四月十日前搬走。',
      '每季度由安全部演练一次。',
      '安全部每月张榜一次。',
    ])
  })
  it('need no heading: 【问题】…【整改】…', () => {
    const report = reportOn(
      '河口村自查报告\n根据要求，我村开展了自查，现报告如下。\n【问题】补贴多报。两户多领1200元。\n【原因】核查不细。\n【整改】多领资金7月16日退回。\n【问题】工程拆分发包。\n【整改措施】叫停施工，重新询价。\n下一步，我村将每季度互查一次。\n河口村委会\n2025年7月24日',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'plan', 'signature', 'date'])
    expect(problems(report)).toEqual(['补贴多报。两户多领1200元。', '工程拆分发包。'])
    expect(measures(report).slice(0, 2)).toEqual(['多领资金7月16日退回。', '叫停施工，重新询价。'])
    expect(
      reportOn('自查报告\n存在问题：甲坏了。没有修。\n整改措施：修甲。\n存在问题：乙坏了。\n整改措施：修乙。').problems,
    ).toHaveLength(2)
  })
  it('stand behind 反馈问题：, with 整改目标： before and 完成情况： 整改状态： behind the measure', () => {
    const report = reportOn(
      '督察反馈问题整改情况报告\n现将有关情况报告如下。\n（一）反馈问题：管网破损，雨天溢流。\n整改目标：修复率达到九成。\n整改措施：修复管网三公里。\n整改资金：两万元\n完成情况：5月28日通水。\n整改状态：已完成\n（二）反馈问题：油烟扰民。\n整改目标：达标排放。\n整改措施：安装净化器12台。\n完成情况：已装8台。\n整改状态：正在整改\n县城管局\n2025年7月25日',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems-plan', 'signature', 'date'])
    expect(problems(report)).toEqual(['管网破损，雨天溢流。', '油烟扰民。'])
    expect(measures(report)).toEqual(['修复管网三公里。', '安装净化器12台。'])
    expect(report.measures.map(({status}) => status && report.words(status))).toEqual(['5月28日通水。', '已装8台。'])
  })
  it('are told what was done behind 进展情况：, between what was to be reached and how far it has come', () => {
    const report = reportOnMarkdown(
      '# 督察反馈问题整改情况报告\n\n现报告如下。\n\n## 一、整改情况\n\n### 问题一　管网破损，雨天溢流\n\n**整改目标：** 6月底前修复率达到九成。\n\n**进展情况：** 修复管网三公里，封堵倒灌口两处。\n\n**状态：** 已完成，7月经市级验收销号。\n\n### 问题二　餐馆油烟扰民\n\n**整改目标：** 达标排放。\n\n**进展情况：** 安装净化器12台。\n\n**状态：** 达到序时进度。\n\n## 二、回头看发现的新情况\n\n1. 北渠边又堆了建筑垃圾。\n\n## 三、下一步工作\n\n1. 北渠建筑垃圾8月底前清完。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems', 'plan'])
    expect(problems(report)).toEqual(['管网破损，雨天溢流', '餐馆油烟扰民', '北渠边又堆了建筑垃圾。'])
    expect(measures(report)).toEqual([
      '修复管网三公里，封堵倒灌口两处。',
      '安装净化器12台。',
      '北渠建筑垃圾8月底前清完。',
    ])
    expect(report.measures.map(({status}) => status && report.words(status)).slice(0, 2)).toEqual([
      '已完成，7月经市级验收销号。',
      '达到序时进度。',
    ])
  })
  it('leave the facts below 关于“X”问题 to the problem', () => {
    const report = reportOn(
      '审计查出问题整改情况报告\n一、整改情况\n（一）关于“以拨代支”问题\n2023年向合作社拨付培训费12万元。\n整改情况：追回4万元。\n（二）关于“超标准接待”的问题\n2024年接待客人8批次，支付2.3万元。\n整改情况：退缴2.3万元。\n二、下一步打算\n日常管理还要跟上。我局把以下三件事列入2025年考核。\n拨款前核对合同。\n每季度公布接待清单。',
    )
    expect(problems(report).map((words) => words.split('\n')[1])).toEqual([
      '2023年向合作社拨付培训费12万元。',
      '2024年接待客人8批次，支付2.3万元。',
    ])
    expect(measures(report)).toEqual(['追回4万元。', '退缴2.3万元。', '拨款前核对合同。', '每季度公布接待清单。'])
  })
  it('may be called 现象：…纠正：…, under headings of codes', () => {
    const report = reportOnMarkdown(
      '# 数据安全自查报告\n\n现报告如下。\n\n# 1 检查情况\n\n查了20个点。\n\n# 2 不符合项及纠正\n\n## 2.1 A-01（高）\n\n**现象：**测试库没有脱敏。\n**纠正：**改用生成的样本。\n\n## 2.2 A-02（低）\n\n**现象：**三人共用一个口令。\n**纠正：**一人一号。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems-plan'])
    expect(problems(report)).toEqual(['测试库没有脱敏。', '三人共用一个口令。'])
    expect(measures(report)).toEqual(['改用生成的样本。', '一人一号。'])
  })
  it('may be called 查： and 改：, which tell the problem and not the heading above', () => {
    const report = reportOnMarkdown(
      '# 工资自查报告\n\n现报告如下。\n\n## 1 查出的问题及整改\n\n### 1.1 考勤不实\n\n**查：** 三人代打卡。\n\n**改：** 换人脸机。\n\n### 1.2 工资条没有发\n\n查：两个月没有发到人。改：10日前补发。\n',
    )
    expect(problems(report)).toEqual(['三人代打卡。', '两个月没有发到人。'])
    expect(measures(report)).toEqual(['换人脸机。', '10日前补发。'])
  })
  it('make a problem of any heading', () => {
    const report = reportOn(
      '宣传阵地自查报告\n现报告如下。\n一、稿件质量参差\n采用率不到一成。\n整改措施：每月点评一次稿件。\n二、外勤党员学习有空当\n半年没有参加学习。\n整改措施：编入临时小组，每月线上学习。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems-plan'])
    expect(measures(report)).toEqual(['每月点评一次稿件。', '编入临时小组，每月线上学习。'])
    const gaps = reportOn(
      '宣传阵地自查报告\n现报告如下。\n一、稿件质量参差\n采用率不到一成。\n整改措施：每月点评一次稿件。\n二、外勤党员学习有空当\n半年没有参加学习。\n三、阵地台账两本账\n相差12条。\n整改措施：逐条核对。',
    )
    expect(roles(gaps).slice(2)).toEqual(['problems-plan', 'problems-plan', 'problems-plan'])
    expect(links(gaps)).toEqual([
      [0, 0],
      [2, 1],
    ])
  })
  it('make one part of problems and measures under a single heading', () => {
    const report = reportOn(
      '隐患整改报告\n现报告如下。\n一、检查指出的隐患\n1、没有报警器。\n整改措施：加装报警器，责任人：设备科。\n2、2名焊工证件过期。\n整改措施：停岗复审。\n原因：没有登记到期日。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan'])
    expect(problems(report)).toEqual(['没有报警器。', '2名焊工证件过期。'])
    expect(measures(report)).toEqual(['加装报警器', '停岗复审。'])
    expect(links(report)).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
  it('may be numbered fields', () => {
    const report = reportOn(
      '自查报告\n现报告如下。\n一、存在的问题\n（一）台账\n1.问题描述：缺三个月记录。\n2.整改措施：补齐记录。\n3.责任人：安环部主任\n（二）器材\n1.问题描述：灭火器过期。\n2.整改措施：更换6具。',
    )
    expect(problems(report)).toEqual(['缺三个月记录。', '灭火器过期。'])
    expect(measures(report)).toEqual(['补齐记录。', '更换6具。'])
  })
  it('are what is listed or runs on under a problem', () => {
    const listed = reportOnMarkdown(
      '# 检查反馈问题整改报告\n\n现报告如下。\n\n## 问题一：会议记录不全\n\n整改措施：\n\n1. 由办公室补齐记录；\n2. 列入月查内容。\n\n整改结果：已完成，7月5日补齐。\n\n## 问题二：培训机构监管缺位\n\n整改措施：\n\n1. 将教材列入年检；\n2. 每季度抽查三家。\n\n整改结果：正在推进。\n\n## 整改进展\n\n2个问题中，已完成1个，正在整改1个。\n',
    )
    expect(problems(listed)).toEqual(['会议记录不全', '培训机构监管缺位'])
    expect(links(listed)).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
    ])
    expect(listed.measures).toHaveLength(4)
    expect(listed.measures.map(({status}) => status && listed.words(status))).toEqual([
      '已完成，7月5日补齐。',
      '已完成，7月5日补齐。',
      '正在推进。',
      '正在推进。',
    ])
    const running = reportOn(
      '反馈问题整改情况报告\n现报告如下。\n一、反馈问题整改情况\n关于“沟渠发黑”的问题。整改情况：一是封堵直排口；二是清淤三百方。整改状态：已完成。\n关于“粪污乱堆”的问题。整改情况：一是建储粪池；二是每月检查。整改状态：已完成。',
    )
    expect(problems(running)).toEqual(['关于“沟渠发黑”的问题。', '关于“粪污乱堆”的问题。'])
    expect(links(running)).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
    ])
  })
  it('are what stands under the name of a problem', () => {
    const report = reportOnMarkdown(
      '# 巡察整改情况报告\n\n现报告如下。\n\n## 一、具体整改情况\n\n**1. 针对“预警不精准”问题**\n\n- 增设雨量站9个；\n- 修订值守规定。\n\n**2. 针对“检查走过场”问题**\n\n- 精简检查表。\n- 谈话提醒三人。\n',
    )
    expect(problems(report)).toEqual(['针对“预警不精准”问题', '针对“检查走过场”问题'])
    expect(links(report)).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
    ])
  })
  it('are told apart from what is told of any work, and from lists behind one label', () => {
    const work = reportOn(
      '自查报告\n现报告如下。\n一、工作开展情况\n（一）组织领导\n主要做法：开会三次。\n完成情况：按时完成。\n（二）日常检查\n主要做法：每月一次。\n完成情况：按时完成。\n二、存在的问题\n1.灯坏了两盏。\n三、整改措施\n1.换灯两盏。',
    )
    expect(roles(work)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    const remedied = reportOn(
      '自查报告\n现报告如下。\n一、工作开展情况\n（一）消防方面\n整改措施：更换灭火器三具。\n（二）用电方面\n整改措施：更换插座四个。\n二、存在的问题\n1.灯坏了两盏。\n三、整改措施\n1.换灯两盏。',
    )
    expect(roles(remedied)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    const prior = reportOn(
      '自查报告\n现报告如下。\n一、上年度整改落实情况\n（一）学习不深。\n整改措施：每月学习。\n（二）调研不实。\n整改措施：每季度下乡。\n二、存在的问题\n1.灯坏了。\n整改措施：换灯。\n2.门坏了。\n整改措施：换门。',
    )
    expect(roles(prior)).toEqual(['title', 'lead', 'work', 'problems-plan'])
    const lists = reportOn(
      '自查报告\n现报告如下。\n一、安全方面\n存在问题：\n1.灯坏了。\n2.通道堆物。\n整改措施：\n1.换灯。\n2.清走杂物。\n二、保密方面\n存在问题：\n1.柜子没锁。\n2.登记缺页。\n整改措施：\n1.换锁。\n2.补登记。',
    )
    expect(lists.problems).toHaveLength(4)
    expect(lists.measures).toHaveLength(4)
  })
})

describe('headings that are problems', () => {
  it('have 怎么改： below them, whatever their own words', () => {
    const report = reportOnMarkdown(
      '# 校车自查报告\n\n现报告如下。\n\n## 1. 车况偏差，两辆带病上路\n\n表现：刹车片磨到底。\n\n症结：没有人报修。\n\n怎么改：6月底前换新片。\n\n## 2. 接送全凭记性\n\n表现：三名学生没有点名。\n\n怎么改：上车刷卡，下车点名。\n\n## 3. 跟车人员不足\n\n表现：两条线没有人跟车。\n\n怎么改：招两人，9月上岗。\n',
    )
    expect(report.problems).toHaveLength(3)
    expect(problems(report)[0]).not.toContain('症结')
    expect(measures(report)).toEqual(['6月底前换新片。', '上车刷卡，下车点名。', '招两人，9月上岗。'])
  })
})

describe('blocks by place', () => {
  it('tell their problem behind 【看到的】, and not in the heading', () => {
    const report = reportOnMarkdown(
      '# 农场用水自查报告\n\n场部先查了一遍。\n\n## 一号：东渠\n\n【看到的】三处塌口，水漏到路上。\n【为啥】没有清淤。\n【咋办】一队4月底前补好塌口。\n\n## 二号：泵房\n\n【看到的】门没锁，值班本空着。\n【为啥】没人管。\n\n## 三号：水池\n\n【看到的】池盖裂了。\n【咋办】三队5月10日前换盖子。\n\n以上情况报县局。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems-plan', 'problems-plan'])
    expect(problems(report)).toEqual(['三处塌口，水漏到路上。', '门没锁，值班本空着。', '池盖裂了。'])
    expect(measures(report)).toEqual(['一队4月底前补好塌口。', '三队5月10日前换盖子。'])
    expect(links(report)).toEqual([
      [0, 0],
      [2, 1],
    ])
  })
  it('may stand below a plain line, which is of no item', () => {
    const expected = [
      ['电动车停在斑马线上。', '门口的灯不亮。'],
      ['保安早晚各站半小时。', '灯当周换好。'],
    ]
    for (const lines of [
      '东门\n看到什么：电动车停在斑马线上。\n怎么改：保安早晚各站半小时。\n西门\n看到什么：门口的灯不亮。\n怎么改：灯当周换好。\n',
      '一号：东门\n看到的：电动车停在斑马线上。为啥：没人管。咋办：保安早晚各站半小时。\n二号：西门\n看到的：门口的灯不亮。咋办：灯当周换好。\n',
      '（一）东门\n【现状】电动车停在斑马线上。\n【原因】没人管。\n【办法】保安早晚各站半小时。\n（二）西门\n【现状】门口的灯不亮。\n【办法】灯当周换好。\n特此报告。',
    ]) {
      const report = reportOn(`门口秩序自查报告\n园长带人看了三天。\n${lines}`)
      expect(roles(report)).toEqual(['title', 'lead', 'problems-plan'])
      expect([problems(report), measures(report)]).toEqual(expected)
    }
  })
  it('may be bullets below a bold line', () => {
    const report = reportOnMarkdown(
      '# 水渠自查报告\n\n村里看了三天。\n\n**东渠**\n\n- 看到：三处塌口。\n- 为什么会这样：没有清淤。\n- 打算怎么改：一队月底前补好。\n\n**泵房**\n\n- 看到：门没锁。\n- 打算怎么改：换两把锁。\n\n以上情况报镇里。\n',
    )
    expect(problems(report)).toEqual(['三处塌口。', '门没锁。'])
    expect(measures(report)).toEqual(['一队月底前补好。', '换两把锁。'])
  })
  it('may be questions; what is in order has no answer', () => {
    const report = reportOn(
      '食堂自查报告\n查到什么，下面一问一答讲清楚。\n问：菜是凉的吗？\n查到的情况：饭车要走11分钟，菜凉了。\n我们这样改：小班先上楼。\n问：用的是散油吗？\n查到的情况：不是。进货票全部相符，这一条没有发现问题。\n问：过敏的孩子怎么照顾？\n查到的情况：名单是去年的。另外，碗没有分开。\n我们这样改：名单当天补齐，换用橙色碗。',
    )
    expect(problems(report)).toEqual(['饭车要走11分钟，菜凉了。', '名单是去年的。', '碗没有分开。'])
    expect(measures(report)).toEqual(['小班先上楼。', '名单当天补齐，换用橙色碗。'])
  })
})
