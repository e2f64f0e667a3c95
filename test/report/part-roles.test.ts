import {describe, expect, it} from 'vitest'
import type {Report} from '../../src/report/report.ts'
import {headingRole} from '../../src/report/roles.ts'
import {measures, PLAN, PROBLEMS, problems, reportOn, reportOnMarkdown, roles} from './understood.ts'

describe('words in bold with which paragraphs begin', () => {
  const WORK = '**怎么查的。** 两名馆员查了三天，库房全部走到。'
  const FOUND = '**发现的问题。** 灯坏了两盏。台账缺三月。'
  const AHEAD = '**往后的打算。** 三月底前换灯。由办公室补齐台账。'
  it('are the headings where there are no others', () => {
    const report = reportOnMarkdown(`# 消防自查报告\n\n**自查缘由。** 临近汛期。\n\n${WORK}\n\n${FOUND}\n\n${AHEAD}\n`)
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual(['灯坏了两盏。', '台账缺三月。'])
    expect(measures(report)).toEqual(['三月底前换灯。', '由办公室补齐台账。'])
  })
  it('are none below headings that name the parts', () => {
    const report = reportOnMarkdown(
      `# 消防自查报告\n\n## 一、工作情况\n\n${WORK}\n\n**问题导向。** 逐条对照。\n\n**今后照办。** 定了规矩。\n\n## 二、存在的问题\n\n1. 灯坏了两盏。\n`,
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems'])
  })
  it('begin the work in front of the first heading', () => {
    const report = reportOnMarkdown(
      '# 消防自查报告\n\n现报告如下。\n\n**家底：** 库房三个。\n\n## 存在的问题\n\n1. 灯坏了两盏。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems'])
  })
})

describe('a heading over the opening', () => {
  it.each(['自查依据', '检查范围和依据', '概述', '说明'])('%s tells nothing of the work', (heading) => {
    const report = reportOn(`消防自查报告\n一、${heading}\n按通知要求自查。\n二、工作情况\n库房三个。`)
    expect(roles(report)).toEqual(['title', 'lead', 'work'])
  })
  it('is one of the work behind an opening of its own, or where no other tells of it', () => {
    expect(roles(reportOn('消防自查报告\n现报告如下。\n一、概述\n按通知自查。\n二、工作情况\n库房三个。'))).toEqual([
      'title',
      'lead',
      'work',
      'work',
    ])
    expect(roles(reportOn(`消防自查报告\n一、概述\n按通知自查。\n${PROBLEMS}`))).toEqual(['title', 'work', 'problems'])
  })
})

