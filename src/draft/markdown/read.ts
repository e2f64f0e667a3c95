import type {Draft} from '../draft.ts'
import {compile, cutSource, type Reading} from './compile.ts'
import {createParser} from './parser.ts'
import type {Part} from './parts.ts'

/**
 * Reads a draft in Markdown (CommonMark, tables, footnotes, strike-through, task lists, front matter). Stars are settled
 * first: those of bold are markup, those of blanks are text. Never throws.
 * @param source decoded text without byte order mark
 * @param cut tells which parts of the source need no parser; the result is the same without it
 */
export const readMarkdown = (source: string, cut?: (visible: string) => readonly Part[]): Draft =>
  readParts(source, cut).draft

export const readParts = (source: string, cut?: (visible: string) => readonly Part[]): Reading =>
  compile(cutSource(source, cut), createParser)
