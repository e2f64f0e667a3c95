import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import type {Report} from '../../src/report/report.ts'

/** What is understood of plain text. */
export const reportOn = (text: string): Report => createReport(readText(text))

/** Likewise of Markdown. */
export const reportOnMarkdown = (text: string): Report => createReport(readMarkdown(text))

/** The parts, by what they are for. */
export const roles = ({sections}: Report): string[] => sections.map(({role}) => role)

/** The words of the problems. */
export const problems = (report: Report): string[] => report.problems.map((item) => report.words(item))

/** The words of the measures. */
export const measures = (report: Report): string[] => report.measures.map((item) => report.words(item))

/** A part with two problems, and one with a measure for each. */
export const PROBLEMS = '二、存在的问题\n1.灯坏了两盏。\n2.台账缺三月。'
export const PLAN = '三、整改措施\n1.三月底前换灯。\n2.由办公室补齐台账。'
