import {describe, expect, it} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import {GENRE_IDS, genreOf, isSure, partOf} from '../../src/report/genre.ts'

const genreOfText = (text: string, genre?: string) => createReport(readText(text), {genre}).genre

describe('the table of genres', () => {
  it('has 17 genres, each once, under kebab-case ids', () => {
    expect(GENRE_IDS).toHaveLength(17)
    expect(new Set(GENRE_IDS).size).toBe(17)
    for (const id of GENRE_IDS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it.each(GENRE_IDS)('%s is named in both languages and orders its parts', (id) => {
    const genre = genreOf(id)
    expect(genre?.name.zh).toMatch(/[一-鿿]/)
    expect(genre?.name.en).toMatch(/[a-z]/)
    const order = ['basis', 'work', 'problems', 'causes', 'plan', 'signature'] as const
    const places = order.flatMap((role) => {
      const at = genre?.parts.findIndex((part) => part.role === role) ?? -1
      return at < 0 ? [] : [at]
    })
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it.each(GENRE_IDS)('%s has parts to look for, and says when a conditional one is needed', (id) => {
    for (const part of genreOf(id)?.parts ?? []) {
      if (part.need === 'conditional') expect(part.when?.zh).toBeTruthy()
      if (['problems', 'plan', 'causes', 'prior'].includes(part.role)) expect(part.headings[0]).toBeTruthy()
    }
  })

  it('asks for what a norm demands of a review paper', () => {
    const review = genreOf('team-review')
    expect(review && partOf(review, 'prior')).toMatchObject({need: 'mandatory', ground: '规定'})
    expect(review && partOf(review, 'work')?.need).toBe('forbidden')
  })
})

describe('telling the genre', () => {
  it.each([
    ['青山局2024年上半年落实全面从严治党主体责任情况的自查报告', 'party-governance'],
    ['青山镇意识形态工作责任制落实情况自查报告', 'ideology'],
    ['青山水厂安全生产自查自纠报告', 'safety'],
    ['青山局网络安全自查报告', 'general'],
    ['青山局保密工作自查自评报告', 'secrecy'],
    ['青山局内部控制评价报告', 'finance'],
    ['青山小学教育督导自评报告', 'education'],
    ['青山局党组关于巡察反馈问题整改进展情况的报告', 'inspection-rectification'],
    ['青山局安全隐患整改方案', 'rectification-plan'],
    ['青山局关于预算执行审计查出问题整改情况的报告', 'audit-rectification'],
    ['青山局领导班子对照检查材料', 'team-review'],
    ['青山局党支部书记个人对照检查材料', 'personal-review'],
    ['2024年度抓基层党建工作述职报告', 'duty-report'],
    ['青山县2024年法治政府建设年度情况报告', 'rule-of-law'],
    ['青山局政府信息公开工作年度报告', 'information-disclosure'],
    ['青山局党组2024年度民主生活会情况报告', 'democratic-life-meeting'],
    ['青山局形式主义专项整治自查报告', 'special-campaign'],
    ['青山局档案管理自查报告', 'general'],
  ])('%s is %s', (title, id) => {
    const guess = genreOfText(`${title}\n现将有关情况报告如下。`)
    expect(guess).toMatchObject({id, source: 'title'})
    expect(isSure(guess)).toBe(true)
  })

  it('heeds the user before the title, by id or by name', () => {
    expect(genreOfText('青山局保密工作自查报告', 'finance')).toMatchObject({
      id: 'finance',
      source: 'user',
      confidence: 1,
    })
    expect(genreOfText('青山局保密工作自查报告', '整改方案')).toMatchObject({id: 'rectification-plan', source: 'user'})
    expect(genreOfText('青山局保密工作自查报告', 'nonsense')).toMatchObject({id: 'secrecy', source: 'title'})
  })

  it('is not sure of a subject alone', () => {
    const guess = genreOfText('青山局安全生产工作总结\n全年检查12次。')
    expect(guess).toMatchObject({id: 'safety', source: 'title'})
    expect(isSure(guess)).toBe(false)
  })

  it('reads opening and headings where there is no title, without being sure', () => {
    const guess = genreOfText(
      '2024年，我局坚持全面从严治党，落实主体责任和一岗双责，现将自查情况报告如下。\n一、党建工作情况\n学习12次。\n二、存在的问题\n1.学习少。',
    )
    expect(guess).toMatchObject({id: 'party-governance', source: 'text'})
    expect(isSure(guess)).toBe(false)
  })

  it('falls back to the general genre where nothing shows a self-inspection', () => {
    const guess = genreOfText('全年粮食增产，市场平稳。\n一、主要成绩\n产量增长。')
    expect(guess).toMatchObject({id: 'general', source: 'fallback'})
    expect(guess.confidence).toBeLessThan(0.5)
  })
})
