import {expect, test} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'

/** Problems and measures, as their words. */
function itemsOf(body: string): {problems: string[]; measures: string[]} {
  const report = createReport(readText(`县档案馆内部管理自查报告\n按照通知要求，现将自查情况报告如下。\n${body}`))
  return {
    problems: report.problems.map((item) => report.words(item)),
    measures: report.measures.map((item) => report.words(item)),
  }
}

const PROBLEMS = ['考勤登记不全。', '派车单漏填里程。']
const MEASURES = ['启用人脸识别考勤机。', '派车单每日核对。']
const WORK = '一、工作开展情况\n召开会议2次。\n'

test.each([
  [
    'under two headings',
    `${WORK}二、存在问题及整改措施\n（一）存在的问题\n1.${PROBLEMS[0]}\n2.${PROBLEMS[1]}\n（二）整改措施\n1.${MEASURES[0]}\n2.${MEASURES[1]}`,
  ],
  [
    'behind a sentence',
    `${WORK}二、存在问题及下一步打算\n1.${PROBLEMS[0]}\n2.${PROBLEMS[1]}\n针对上述问题，我馆将采取以下措施：\n1.${MEASURES[0]}\n2.${MEASURES[1]}`,
  ],
  [
    'with causes under a heading of their own',
    `${WORK}二、存在的问题\n（一）主要问题\n1.${PROBLEMS[0]}\n2.${PROBLEMS[1]}\n（二）原因分析\n1.重视不够。\n三、整改措施\n1.${MEASURES[0]}\n2.${MEASURES[1]}`,
  ],
])('problems, then measures, %s', (_, body) => {
  expect(itemsOf(body)).toEqual({problems: PROBLEMS, measures: MEASURES})
})

test('the plan begins within the paragraph of the last problem', () => {
  const {problems, measures} = itemsOf(
    '自查中还存在以下问题：一是考勤登记不全；二是派车单漏填里程。下一步，我馆将做好以下工作：一是启用考勤机；二是每日核对派车单。',
  )
  expect(problems).toEqual(['一是考勤登记不全；', '二是派车单漏填里程。'])
  expect(measures).toEqual(['一是启用考勤机；', '二是每日核对派车单。'])
})

test('a problem with its own answer keeps it', () => {
  const report = createReport(
    readText(
      `县档案馆内部管理自查报告\n按照通知要求，现将自查情况报告如下。\n${WORK}二、存在问题及整改措施\n1.考勤登记不全。整改措施：启用人脸识别考勤机。\n2.派车单漏填里程。整改措施：派车单每日核对。`,
    ),
  )
  expect(report.measures.map(({under}) => under)).toEqual([0, 1])
})

test('a problem is answered by the line below it', () => {
  const {problems, measures} = itemsOf(
    `${WORK}二、主要问题和处理\n１．灭菌没有凭据。一台锅从去年起没有放过指示剂。\n——3月5日补做试验，此后每月做一次，编号留存。\n２．利器盒装得过满。两间屋的盒子露出针尖。\n——当天封口换新，盒身画红线，到线就换。`,
  )
  expect(problems).toEqual(['灭菌没有凭据。一台锅从去年起没有放过指示剂。', '利器盒装得过满。两间屋的盒子露出针尖。'])
  expect(measures).toEqual(['3月5日补做试验，此后每月做一次，编号留存。', '当天封口换新，盒身画红线，到线就换。'])
})

test('what is listed below a problem answers it where it reads so', () => {
  const {problems, measures} = itemsOf(
    `${WORK}二、存在问题和整改安排\n（一）闲置资产没有用起来\n原农机站小楼空置五年，屋顶渗漏。\n1.小楼由服务中心委托公开招租，年底前租出。\n2.环卫车经检测可修，调拨给两个村使用。\n（二）权属手续不全\n三十处房屋里有十处没有产权证。\n1.与村里核对份额，分三批申报，年内办下五处。\n2.由财政所建立房屋档案，每季度核对一次。`,
  )
  expect(problems).toEqual([
    '闲置资产没有用起来\n原农机站小楼空置五年，屋顶渗漏。',
    '权属手续不全\n三十处房屋里有十处没有产权证。',
  ])
  expect(measures).toHaveLength(4)
})

test('a heading that quotes what others found names no part', () => {
  const {problems, measures} = itemsOf(
    `${WORK}二、反馈问题整改情况\n（一）关于“学习有差距”方面\n1.关于“讲稿用了三次”的问题。\n整改情况：已完成。①由委员轮流领学；②讲稿提前送审；③请教师来馆辅导。\n2.关于“记录缺页”的问题。\n整改情况：已补齐记录。\n（二）关于“上轮审计整改不到位”方面\n3.关于“往来款挂账”的问题。\n整改情况：已核销三笔。\n4.关于“用房超标”的问题。\n整改情况：已腾退两间。`,
  )
  expect(problems).toEqual([
    '关于“讲稿用了三次”的问题。',
    '关于“记录缺页”的问题。',
    '关于“往来款挂账”的问题。',
    '关于“用房超标”的问题。',
  ])
  expect(measures).toHaveLength(4)
})

test('behind a short head the fault itself is told first', () => {
  const {problems, measures} = itemsOf(
    `${WORK}二、自查发现的问题及整改\n1.固定资产账实有出入。合并划入的两艘巡护艇未及时入账，账面少计三万元。已于3月28日补登，粘贴标签。\n2.派车单填写不全。十张漏填里程。已补齐，每日核对。`,
  )
  expect(problems).toEqual([
    '固定资产账实有出入。合并划入的两艘巡护艇未及时入账，账面少计三万元。',
    '派车单填写不全。十张漏填里程。',
  ])
  expect(measures).toEqual(['已于3月28日补登，粘贴标签。', '已补齐，每日核对。'])
})

test('whom to ask, and who leads, is nothing to be done', () => {
  const {measures} = itemsOf(
    `一、整改任务\n1.考勤登记不全。\n整改措施：启用考勤机。\n2.派车单漏填里程。\n整改措施：派车单每日核对。\n二、保障措施\n（一）加强领导。成立领导小组。\n三、下一步打算\n（一）汇编制度两册，纳入年度培训。\n（二）每季度通报一次进度。\n欢迎职工对整改情况进行监督。\n联系电话：66201170（工作日8:30—12:00，14:30—17:30）；邮寄地址：新街16号，信封注明“意见”。`,
  )
  expect(measures).toEqual(['启用考勤机。', '派车单每日核对。', '汇编制度两册，纳入年度培训。', '每季度通报一次进度。'])
})

test('what is listed in a group of problems is none of its answers', () => {
  const {problems} = itemsOf(
    `${WORK}二、存在问题及整改\n（一）制度执行方面\n1.未按季度召开联席会议。已补开一次。\n2.每月检查表由一人代签。已责成重签。\n（二）权属手续不全\n三十处房屋里有十处没有产权证。已与村里核对份额，年内办下五处。`,
  )
  expect(problems).toEqual([
    '未按季度召开联席会议。',
    '每月检查表由一人代签。',
    '权属手续不全\n三十处房屋里有十处没有产权证。',
  ])
})
