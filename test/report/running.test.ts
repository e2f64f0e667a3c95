import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'

const reportOn = (text: string): Report => createReport(readText(text))
const problems = (report: Report): string[] => report.problems.map((item) => report.words(item))
const measures = (report: Report): string[] => report.measures.map((item) => report.words(item))

describe('关于“…”的问题。', () => {
  it('is answered by all that stands behind it, though the answer tells what is left', () => {
    const report = reportOn(
      '巡察整改情况报告\n现报告如下。\n一、反馈问题整改情况\n1.关于“租房协议不全，有的没有签字”的问题。综合科查出没有签字的7份，已补签6份，余下1份户主在外打工，还没有联系上。\n2.关于“值班脱岗”的问题。排班表已经上墙，带班领导每晚查岗。',
    )
    expect(problems(report)).toEqual(['关于“租房协议不全，有的没有签字”的问题。', '关于“值班脱岗”的问题。'])
    expect(measures(report)).toEqual([
      '综合科查出没有签字的7份，已补签6份，余下1份户主在外打工，还没有联系上。',
      '排班表已经上墙，带班领导每晚查岗。',
    ])
  })
})

describe('what is no item', () => {
  it('is a turn that only tells what the problems below amount to', () => {
    const report = reportOn(
      '采购自查报告\n一、自查情况\n查了三年的合同，未发现虚假采购。但比价和验收上确有不规范之处，涉及合同6份、金额21300元。\n二、存在的问题\n1.比价单缺签字，涉及4份。\n2.验收只有一人，涉及2份。\n三、整改措施\n1.比价单由两人签字。\n2.验收不少于三人。',
    )
    expect(problems(report)).toEqual(['比价单缺签字，涉及4份。', '验收只有一人，涉及2份。'])
  })
  it('is a turn that admits a fault of its own above the problems', () => {
    const report = reportOn(
      '采购自查报告\n一、自查情况\n查了三年的合同，手续齐全。但有2份合同没有盖骑缝章，日期也没有填。\n二、存在的问题\n1.比价单缺签字，涉及4份。\n三、整改措施\n1.比价单由两人签字。',
    )
    expect(problems(report)).toHaveLength(2)
  })
  it('is who was told of the problems, and who sees to all that is planned', () => {
    const report = reportOn(
      '食堂自查报告\n一、存在的问题\n1.冰柜生熟混放。\n2.留样没有写时间。\n二、整改措施\n上述问题，学校已经逐条交办。冰柜分层贴签，熟食放上层。留样由保管员专管，贴签写清餐次。以上两项，由总务处负责，月底报一次进度。',
    )
    expect(measures(report)).toEqual(['冰柜分层贴签，熟食放上层。', '留样由保管员专管，贴签写清餐次。'])
  })
  it('is 说明： below a measure, and 症结： below a problem', () => {
    const report = reportOn(
      '消防隐患整改报告\n【车间】\n问题：卷帘门放不下来。\n症结：电机烧坏半年，采购流程一直没有走完，没有人催。\n整改：电机已换，试放三次正常。\n问题：应急灯坏了3盏。\n整改：3盏灯已换新。\n\n说明：去年提到的排烟口，这次复看没有反弹。',
    )
    expect(problems(report)).toEqual(['卷帘门放不下来。', '应急灯坏了3盏。'])
    expect(measures(report)).toEqual(['电机已换，试放三次正常。', '3盏灯已换新。'])
  })
  it('is an annex on a line of its own below 附件：', () => {
    const report = createReport(
      readMarkdown(
        '# 工资支付自查报告\n\n## 一、存在的问题\n\n1. 合同漏签3份。\n\n## 二、下一步安排\n\n1. 12月底前补签合同。\n2. 节后组织劳资员培训一次。\n\n附件：\n\n- 附件1　合同清单\n- 附件2　支付台账\n\n建设公司\n\n2025年12月15日\n',
      ),
    )
    expect(measures(report)).toEqual(['12月底前补签合同。', '节后组织劳资员培训一次。'])
  })
  it('is why one fault came about, in a list that runs on', () => {
    const report = reportOn(
      '安全自查报告\n一、问题和原因\n设施上，一是泵房电缆沟没有封堵，里面有积水。原因是去年换泵以后施工队没有恢复，我们验收时也没有看。二是东门3盏灯不亮，夜里看不清路。\n二、整改措施\n1.封堵电缆沟。\n2.换灯。',
    )
    expect(problems(report)).toEqual(['一是泵房电缆沟没有封堵，里面有积水。', '二是东门3盏灯不亮，夜里看不清路。'])
  })
})

