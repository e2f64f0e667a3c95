import type {Positions} from './positions.ts'

/** An open draft as it was at one moment. Never changes: every request answers for the one it began with. */
export interface Snapshot {
  /** Another one for every version of every draft. */
  readonly id: number
  readonly uri: string
  /** Where it stands on disk, or would, were it saved. */
  readonly path: string
  readonly format: Format
  readonly version: number
  readonly positions: Positions
}

export type Format = 'text' | 'markdown'

/** Markdown by the file's name, else by what the editor takes it for. */
export const formatOf = (path: string, languageId: string): Format =>
  /\.(?:md|markdown)$/i.test(path) || (languageId === 'markdown' && !/\.txt$/i.test(path)) ? 'markdown' : 'text'
