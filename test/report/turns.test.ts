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