describe('an item', () => {
  it('is one where a sentence of it speaks of all tasks in it', () => {
    const measure =
      '把设备账理顺。报废的3台按程序核销，卡片同时注销；新到的2台凭发票入账，贴上编号。两件事同时办，由会计负责，6月底前办完。今后每年12月盘点一次。'
    const report = reportOn(
      `资产自查报告\n一、存在的问题\n1.报废3台没有核销。\n2.新到2台没有入账。\n二、整改措施\n1.${measure}\n2.会计参加培训。`,
    )
    expect(measures(report)).toEqual([measure, '会计参加培训。'])
  })
  it('is of the list whose number it goes on with, though its mark is of another kind', () => {
    const report = reportOn(
      '食堂自查报告\n一、存在的问题\n（1）冰柜生熟混放。\n（2）留样没有写时间。\n3.洗洁精和面粉放在一起，没有上锁。\n（4）刀具没有分色。\n二、整改措施\n（1）冰柜分层。',
    )
    expect(problems(report)).toEqual([
      '冰柜生熟混放。',
      '留样没有写时间。',
      '洗洁精和面粉放在一起，没有上锁。',
      '刀具没有分色。',
    ])
  })
})

describe('several faults in one paragraph', () => {
  it('are told by 一方面 and 另一方面, with what explains each', () => {
    const report = reportOn(
      '热线自查报告\n一、存在的问题\n从自查看，一方面，重复投诉压不下来，同一件事投诉三次以上的有7件，工单没有一次写清怎么处理。经办的人手不够。另一方面，有的答复看不下去，抽看的50件里有9件不到20个字，还有2件照搬上一件。新来的没有人教。\n此外，超期的5件卡在社区和物业之间推来推去，没有人去协调。\n再者，方言电话听错地址，有一次跑错了楼，漏水多漏了一天。\n二、改进措施\n1.老件由班子成员包办。',
    )
    expect(problems(report)).toHaveLength(4)
    expect(problems(report)[1]).toMatch(/^另一方面，有的答复.*没有人教。$/)
  })
  it('are told by a sentence with 也', () => {
    const report = reportOn(
      '财务自查报告\n一、存在的问题\n领料单签字不规范，有13人由班长代领，没有本人手印。此外，卖废料收的现金没有及时存，最长隔了23天。还有，14件工具找不到，换人没有交接。采购也不够规范，4月买水泵只有一家报价，没有比价记录。\n二、改进措施\n1.领料由本人签字。',
    )
    expect(problems(report)).toHaveLength(4)
    expect(problems(report).at(-1)).toMatch(/^采购也不够规范/)
  })
  it('are told below …方面 by sentences that each surely tell one, or by 另有', () => {
    const report = reportOn(
      '对照检查材料\n一、存在的问题\n（一）担当作为方面。老桥改建拖了14个月，班子遇到难题就往下推，一年只到现场开过一次会。收费站有两名协管员收了司机的烟，群众举报后没有按程序移交。\n（二）服务群众方面。窗口中午没有人值守，群众白跑，全年被投诉21次。另有7份回执没有签字，问下来是漏送。\n（三）联系群众方面。坐着听汇报多、走进院子少。去年5月水渠被堵，村民反映后没有到场，拖了十一天才疏通。\n二、改进措施\n1.窗口轮班。',
    )
    expect(problems(report)).toHaveLength(5)
    expect(
      problems(report)
        .slice(0, 4)
        .map((words) => words.slice(0, 4)),
    ).toEqual(['老桥改建', '收费站有', '窗口中午', '另有7份'])
  })
  it('are told in a paragraph behind one whose list runs on', () => {
    const report = reportOn(
      '安全自查报告\n一、存在的问题\n设施上，一是泵房没有封堵，里面有积水。二是东门3盏灯不亮，夜里看不清路。\n人员上，驾驶员疲劳行车没有管住，连续驾驶超过4小时的有9人次。主要因为缺员，连班多。灭火器也有人不会用，抽查30人有7人拔不开保险销。\n二、改进措施\n1.封堵泵房。',
    )
    expect(problems(report).slice(2)).toEqual([
      '人员上，驾驶员疲劳行车没有管住，连续驾驶超过4小时的有9人次。主要因为缺员，连班多。',
      '灭火器也有人不会用，抽查30人有7人拔不开保险销。',
    ])
  })
})

describe('several tasks in one paragraph', () => {
  it('stand behind a short heading without a number, where there are more problems than paragraphs', () => {
    const plan =
      '先把钱退回去。多收的21300元已于9月12日退回专户。\n再把漏洞堵上。收费系统增加互斥校验，9月底前上线；仓库出库一律改为扫码，10月15日前为各科室配齐扫码枪；医保科建立变更登记制度，由专人审核后开放计价。\n添人。9月从护理部转岗1名主管护师，年底前再招聘1名编码员。'
    const report = reportOn(
      `医保自查报告\n一、存在的问题\n1.重复收费，涉及21份。\n2.超标准收费，涉及14份。\n3.耗材串换，涉及9份。\n4.审核只有2人，全年只查3次。\n二、整改措施\n${plan}`,
    )
    expect(measures(report)).toHaveLength(5)
    const few = reportOn(
      `医保自查报告\n一、存在的问题\n1.重复收费，涉及21份。\n2.超标准收费，涉及14份。\n二、整改措施\n${plan}`,
    )
    expect(measures(few)).toHaveLength(3)
  })
})
