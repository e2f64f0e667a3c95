import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {GENRE_NAMES} from '../../src/cli/flags.ts'
import {configShape} from '../../src/config/fields.ts'
import {check} from '../../src/config/shape.ts'

const schema = JSON.parse(readFileSync('zicha.schema.json', 'utf8'))

test('the schema knows every key that the loader knows, and every rule', () => {
  const shape = configShape(rules, GENRE_NAMES)
  const keys = shape.kind === 'object' ? Object.keys(shape.fields) : []
  expect(keys.length).toBeGreaterThan(20)
  expect(Object.keys(schema.properties)).toEqual(['$schema', ...keys])
  expect(Object.keys(schema.$defs.rules.properties)).toEqual(expect.arrayContaining(rules.map(({id}) => id)))
  expect(schema.properties.overrides.items.properties.rules).toEqual({$ref: '#/$defs/rules'})
  expect(schema.properties.genre.enum).toEqual(GENRE_NAMES)
})

test('a configuration with $schema is right for both', () => {
  expect(check(configShape(rules, GENRE_NAMES), {$schema: 'node_modules/zicha/zicha.schema.json'})).toEqual([])
})
