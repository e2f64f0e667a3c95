/** What the user told about the drafts: read from the configuration, used by the rules that need it. */
export interface UserData {
  /** The reporting unit's full name (单位名称). */
  readonly unit: string | undefined
  readonly aliases: readonly string[]
  /** Units above it, whose names may stand in the draft. */
  readonly superiors: readonly string[]
  /** `2024`, `2024H1`, `2024H2`, `2024Q1` … `2024Q4`: the time that the report is about. */
  readonly period: string | undefined
  /** Topics that the notice asks for, each with other names by which it may appear. */
  readonly topics: readonly {readonly name: string; readonly aliases: readonly string[]}[]
  /** Wrong word to right word. Not where the wrong word stands within one of the `except` words. */
  readonly terms: readonly {readonly wrong: string; readonly right: string; readonly except: readonly string[]}[]
  /** Words that are blanks in this user's forms (`待核`, `某县`). */
  readonly placeholders: readonly string[]
  /** Words that look like blanks but are names (`双领+X`). */
  readonly names: readonly string[]
  /** Heading words of this user's reports, by role. */
  readonly headings: Readonly<Record<string, readonly string[]>>
  /** Names in the draft were masked on purpose. */
  readonly anonymised: boolean
  /** Last year's rectification is reported in a document of its own. */
  readonly priorInSeparateDocument: boolean
  /** Other reports, last year's or other units', that the draft is compared with: their reading text. */
  readonly against: readonly {readonly name: string; readonly text: string}[]
  /** Limits of a notice: shares of 0 to 1, lengths in characters. */
  readonly limits: {
    readonly maximumLength?: number
    readonly minimumProblemShare?: number
    readonly maximumWorkShare?: number
  }
}

export const NO_USER_DATA: UserData = {
  unit: undefined,
  aliases: [],
  superiors: [],
  period: undefined,
  topics: [],
  terms: [],
  placeholders: [],
  names: [],
  headings: {},
  anonymised: false,
  priorInSeparateDocument: false,
  against: [],
  limits: {},
}
