import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {checkstyle} from '../../src/reporters/checkstyle.ts'
import {junit} from '../../src/reporters/junit.ts'
import {AWKWARD, findingOn, result, SAMPLE, written} from './results.ts'

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The start tags in their order. Throws where the text is not well-formed. */
function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => tags.push({name, attributes: {...attributes}}))
  parser.write(xml).close()
  return tags
}

const CLEAN = result('好 稿.txt', '好。')

describe('checkstyle', () => {
  it('names each file with its errors', async () => {
    expect(tagsOf(await written(checkstyle, [SAMPLE, CLEAN]))).toEqual([
      {name: 'checkstyle', attributes: {version: '8.0'}},
      {name: 'file', attributes: {name: SAMPLE.filePath}},
      {
        name: 'error',
        attributes: {
          line: '1',
          column: '5',
          severity: 'error',
          message: '这里没有填写。',
          source: 'zicha.unfilled-placeholder',
        },
      },
      {
        name: 'error',
        attributes: {
          line: '2',
          column: '6',
          severity: 'warning',
          message: '范围用“—”：<改> & "引"。',
          source: 'zicha.percent-range',
        },
      },
      {
        name: 'error',
        attributes: {
          line: '2',
          column: '15',
          severity: 'info',
          message: '没有找到|附件。',
          source: 'zicha.dangling-reference',
        },
      },
      {name: 'file', attributes: {name: '好 稿.txt'}},
    ])
  })
})

describe('junit', () => {
  it('counts errors and warnings as failures and lets a clean draft pass', async () => {
    const tags = tagsOf(await written(junit, [SAMPLE, CLEAN]))
    const suites = tags.filter(({name}) => name === 'testsuite').map(({attributes}) => attributes)
    expect(suites).toEqual([
      {name: SAMPLE.filePath, tests: '2', failures: '2', errors: '0'},
      {name: '好 稿.txt', tests: '1', failures: '0', errors: '0'},
    ])
    const failures = tags.filter(({name}) => name === 'failure').map(({attributes}) => attributes.message)
    expect(failures).toEqual(['这里没有填写。', '范围用“—”：<改> & "引"。'])
    expect(tags.at(-1)).toEqual({name: 'testcase', attributes: {name: 'zicha', classname: '好 稿.txt'}})
  })
})

it.each([
  {name: 'checkstyle', reporter: checkstyle},
  {name: 'junit', reporter: junit},
])('$name stays well-formed whatever names and messages hold', async ({reporter}) => {
  const source = '甲*乙'
  const file = result(AWKWARD, source, [findingOn(source, '*', {message: AWKWARD})])
  const tags = tagsOf(await written(reporter, [file]))
  expect(tags.some(({attributes}) => Object.values(attributes).includes(`<a href='x'>&"\ufffd\ufffd ]]>`))).toBe(true)
})
