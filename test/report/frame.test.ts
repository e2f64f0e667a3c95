import {describe, expect, it} from 'vitest'
import {measures, PLAN, PROBLEMS, reportOn, reportOnMarkdown, roles} from './understood.ts'

describe('below the title', () => {
  it.each(['（2024年7月）', '（2024年度组织生活会）', '——以东河仓库为例', '2024年7月5日'])(
    '%s begins no text',
    (line) => {
      const report = reportOn(`消防自查报告\n${line}\n县图书馆：\n现报告如下。\n${PROBLEMS}\n${PLAN}`)
      expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'problems', 'plan'])
    },
  )
  it('a year in brackets is the period', () => {
    expect(reportOn('消防自查报告\n（2023年度）\n现报告如下。').period).toMatchObject({year: 2023, isStated: true})
  })
})

describe('what stands around the body', () => {
  it('takes two bodies that sign together for one signature', () => {
    const report = reportOn('消防自查报告\n一、工作情况\n检查两次。\n县图书馆\n县图书馆工会委员会\n2025年3月4日')
    expect(report.words(report.frame.signature as never)).toBe('县图书馆\n县图书馆工会委员会')
  })
  it('knows addressees of different kinds on both sides of a comma, and no sentence', () => {
    const addressed = reportOn('消防自查报告\n市消防救援支队，市应急管理局：\n现将情况报告如下。')
    expect(addressed.words(addressed.frame.addressee as never)).toBe('市消防救援支队，市应急管理局：')
    expect(reportOn('消防自查报告\n经过检查，情况有这些：\n灯坏了两盏。').frame.addressee).toBeUndefined()
  })
  it('knows an addressee behind 报送：, and lines about the paper below its title, a thing each', () => {
    const sent = reportOn('仓库安全自查报告\n文件编号：CK-01　版本：A/1\n报送：区应急管理局\n库里查了两天。')
    expect(roles(sent)).toEqual(['title', 'addressee', 'lead'])
    expect(sent.words(sent.frame.addressee as never)).toBe('报送：区应急管理局')
    expect(sent.words(sent.frame.details as never)).toBe('文件编号：CK-01　版本：A/1')
    const opened = reportOn('仓库安全自查会记录\n时间：2025年3月4日；地点：会议室。\n灯坏了两盏。')
    expect(opened.frame.details).toBeUndefined()
  })
  it.each(['致：区应急管理局', '报：区应急管理局'])('knows an addressee without a mark behind it: %s', (line) => {
    const report = reportOn(`仓库安全自查报告\n${line}\n库里查了两天。`)
    expect(report.words(report.frame.addressee as never)).toBe(line)
  })
  it('takes a quotation between title and addressee for lines about the paper, behind the addressee for the opening', () => {
    const quoted = '> 统计口径：三个库房'
    const above = reportOnMarkdown(`# 仓库安全自查报告\n\n${quoted}\n\n区应急管理局：\n\n库里查了两天。`)
    expect(roles(above)).toEqual(['title', 'addressee', 'lead'])
    expect(above.words(above.sections.at(-1) as never)).toBe('库里查了两天。')
    const below = reportOnMarkdown(
      `# 仓库安全自查报告\n\n区应急管理局：\n\n${quoted}\n\n## 一、存在的问题\n\n1. 灯坏了两盏。`,
    )
    expect(below.frame.details).toBeUndefined()
    expect(roles(below)).toEqual(['title', 'addressee', 'lead', 'problems'])
  })
  it('takes a line behind a label for one about the paper where the addressee follows', () => {
    const line = '填报单位：县图书馆　　自查时间：2025年3月4日'
    const report = reportOn(`仓库安全自查报告\n${line}\n区应急管理局：\n库里查了两天。`)
    expect(report.words(report.frame.details as never)).toBe(line)
    expect(roles(report)).toEqual(['title', 'addressee', 'lead'])
    expect(roles(reportOn(`仓库安全自查报告\n${line}\n库里查了两天。`))).toEqual(['title', 'lead'])
  })
  it('takes a row of signs below the title for no text', () => {
    const report = reportOnMarkdown('仓库安全自查报告\n====\n\n库里查了两天。')
    expect(report.words(report.sections.at(-1) as never)).toBe('库里查了两天。')
  })
  it('finds the title below a line of the page that it came from', () => {
    const report = reportOn('消防安全自查报告范文（篇三）\n县图书馆消防安全自查报告\n现将情况报告如下。')
    expect(report.words(report.frame.title as never)).toBe('县图书馆消防安全自查报告')
  })
  it('takes annexes below 附件： with their own number for no items of the plan', () => {
    const report = reportOnMarkdown(
      '# 水站自查报告\n\n## 一、存在的问题\n\n1. 水箱没有上锁。\n\n## 二、整改措施\n\n1. 6月底前换锁。\n\n附件：\n\n- 附件1　换锁照片\n- 附件2　钥匙登记表\n\n河口镇水站\n\n2025年5月9日\n',
    )
    expect(measures(report)).toEqual(['6月底前换锁。'])
  })
  it('takes a title that speaks of 突出问题 for a title', () => {
    const report = reportOn('河东公司采购领域突出问题自查自纠报告\n现将情况报告如下。\n一、工作情况\n查了三个项目。')
    expect(report.frame.title?.end).toBe('河东公司采购领域突出问题自查自纠报告'.length)
  })
})

