import type {Rule} from '../lint/rule.ts'
import {configShape} from './fields.ts'
import {type Fields, SEVERITIES, type Shape} from './shape.ts'

type Schema = Record<string, unknown>

/** The configuration as JSON Schema (draft 2020-12), for editors. */
export function configSchema(rules: readonly Rule[], genres: readonly string[]): Schema {
  const {properties, ...rest} = toSchema(configShape(rules, genres)) as {properties: Record<string, Schema>}
  const shared = properties.rules as Schema
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'zicha',
    ...rest,
    properties: {$schema: {type: 'string'}, ...(replaceRules(properties) as Schema)},
    $defs: {rules: shared},
  }
}

/** The rules stand twice, for all drafts and in overrides; written once. */
const replaceRules = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(replaceRules)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'rules' ? {$ref: '#/$defs/rules'} : replaceRules(inner)]),
  )
}

function toSchema(shape: Shape): Schema {
  const description = `${shape.what.zh} ${shape.what.en}`
  switch (shape.kind) {
    case 'string':
      return {
        type: shape.takesNumbers ? ['string', 'integer'] : 'string',
        description,
        ...(shape.pattern ? {pattern: shape.pattern.source} : {}),
      }
    case 'boolean':
      return {type: 'boolean', description}
    case 'number': {
      const {minimum, maximum} = shape
      return {
        type: 'number',
        description,
        ...(minimum === undefined ? {} : {minimum}),
        ...(maximum === undefined ? {} : {maximum}),
      }
    }
    case 'choice':
      return {enum: shape.choices, description}
    case 'list':
      return {type: 'array', items: toSchema(shape.of), description}
    case 'one-or-more':
      return {anyOf: [toSchema(shape.of), {type: 'array', items: toSchema(shape.of)}], description}
    case 'rule':
      return ruleSchema(shape.options, description)
    case 'map':
      return {type: 'object', additionalProperties: toSchema(shape.of), description}
    case 'object':
      return {...objectSchema(shape.fields), description, ...(shape.required ? {required: shape.required} : {})}
  }
}

const ruleSchema = (options: Fields, description: string): Schema => ({
  description,
  anyOf: [
    {enum: SEVERITIES},
    {type: 'array', prefixItems: [{enum: SEVERITIES}, objectSchema(options)], minItems: 1, maxItems: 2},
  ],
})

const objectSchema = (fields: Fields): Schema => ({
  type: 'object',
  // plugins bring rules of their own, under `prefix/`
  ...(Object.values(fields).some(({kind}) => kind === 'rule') ? {patternProperties: {'/': {}}} : {}),
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, toSchema(field)])),
})
