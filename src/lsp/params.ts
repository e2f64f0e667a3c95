import type {Position, Range, TextDocumentContentChangeEvent, TextDocumentItem} from 'vscode-languageserver'

/**
 * Whether what a client sent has the form that the protocol gives it. Only what would mislead or end a method is looked
 * at; each method bears the rest.
 */
type Check = (params: Fields) => boolean
type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPosition = (value: unknown): value is Position =>
  isObject(value) && Number.isInteger(value.line) && Number.isInteger(value.character)

const isRange = (value: unknown): value is Range => isObject(value) && isPosition(value.start) && isPosition(value.end)

const namesDraft: Check = ({textDocument}) => isObject(textDocument) && typeof textDocument.uri === 'string'
const namesPlace: Check = (params) => namesDraft(params) && isPosition(params.position)
const namesRange: Check = (params) => namesDraft(params) && isRange(params.range)

/** What the parameters of each request must hold. */
export const CHECKS = {
  draft: namesDraft,
  place: namesPlace,
  range: namesRange,
  command: ({command}) => typeof command === 'string',
  known: ({previousResultIds}) =>
    Array.isArray(previousResultIds) &&
    previousResultIds.every((one) => isObject(one) && typeof one.uri === 'string' && typeof one.value === 'string'),
} satisfies Record<string, Check>

export const isWellFormed = (params: unknown, check: keyof typeof CHECKS): boolean =>
  isObject(params) && CHECKS[check](params)

/** Whether a draft can be opened with it. */
export const isDraft = (value: unknown): value is TextDocumentItem =>
  isObject(value) && typeof value.uri === 'string' && typeof value.text === 'string'

const WHOLE: Range = {start: {line: 0, character: 0}, end: {line: 0, character: 0}}

/** Whether every change says what to write, and where if it says so. */
export const areChanges = (value: unknown): value is TextDocumentContentChangeEvent[] =>
  Array.isArray(value) &&
  value.every((change) => isObject(change) && typeof change.text === 'string' && isRange(change.range ?? WHOLE))