describe('questions and answers', () => {
  it('are the parts that they ask about', () => {
    const report = reportOnMarkdown(
      '# 消防自查问答\n\n现整理如下。\n\n**问：馆里有几个库房？**\n\n答：三个，共920平方米。\n\n**问：哪些地方最不放心？**\n\n答：有两件。其一，灯坏了两盏。其二，台账缺三月。\n\n**问：为什么会这样？**\n\n答：管理员一人管三个库。\n\n**问：怎么改？**\n\n答：三月底前换灯。由办公室补齐台账。\n\n**问：谁来看结果？**\n\n答：读者代表。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'causes', 'plan', 'other'])
    expect(problems(report)).toEqual(['其一，灯坏了两盏。', '其二，台账缺三月。'])
    expect(measures(report)).toEqual(['三月底前换灯。', '由办公室补齐台账。'])
  })
})

describe('甲乙丙', () => {
  it('number problems, and 对应甲 names the one that is answered', () => {
    const report = reportOn(
      '消防自查报告\n现报告如下。\n【家底】\n库房三个。\n【哪里还乱】\n甲、灯坏了两盏。\n乙、通道里堆着纸箱，堵了门。\n【怎么再治】\n对应乙，每周五由保管员清一遍。\n对应甲，三月底前请电工来。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual(['灯坏了两盏。', '通道里堆着纸箱，堵了门。'])
    expect(report.answers.links.map(({problem, measure}) => [problem, measure])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
  it('are no marks in names', () => {
    expect(
      problems(reportOn('消防自查报告\n一、存在的问题\n甲、乙两个仓库的灯坏了。\n二、整改措施\n三月底前换灯。')),
    ).toEqual(['甲、乙两个仓库的灯坏了。'])
  })
})

describe('what frames a plan', () => {
  it.each(['以上自查如有不到之处，请大家指出来。', '账册复印件放在办公室，欢迎随时来查看。'])(
    '%s closes it',
    (line) => {
      expect(
        measures(reportOn(`消防自查报告\n${PROBLEMS}\n三、整改措施\n三月底前换灯。由办公室补齐台账。\n${line}`)),
      ).toEqual(['三月底前换灯。', '由办公室补齐台账。'])
    },
  )
  it('and 商量出这么几条 opens it', () => {
    expect(
      measures(
        reportOn(
          `消防自查报告\n${PROBLEMS}\n三、整改措施\n支委会开了会，商量出这么两条。三月底前换灯。由办公室补齐台账。`,
        ),
      ),
    ).toEqual(['三月底前换灯。', '由办公室补齐台账。'])
  })
})

describe('a form', () => {
  it('is signed by 填报单位 and 填报日期', () => {
    const report = reportOn(`消防自查表\n${PROBLEMS}\n${PLAN}\n填报单位：县图书馆（盖章）\n填报日期：2025年3月4日`)
    expect(roles(report)).toEqual(['title', 'problems', 'plan', 'signature', 'date'])
    expect(measures(report)).toHaveLength(2)
  })
})

describe('steps', () => {
  it('of one measure in its paragraph are no measures of their own', () => {
    const plan = (line: string): string[] =>
      measures(reportOn(`消防自查报告\n一、存在的问题\n1.灯坏了两盏。\n二、整改措施\n${line}\n2.由办公室补齐台账。`))
    const steps = '（1）3月5日前断电；（2）3月8日前换灯；（3）3月9日复查。'
    expect(plan(`1.会同电工分三步更换：${steps}`)).toEqual([`会同电工分三步更换：${steps}`, '由办公室补齐台账。'])
    expect(plan(`1.更换照明灯。${steps}`)).toHaveLength(4)
  })
})

describe('notes of a meeting', () => {
  it('tell faults by number, and what was decided', () => {
    const report = reportOn(
      '支部自查会议纪要\n会议听取了情况通报。\n随后大家逐个发言，归纳起来指出两条不足：\n一、党费收缴不及时，5名党员没有交清二季度党费。\n二、老党员活动少，一年只通知过两次。\n会议议定以下事项：\n1.指定两名年轻党员结对，每季度送学一次。\n2.党费改为每月5日前收齐。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems', 'plan'])
    expect(problems(report)).toHaveLength(2)
    expect(measures(report)).toHaveLength(2)
  })
  it('name a speaker in front of each fault and of what answers it, who belongs to neither, and who does what in a table', () => {
    const report = reportOnMarkdown(
      '# 消防自查碰头会记录\n\n时间：2025年3月4日；地点：会议室。\n\n**站长**问：都说说，哪儿有漏洞？\n\n——门卫：夜里两盏灯不亮，看不清车牌。\n\n——保管员：通道里堆着纸箱，堵了半边门。\n\n——站长接着说：灯的事，今天下午已请电工换好，今后每周查一次。\n\n——炊事员：灶间的烟道半年没洗，积了厚厚一层油。\n\n站长定：按下面的表办。\n\n| 谁 | 干什么 | 到什么时候 |\n| --- | --- | --- |\n| 保管员 | 纸箱搬到二号库，门前画黄线 | 3月8日 |\n',
    )
    expect(problems(report)).toEqual([
      '夜里两盏灯不亮，看不清车牌。',
      '通道里堆着纸箱，堵了半边门。',
      '灶间的烟道半年没洗，积了厚厚一层油。',
    ])
    expect(measures(report)).toEqual(['灯的事，今天下午已请电工换好，今后每周查一次。', '纸箱搬到二号库，门前画黄线'])
  })
  it('tell when and where they were held in lines that belong to no part, and what only wishes is no fault', () => {
    const report = reportOnMarkdown(
      '# 库区消防自查会议记录\n\n**时间：**2025年3月4日\n\n**地点：**二楼会议室\n\n**参加：**站长、各组组长共6人\n\n**站长：**区里要求先自查，我们走完了四个库。\n\n**统计员：**今年换了灭火器40具，配了水带。\n\n## 各组发言\n\n**一组：**通道里堆着纸箱，堵了半边门。\n\n**二组：**夜里两盏灯不亮，看不清车牌。还有灶间的烟道半年没洗，积了厚厚一层油。\n\n**三组：**门卫室的灭火器压力不足，没有人更换。\n\n**职工代表：**大家希望这回能办实。\n\n## 议定事项\n\n（1）纸箱3月8日前搬到二号库，门前画黄线。\n\n（2）请电工当天换灯，每周查一次。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual([
      '通道里堆着纸箱，堵了半边门。',
      '夜里两盏灯不亮，看不清车牌。',
      '灶间的烟道半年没洗，积了厚厚一层油。',
      '门卫室的灭火器压力不足，没有人更换。',
    ])
    expect(report.words(report.sections[1] ?? expect.fail())).toBe('站长：区里要求先自查，我们走完了四个库。')
  })
  it('with faults that are answered below keep them as headings', () => {
    const report = reportOn(
      '消防自查报告\n现报告如下。\n一、通道堵塞没有人管\n库房门前堆着纸箱。已清走纸箱。\n二、台账缺三个月\n三月到五月没有登记。已补齐。',
    )
    expect(roles(report).filter((role) => role === 'problems-plan')).toHaveLength(2)
  })
})

describe('a line like a heading', () => {
  it('behind the opening begins what was done, though its words name no part', () => {
    const report = reportOn(
      '经营自查报告\n各店自查了一遍，汇报如下。\n今年进了多少货\n购进化肥20吨。\n毛病在哪里\n第一，灯坏了两盏。\n第二，台账缺三月。\n打算怎么办\n第一，三月底前换灯。\n第二，由办公室补齐台账。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
  })
})

describe('what headings hold', () => {
  const LEDGER = '| 问题 | 整改措施 |\n| --- | --- |\n| 灯坏了两盏 | 三月底前换灯 |\n| 台账缺三月 | 由办公室补齐 |\n'
  const FIGURES = '| 部门 | 发现问题 | 已整改 |\n| --- | --- | --- |\n| 车间 | 2 | 2 |\n| 仓库 | 3 | 1 |\n'
  it('problems over a table that answers them is both', () => {
    const report = reportOnMarkdown(
      `# 消防自查报告\n\n## 一、自查情况\n\n查了两次。\n\n## 二、正在整改的2个问题\n\n${LEDGER}`,
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems-plan'])
  })
  it('and so is such a table alone, but none of figures', () => {
    expect(
      roles(
        reportOnMarkdown(`# 消防自查报告\n\n## 一、逐条完成情况\n\n${LEDGER}\n## 二、下一步安排\n\n每月检查一次。\n`),
      ),
    ).toContain('problems-plan')
    expect(roles(reportOnMarkdown(`# 消防自查报告\n\n## 一、自查情况\n\n${FIGURES}`))).not.toContain('problems-plan')
  })
  it('what is not settled yet: problems where they are listed, else an explanation', () => {
    const told = (body: string): string | undefined =>
      roles(
        reportOn(
          `整改情况报告\n一、整改落实情况\n1.灯坏了两盏。整改措施：已换灯。\n二、尚未整改到位的事项及原因\n${body}`,
        ),
      ).at(-1)
    expect(told('第1、2、5项涉及12万元，每月25日前通报进度，至销号为止。')).toBe('other')
    expect(told('1.屋顶漏雨。因雨季无法施工，九月底前修好。\n2.围墙倾斜。由办公室十月重砌。')).toBe('problems-plan')
  })
  it('关于“X”的问题 as headings below 整改情况, unless a part before lists them', () => {
    const named =
      '（一）关于“学用结合不紧”的问题\n安排八个专题，每次由分管领导结合业务领学。\n（二）关于“资金沉淀”的问题\n清理沉淀资金310万元，其中收回210万元。'
    const report = reportOn(
      `整改情况报告\n一、具体整改情况\n${named}\n二、仍需持续推进的问题\n干部交流要等批复，预计十月底完成。`,
    )
    expect(roles(report)).toEqual(['title', 'problems-plan', 'other'])
    expect(problems(report)).toEqual(['关于“学用结合不紧”的问题', '关于“资金沉淀”的问题'])
    expect(measures(report)).toHaveLength(2)
    expect(roles(reportOn(`整改情况报告\n一、存在的问题\n1.学用脱节。\n2.资金沉淀。\n二、整改情况\n${named}`))).toEqual(
      ['title', 'problems', 'plan'],
    )
  })
  it('a plan for a year, and how the rectification is organised', () => {
    const report = reportOn(
      `消防自查报告\n一、整改落实的组织保障\n由支部书记负责，每月听取一次进展。\n${PROBLEMS}\n三、2025年度推进消防工作的主要安排\n1.三月底前换灯。`,
    )
    expect(roles(report)).toEqual(['title', 'work', 'problems', 'plan'])
    expect(measures(report)).toEqual(['三月底前换灯。'])
  })
  it.each([
    ['2024年工作计划完成情况', 'work'],
    ['信访问题处理情况', 'work'],
    ['以往问题整改情况', 'work'],
    ['为什么会出现这些问题', 'causes'],
    ['为啥会这样', 'causes'],
    ['根子在哪里', 'causes'],
    ['哪些事没做好', 'problems'],
    ['哪里还重', 'problems'],
    ['哪些是重点', undefined],
    ['哪些事没做好，怎么改', 'problems-plan'],
    ['巩固提高的安排', 'plan'],
    ['怎么再压', undefined],
    ['怎么再减', 'plan'],
    ['往后怎么盯', 'plan'],
    ['做得不够的地方', 'problems'],
    ['现场查出的不合格项', 'problems'],
    ['存在问题和下一步工作', 'problems-plan'],
    ['正在推进整改的问题', 'unsettled'],
    ['进度和责任', 'measures'],
    ['责任落实情况', 'work'],
    ['几点建议', 'plan'],
    ['意见和建议', 'plan'],
  ])('%s: %s', (words, role) => {
    expect(headingRole(words)).toBe(role)
  })
  it('隐患排查治理情况 is work beside the problems, and tells them where nothing else does', () => {
    const begun = '消防自查报告\n一、基本情况\n查了两次。\n二、隐患排查治理情况\n1.灯坏了两盏。\n2.通道堆满纸箱。\n'
    expect(roles(reportOn(`${begun}三、存在的问题\n1.台账缺三月。`))).toEqual(['title', 'work', 'work', 'problems'])
    expect(problems(reportOn(`${begun}${PLAN}`))).toEqual(['灯坏了两盏。', '通道堆满纸箱。'])
  })
  it('that begin with a sign', () => {
    const report = reportOn(
      '消防自查报告\n现报告如下。\n◆总体情况\n查了两次。\n◆发现的问题\n①灯坏了两盏。\n◆整改措施\n第一，换灯。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
  })
  it('what needs to be said is no problem', () => {
    expect(
      roles(reportOn(`消防自查报告\n一、自查情况\n查了两次。\n${PROBLEMS}\n三、需要说明的问题\n账册在总库。`)),
    ).toEqual(['title', 'work', 'problems', 'other'])
  })
})

describe('parts that no heading divides', () => {
  it('but words that a wide space sets apart', () => {
    const report = reportOnMarkdown(
      '# 消防自查报告\n\n按照通知，现报告如下。\n\n**总体情况**　全站灭火器六十具均在有效期以内，疏散通道畅通。\n\n**存在的问题**　应急灯坏了两盏，值班台账缺三月的记录。\n\n**整改措施**　更换应急灯两盏，值班台账由站长每周抽查一次。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems', 'plan'])
  })
  it('each problem with its answer, where the sentence before them says so', () => {
    const report = reportOn(
      '食堂自查情况\n三月第一周，把食堂走了一遍，现报告如下。\n食堂有厨师四人，健康证都在有效期内。\n美中不足，查出三件小事，当周这样改：\n1、刀板颜色混用，标识掉了一块。周三重贴标牌，由厨师长每早检查。\n2、油烟机滤网有油垢，没有按时清洗。三月底前请专业公司拆洗。\n3、陪餐表只有签名，没写菜品味道。改印打钩式表格，当场勾选。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'work', 'problems-plan'])
    expect(report.measures.map(({under}) => under)).toEqual([0, 1, 2])
  })
  it('and where it says so before a colon', () => {
    const report = reportOn(
      '供水自查报告\n五月开展自查，现报告如下。\n水厂运行平稳。但检查中也发现两个问题，已逐项整改，情况如下：\n1.加氯间通风扇停转。已于5月12日更换电机，每班试转一次。\n2.管网冲洗记录缺四月份。由管网科补录，并改为手机拍照上传。',
    )
    expect(roles(report).at(-1)).toBe('problems-plan')
    expect(report.measures.map(({under}) => under)).toEqual([0, 1])
  })
  it('the plan behind headings that are problems', () => {
    const report = reportOn(
      '值班自查报告\n现报告如下。\n一、夜班记录不全，三月缺三天\n整改：由值班长每天下班前核对。\n二、交接班走过场\n整改：两人当面清点，签字后离岗。\n下半年，站里还将结合上述整改：\n（1）九月底前演练一次。\n（2）由办公室每月抽查一次。',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems-plan', 'problems-plan', 'plan'])
  })
  it('no problems begin where none were found', () => {
    const report = reportOn(
      '小金库自查报告\n一、自查情况\n查了三个月的账册。\n二、巩固措施\n虽然没有查出问题，但为防止松懈，仍作以下安排：\n1.每年三月自查一次。\n2.六月底前张贴标准。',
    )
    expect(problems(report)).toEqual([])
  })
  it('the causes of all problems, in a paragraph behind the last of them', () => {
    const causes = '成因主要有三：一是人手少；二是系统没有打通；三是没有专人管。'
    expect(roles(reportOn(`消防自查报告\n${PROBLEMS}\n${causes}\n${PLAN}`))).toEqual([
      'title',
      'problems',
      'causes',
      'plan',
    ])
    const both = reportOn(
      `消防自查报告\n二、存在的问题和原因\n1.灯坏了两盏。\n2.台账缺三月。\n上述2条问题，从主观上看，原因有二：一是人手少；二是没有专人管。\n${PLAN}`,
    )
    expect(roles(both)).toEqual(['title', 'problems', 'plan'])
    expect(problems(both)).toEqual(['灯坏了两盏。', '台账缺三月。'])
  })
})

describe('no items', () => {
  it('are words that only lead from what was done to the problems', () => {
    const work = (last: string): Report =>
      reportOn(`消防自查报告\n一、自查情况\n查了两次，${last}\n${PROBLEMS}\n${PLAN}`)
    for (const last of ['未发现伪造台账，但登记不规范仍有发生。', '但不等于没有隐患，主要有以下两个问题：'])
      expect(problems(work(last))).toHaveLength(2)
    expect(problems(work('但有3本台账没有登记。'))).toHaveLength(3)
  })
  it('are numbers of others and times', () => {
    const report = reportOn(
      `消防自查报告\n${PROBLEMS}\n三、整改措施\n1.第1、3、5项由办公室按月通报。\n2.窗口开放到晚上（8:30—17:30），由专人值守。`,
    )
    expect(report.measures).toHaveLength(2)
  })
  it('are sentences that count what has come of the list, or close the report', () => {
    const report = reportOn(
      '整改情况报告\n一、问题整改落实情况\n1.灯坏了两盏。\n整改：已换灯两盏。\n2.台账缺三月。\n整改：已由办公室补齐。\n截至2025年6月5日，2个问题已完成2个。\n二、下一步打算\n每月由办公室检查一次台账。\n每季度检查一次照明。\n每年请消防队培训一次。\n查出来的这些事提醒我们，没出事不等于没有事。',
    )
    expect(measures(report)).toEqual([
      '已换灯两盏。',
      '已由办公室补齐。',
      '每月由办公室检查一次台账。',
      '每季度检查一次照明。',
      '每年请消防队培训一次。',
    ])
  })
  it('are lines of the page that it was copied from', () => {
    const report = reportOn(
      `消防自查报告\n${PROBLEMS}\n本文来源于网络，版权归原作者所有\n${PLAN}\n（更多自查报告请扫码加群）\n镇消防队\n2025年6月3日`,
    )
    expect([problems(report).length, measures(report).length]).toEqual([2, 2])
  })
  it('此外还有一条： opens one more', () => {
    const report = reportOn(
      `消防自查报告\n一、存在的问题\n首先，灯坏了两盏。\n其次，台账缺三月。\n此外还有一条：值班表是一次填好的。\n${PLAN}`,
    )
    expect(report.problems).toHaveLength(3)
  })
})
