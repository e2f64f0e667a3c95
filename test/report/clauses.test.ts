import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'
import {measures, problems, roles} from './understood.ts'

const links = ({answers}: Report): [number, number][] => answers.links.map(({problem, measure}) => [problem, measure])

const OPENING = '敬老院食堂管理自查报告\n县民政局：\n按照管理办法，我院逐条对照检查，现报告如下。\n'
const CLAUSES =
  '第一条，食材必须索证索票。\n查看情况：4月进货单62张，票证齐全。符合。\n' +
  '第二条，食品留样不少于48小时。\n查看情况：4月8日的留样盒里只有两样菜。不符合。\n' +
  '第三条，刀具生熟分开。\n查看情况：切熟食的案板上放着生肉。基本符合。\n' +
  '第四条，从业人员持健康证上岗。\n查看情况：6人全部持证。符合。\n'

describe('a report that goes through a regulation clause by clause', () => {
  const report = createReport(
    readText(
      `${OPENING}${CLAUSES}整改安排\n第三条整改：4月底前换新案板。\n第二条整改：4月20日起逐样留满125克。\n责任人：食堂管理员。\n每季度末抽查一次，防止反弹。\n敬老院\n2026年4月16日`,
    ),
  )
  it('has a problem in each clause that does not hold', () => {
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'problems', 'plan', 'signature', 'date'])
    expect(problems(report)).toEqual(['4月8日的留样盒里只有两样菜。', '切熟食的案板上放着生肉。'])
  })
  it('links what names a clause to it, in any order, and counts no general sentence beside it', () => {
    expect(measures(report)).toEqual([
      '第三条整改：4月底前换新案板。',
      '第二条整改：4月20日起逐样留满125克。\n责任人：食堂管理员。',
    ])
    expect(links(report)).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
  it('needs no heading above the answers', () => {
    const plain = createReport(
      readText(`${OPENING}${CLAUSES}小结：四条都看过了。\n对应第二条：逐样留满125克。\n对应第三条：换新案板。\n敬老院`),
    )
    expect(roles(plain)).toEqual(['title', 'addressee', 'lead', 'problems', 'other', 'plan', 'signature'])
    expect(links(plain)).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
  it('may have the verdict in its headings and the answer below', () => {
    const headed = createReport(
      readMarkdown(
        '# 车站安全自查报告\n\n## 一、基本情况\n\n班线12条。\n\n## 二、逐条自查\n\n### 第三条 安检设备完好（不符合）\n\n皮带断了两天，行李只靠手翻。\n\n整改：3月2日已换新皮带。\n\n### 第五条 出车前测酒精（符合）\n\n抽查92人次，都有记录。\n\n### 第八条 通道畅通（未落实）\n\n西侧摆着3辆单车。\n\n整改：保安每小时巡一次。\n\n## 三、下一步打算\n\n1. 更换二号安检仪。\n',
      ),
    )
    expect(roles(headed)).toEqual(['title', 'work', 'problems-plan', 'plan'])
    expect(problems(headed)).toEqual(['皮带断了两天，行李只靠手翻。', '西侧摆着3辆单车。'])
    expect(measures(headed)).toEqual(['3月2日已换新皮带。', '保安每小时巡一次。', '更换二号安检仪。'])
  })
  it('may tell all of a clause in one sentence', () => {
    const short = createReport(
      readText(`${OPENING}第一条，票证齐全，符合。\n第二条，通道堆着纸箱，不符合。\n第三条，账册未装订，不符合。`),
    )
    expect(problems(short)).toEqual(['通道堆着纸箱', '账册未装订'])
  })
  it('is not made of clauses that are only quoted', () => {
    const quoting = createReport(
      readText(
        `${OPENING}第一条讲的是索证。\n第二条讲的是留样。\n第三条讲的是刀具。\n存在的问题\n1.留样不足。\n2.刀具混用。`,
      ),
    )
    expect(problems(quoting)).toEqual(['留样不足。', '刀具混用。'])
  })
})

describe('an audit of a management system', () => {
  it('has a problem behind 事实：, and its answer behind 纠正措施：, in each clause that does not conform', () => {
    const facts = [
      '事实：2号天平的检定证书过期21天。',
      '原因：设备台账没有到期提醒。',
      '纠正措施：停用送检，台账加提醒列。',
    ]
    for (const between of ['\n', '\n\n']) {
      const report = createReport(
        readMarkdown(
          `# 计量站内部审核报告\n\n## 一、概况\n\n审核了三个科室。\n\n## 二、逐条审核\n\n**条款 4.2　相关方**——符合。走访客户8家，需求已列表。\n\n**条款 6.3.1　设备**——一般不符合（检定室，编号03）。${between}${facts.join(between)}\n\n**条款 7.1　记录**——观察项（业务室）。${between}事实：原始记录涂改两处没有签名。${between}处理：补签，下周讲一课。\n\n**条款 8.9、9.1**——符合。抽查20份，签字齐全，没有漏项。\n\n## 三、审核结论\n\n体系运行有效。\n`,
        ),
      )
      expect(roles(report)).toEqual(['title', 'work', 'problems-plan', 'closing'])
      expect(problems(report)).toEqual(['2号天平的检定证书过期21天。', '原始记录涂改两处没有签名。'])
      expect(measures(report)).toEqual(['停用送检，台账加提醒列。', '补签，下周讲一课。'])
    }
  })
})

describe('a checklist', () => {
  const intro = '档案室年度自查报告\n县档案局：\n按照通知，我们对档案室查了一遍，记录如下。\n'
  it('has a problem and its answer in each point whose verdict says so', () => {
    const report = createReport(
      readText(
        `${intro}核查项：库房温湿度\n结论：符合。\n事实：没有一天超出规定范围。\n核查项：借阅登记\n结论：部分符合\n事实：8月借出的12卷只登记了9卷。\n处理：3卷已追回补登，以后不登记不出库。\n核查项：消防器材\n结论：基本符合\n事实：灭火器压力正常，摆放到位。\n以上各项由档案室盯到底。\n档案室\n2025年9月30日`,
      ),
    )
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'problems-plan', 'closing', 'signature', 'date'])
    expect(problems(report)).toEqual(['8月借出的12卷只登记了9卷。'])
    expect(measures(report)).toEqual(['3卷已追回补登，以后不登记不出库。'])
  })
  it('that found nothing is no part of problems beside one', () => {
    const report = createReport(
      readText(
        `${intro}一、逐项核对\n核查项：库房。结论：符合。\n核查项：借阅。结论：符合。\n核查项：消防。结论：符合。\n二、存在的问题\n1.备份盘放在同一间库房。\n2.门锁坏了。\n三、整改措施\n1.10月底前移到机要室。\n2.换新锁。`,
      ),
    )
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'work', 'problems', 'plan'])
    expect(problems(report)).toEqual(['备份盘放在同一间库房。', '门锁坏了。'])
  })
  it('may have its labels in brackets', () => {
    const report = createReport(
      readText(
        `${intro}查了三个点，每个点都看两遍。\n【检查点一：库房】\n【结论】符合。\n【现状】温湿度正常。\n【检查点二：借阅】\n【结论】需改进。\n【现状】8月借出的12卷只登记了9卷。\n【处置】3卷已追回补登。\n【检查点三：备份】\n【结论】不符合。\n【现状】备份盘放在同一间库房。\n【处置】10月底前移到二楼机要室。\n档案室\n2025年9月30日`,
      ),
    )
    expect(roles(report)).toEqual(['title', 'addressee', 'lead', 'work', 'problems-plan', 'signature', 'date'])
    expect(problems(report)).toEqual(['8月借出的12卷只登记了9卷。', '备份盘放在同一间库房。'])
    expect(measures(report)).toEqual(['3卷已追回补登。', '10月底前移到二楼机要室。'])
  })
})
