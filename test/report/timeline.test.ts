import {describe, expect, it} from 'vitest'
import type {Report} from '../../src/report/report.ts'
import {hoursNamed} from '../../src/report/timeline.ts'
import {problems, reportOn, reportOnMarkdown, roles} from './understood.ts'

const links = ({answers}: Report): number[][] => answers.links.map(({problem, measure}) => [problem, measure]).sort()

describe('a time-line of faults', () => {
  it('is a list of problems below 这一天看到的; measures name its hours', () => {
    const report = reportOnMarkdown(
      '# 食堂自查报告\n\n班子跟着走了一天。\n\n## 这一天看到的\n\n**6:50** 验收的人没来，菜直接进了后厨。\n\n**7:20** 排了四十人，只开了一个窗口。\n\n**上午九点** 砧板分色摆放，没有毛病。\n\n**12:10** 打菜的两个人没戴口罩。\n\n**下午3点半** 温度记录空着三天，门封条裂了。\n\n## 从下周起这样办\n\n- 对6:50：验收员提前半小时到岗。\n- 对7:20、12:10：窗口开三个，班长每餐站在门口。\n- 对15:30：保管员每天记两次。\n',
    )
    expect(roles(report)).toEqual(['title', 'lead', 'problems', 'plan'])
    expect(problems(report)).toEqual([
      '验收的人没来，菜直接进了后厨。',
      '排了四十人，只开了一个窗口。',
      '打菜的两个人没戴口罩。',
      '温度记录空着三天，门封条裂了。',
    ])
    expect(links(report)).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
    ])
  })
  it('needs no heading where a plan stands behind it', () => {
    const lines = '6:50 东门没开，门口等了二十多人。\n8:15 两处器材螺丝松了，没有警示。\n14:00 湖边救生圈少了三个。\n'
    const planned = reportOn(
      `公园自查报告\n园里走了一天，照实写。\n一天里看到的\n${lines}下一步打算：\n1.东门六点开。\n2.器材当天拧紧。\n3.救生圈补齐。`,
    )
    expect(roles(planned)).toEqual(['title', 'lead', 'problems', 'plan'])
    expect(planned.problems).toHaveLength(3)
    expect(reportOn(`公园自查报告\n园里走了一天，照实写。\n${lines}`).problems).toEqual([])
  })
  it('of work is none', () => {
    const report = reportOnMarkdown(
      '# 驻村工作自查报告\n\n现报告如下。\n\n## 这一天\n\n8:00 开会布置任务。\n\n9:30 走访三户老人，送米面。\n\n14:00 组织党员学习一小时。\n\n## 下一步\n\n每月走访十户。\n',
    )
    expect(report.problems).toEqual([])
  })
})

describe('hours named by a measure', () => {
  it('stand at its beginning', () => {
    expect(hoursNamed('对06:20：六点开门')).toEqual(hoursNamed('针对早上6点20分的事，六点开门'))
    expect(hoursNamed('对6:50、7:20：开三个窗口')).toHaveLength(2)
    expect(hoursNamed('晚上九点那次：关灯前查一遍')).toEqual(hoursNamed('对21:00：关灯前查一遍'))
  })
  it('are not those at which something will be done, nor 三点 and 一时', () => {
    expect(hoursNamed('6:50开门，7:20查岗')).toEqual([])
    expect(hoursNamed('对三点意见逐条答复')).toEqual([])
    expect(hoursNamed('对一时疏忽的值班员谈话')).toEqual([])
  })
})
