import type {Draft} from '../draft.ts'
import {createParser} from './parser.ts'
import type {Part} from './parts.ts'
import {cutSource, type Reading, readParts} from './read-parts.ts'

/**
 * Reads a draft in Markdown (CommonMark, tables, footnotes, strike-through, task lists, front matter). Stars are settled
 * first: those of bold are markup, those of blanks are text. Never throws.
 * @param source decoded text without byte order mark
 * @param cut tells which parts of the source need no parser; the result is the same without it
 */
export const readMarkdown = (source: string, cut?: (visible: string) => readonly Part[]): Draft =>
  readSource(source, cut).draft

export const readSource = (source: string, cut?: (visible: string) => readonly Part[]): Reading =>
  readParts(cutSource(source, cut), createParser)
