// Makes the skeleton of a rule that passes the contract test: `npm run new-rule <group>/<id>`.
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {GROUPS} from '../src/lint/rule.ts'

const [group = '', id = ''] = (process.argv[2] ?? '').split('/')
if (!GROUPS.some((known) => known === group) || !/^[a-z]+(-[a-z]+)*$/.test(id)) {
  console.error(`usage: npm run new-rule <group>/<id>, with a group of ${GROUPS.join(', ')} and an id in kebab-case`)
  process.exit(2)
}
const path = `rules/${group}/${id}.ts`
if (existsSync(path)) {
  console.error(`${path} exists`)
  process.exit(2)
}

const skeleton = `import {defineRule} from '../../src/lint/rule.ts'

/** Replace: what shows the fault. Linear on any text. */
const FAULT = /草稿草稿/g

export default defineRule({
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '报告什么。', en: 'What it reports.'},
  why: {zh: '为什么要改。', en: 'Why it matters.'},
  how: {zh: '怎样改。', en: 'What to do.'},
  messages: {
    found: {zh: '这里写了“{words}”，请核对。', en: 'This says “{words}”; please check.'},
  },
  bad: [{text: '这是⟦草稿草稿⟧的例子。'}, {text: '一、⟦草稿草稿⟧'}],
  good: [{text: '这是草稿的例子。'}, {text: '一、草稿'}],
  *check(report) {
    for (const match of report.find(FAULT)) yield {at: match, message: 'found', data: {words: match[0]}}
  },
})
`
mkdirSync(`rules/${group}`, {recursive: true})
writeFileSync(path, skeleton)
console.log(`wrote ${path}; now run: npm run generate && npx vitest run test/rules.test.ts`)