describe('below the date', () => {
  it('stand annexes and copies, and the letter ends with its signature', () => {
    const report = reportOn(
      '消防自查报告\n一、存在的问题\n1.灯坏了两盏。\n二、整改措施\n1.三月底前换灯。\n附件：1.台账\n2.照片\n县图书馆\n2025年3月4日\n附件1\n台账（略）\n抄送：县消防救援大队。',
    )
    expect(report.words(report.frame.signature as never)).toBe('县图书馆')
    expect(report.words(report.frame.date as never)).toBe('2025年3月4日')
    expect(measures(report)).toEqual(['三月底前换灯。'])
  })
  it('stands what the page says that it was copied from', () => {
    const report = reportOn(
      '消防自查报告\n一、存在的问题\n1.灯坏了两盏。\n县图书馆\n2025年3月4日\n以上就是小编为大家整理的消防自查报告，更多范文请关注本站！',
    )
    expect(report.words(report.frame.signature as never)).toBe('县图书馆')
  })
  it('stands which office to ask', () => {
    const report = reportOn(
      '消防自查报告\n一、存在的问题\n1.灯坏了两盏。\n二、整改措施\n1.三月底前换灯。\n县图书馆\n2025年3月4日\n（联系科室：办公室）',
    )
    expect(report.words(report.frame.signature as never)).toBe('县图书馆')
    expect(measures(report)).toEqual(['三月底前换灯。'])
  })
})

describe('annexes', () => {
  it('may stand a line each below 附件：', () => {
    const report = reportOnMarkdown(
      '# 消防自查报告\n\n## 一、存在的问题\n\n1. 灯坏了两盏。\n\n## 二、整改措施\n\n1. 三月底前换灯。\n\n附件：\n\n- 附件1　换灯台账（两页）\n- 附件2　库房照片\n\n县图书馆\n\n2025年3月4日\n',
    )
    expect(report.words(report.frame.attachment as never)).toMatch(/^附件：/)
    expect(measures(report)).toEqual(['三月底前换灯。'])
  })
})

describe('annexes behind the date', () => {
  it('end the letter, whatever dates they hold', () => {
    const report = reportOn(
      '消防自查报告\n一、存在的问题\n1.灯坏了两盏。\n二、整改措施\n1.三月底前换灯。\n附件：1.台账\n2.照片\n县图书馆\n2025年3月4日\n附件1\n台账\n（截至2025年3月1日）\n灯两盏',
    )
    expect(measures(report)).toEqual(['三月底前换灯。'])
    expect(report.words(report.frame.date as never)).toBe('2025年3月4日')
  })
})
