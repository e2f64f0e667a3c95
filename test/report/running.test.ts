import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {createReport} from '../../src/report/create.ts'
import {measures, problems, reportOn} from './understood.ts'

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
      '消防自查报告\n一、存在的问题\n从检查看，一方面，楼道杂物清不干净，一个月里堵了三次以上的有6处，登记本上一次也没有写清是谁放的。巡查的人手不够。另一方面，有的器材不能用，抽查的40具灭火器里有8具压力不足，还有2具过了年限。新来的没有人教。\n此外，4扇防火门关不严，没有人去修。\n再者，应急广播听不清，有一次演练走错了门，多花了十分钟。\n二、改进措施\n1.楼道由楼长包干。',
    )
    expect(problems(report)).toHaveLength(4)
    expect(problems(report)[1]).toMatch(/^另一方面，有的器材.*没有人教。$/)
  })
  it('are told by a sentence with 也', () => {
    const report = reportOn(
      '仓库自查报告\n一、存在的问题\n出库单填写不规范，有12张没有经手人签名。此外，退回的电缆没有及时入库，最长放了19天。还有，6把钥匙找不到，换班没有交接。盘点也不够规范，3月那次只点了一半货架，没有留下记录。\n二、改进措施\n1.出库单由本人签名。',
    )
    expect(problems(report)).toHaveLength(4)
    expect(problems(report).at(-1)).toMatch(/^盘点也不够规范/)
  })
  it('are told below …方面 by sentences that each surely tell one, or by 另有', () => {
    const report = reportOn(
      '对照检查材料\n一、存在的问题\n（一）工作落实方面。东渠清淤拖了8个月，站里遇到难题就等，半年只到渠上看过一次。闸口有两名值守人员擅自离岗，有人反映后没有按规定处理。\n（二）服务群众方面。水费窗口下午没有人值守，群众多跑一趟，全年被投诉14次。另有5份协议没有签字，问下来是漏送。\n（三）作风方面。看材料多、下渠道少。去年6月水泵停转，村民反映后没有到场，拖了七天才修好。\n二、改进措施\n1.窗口轮班。',
    )
    expect(problems(report)).toHaveLength(5)
    expect(
      problems(report)
        .slice(0, 4)
        .map((words) => words.slice(0, 4)),
    ).toEqual(['东渠清淤', '闸口有两', '水费窗口', '另有5份'])
  })
  it('are told in a paragraph behind one whose list runs on', () => {
    const report = reportOn(
      '安全自查报告\n一、存在的问题\n设施上，一是泵房没有封堵，里面有积水。二是东门3盏灯不亮，夜里看不清路。\n人员上，值班员脱岗没有管住，一月里查到离岗的有6人次。主要因为缺员，连班多。担架也有人不会用，抽查20人有5人装不好扣带。\n二、改进措施\n1.封堵泵房。',
    )
    expect(problems(report).slice(2)).toEqual([
      '人员上，值班员脱岗没有管住，一月里查到离岗的有6人次。主要因为缺员，连班多。',
      '担架也有人不会用，抽查20人有5人装不好扣带。',
    ])
  })
})

describe('several tasks in one paragraph', () => {
  it('stand behind a short heading without a number, where there are more problems than paragraphs', () => {
    const plan =
      '先把药收回来。错发的32盒已于9月5日全部收回。\n再把台账管住。药房系统增加双人复核，9月底前上线；发药一律改为扫码，10月10日前为各窗口配齐扫码枪；药剂科建立交接登记制度，由专人审核后发放。\n添人。9月从门诊调入1名药师，年底前再招聘1名库管员。'
    const report = reportOn(
      `药房自查报告\n一、存在的问题\n1.错发药品，涉及21份。\n2.超量发药，涉及14份。\n3.账实不符，涉及9份。\n4.复核只有2人，全年只查3次。\n二、整改措施\n${plan}`,
    )
    expect(measures(report)).toHaveLength(5)
    const few = reportOn(
      `药房自查报告\n一、存在的问题\n1.错发药品，涉及21份。\n2.超量发药，涉及14份。\n二、整改措施\n${plan}`,
    )
    expect(measures(few)).toHaveLength(3)
  })
})
