import {defineRule} from '../../src/lint/rule.ts'
import {genreOf, partOf} from '../../src/report/genre.ts'
import {headingOf, sectionsOf} from '../../src/report/parts.ts'

const RECTIFIES = /整改|销号|改正|纠正|已(?:完成|办结|修订|更换|退回|收回|补|建立)/

/** A heading that announces what was achieved; 上年度整改情况, 会前准备情况 are told elsewhere in the same papers. */
const ACHIEVES = /成绩|成效|亮点|主要做法|(?<!整改)工作(?:开展)?情况$|履职情况/

/** Genres that are told by a subject; the others are told by what they are (述职, 方案) and share their words. */
const BY_SUBJECT = ['secrecy', 'ideology', 'safety', 'finance', 'education', 'party-governance']

export default defineRule({
  id: 'genre-mismatch',
  group: 'structure',
  severity: 'warning',
  fixes: 'none',
  ground: '一般',
  what: {zh: '标题和正文对不上。', en: 'Title and text do not fit each other.'},
  why: {
    zh: '标题是整改报告、正文却只列成绩，或者标题说保密、正文通篇讲安全生产，多半是套错了稿子或发错了文件。',
    en: 'A rectification report that only lists achievements, or a title on secrecy above a text on work safety, is usually the wrong file.',
  },
  how: {
    zh: '标题是整改情况报告，而正文没有问题、措施，也没有一句说到整改；或者正文一次没有提到标题所说的事，却多次提到另一类工作；对照检查材料里单列成绩一节的也报。',
    en: 'The title says rectification, but there is no problem, no measure, no word of it; or the text never mentions the subject of the title and often another one; or a review paper has a section on achievements.',
  },
  messages: {
    nothing: {
      zh: '标题是“{title}”，正文却没有写问题、措施或整改情况，请核对是否用错了稿子。',
      en: 'The title is “{title}”, but the text tells of no problem, measure or rectification: is it the right file?',
    },
    forbidden: {
      zh: '“{genre}”只查摆问题、剖析原因，一般不写成绩，这里有“{heading}”一节。',
      en: 'A paper of the kind “{genre}” states problems and causes; achievements as in “{heading}” usually have no place in it.',
    },
    subject: {
      zh: '标题属于“{genre}”，正文没有提到这方面的内容，却{count}次提到“{word}”等，请核对是否用错了稿子。',
      en: 'The title is of the kind “{genre}”, yet the text never speaks of it and {count} times of “{word}” and the like: is it the right file?',
    },
  },
  options: {
    least: {
      default: 6,
      minimum: 1,
      what: {zh: '另一类工作的用语至少出现几次', en: 'how often words of another subject appear at least'},
    },
  },
  bad: [
    {
      text: '局领导班子对照检查材料\n⟦一、主要工作成效⟧\n全年办结事项60件。\n二、存在的问题\n1.全年只到基层6次。',
    },
    {
      text: '⟦河口站巡察反馈问题整改情况报告⟧\n一、工作情况\n全年供水60万吨，培训员工30人，节约电费2万元。\n二、工作亮点\n获评先进班组。',
    },
    {
      text: '⟦河口站保密工作自查报告⟧\n我站按照安全生产的通知开展自查。\n一、存在的问题\n1.泵房消防器材过期。\n2.仓库隐患没有登记。\n二、整改措施\n1.6月底前更换消防器材。\n2.每月排查隐患一次，落实安全生产责任。',
    },
  ],
  good: [
    {
      text: '局领导班子对照检查材料\n一、上年度民主生活会整改措施落实情况\n3项措施已完成2项。\n二、存在的问题\n1.全年只到基层6次。',
    },
    {
      text: '河口站巡察反馈问题整改情况报告\n一、组织情况\n成立专班，召开会议3次。\n二、反馈问题整改落实情况\n1.接待费超标问题。已退回2000元。',
    },
    {
      text: '河口站保密工作自查报告\n一、存在的问题\n1.涉密文件柜钥匙由两人共用。\n二、整改措施\n1.6月底前换锁，安全生产、消防、隐患排查一并检查，隐患当日登记，消防器材每月查。',
    },
  ],
  *check(report, {least}) {
    const {genre: guess, frame} = report
    const work = partOf(guess.genre, 'work')?.need === 'forbidden' ? sectionsOf(report, 'work') : []
    for (const section of work)
      if (section.title && ACHIEVES.test(headingOf(report, section)))
        yield {
          at: {start: section.start, end: section.title.end},
          message: 'forbidden',
          data: {genre: guess.name.zh, heading: headingOf(report, section)},
        }
    if (guess.source !== 'title' || !frame.title) return
    const at = {start: frame.title.start, end: frame.title.end}
    const title = report.words(at)
    const body = report.words(frame.body)
    if (/整改/.test(title) && !report.problems.length && !report.measures.length && !RECTIFIES.test(body)) {
      yield {at, message: 'nothing', data: {title}}
      return
    }
    if (!BY_SUBJECT.includes(guess.id) || body.match(guess.genre.words) || guess.genre.title.test(body)) return
    for (const id of BY_SUBJECT) {
      const words = id === guess.id ? undefined : genreOf(id)?.words
      const found = words && body.match(words)
      if (!found || found.length < least) continue
      yield {at, message: 'subject', data: {genre: guess.name.zh, count: found.length, word: found[0]}}
      return
    }
  },
})
