/** A name in Chinese and in English. */
export interface Name {
  readonly zh: string
  readonly en: string
}

/**
 * What a part of a genre is for. Finer than the roles of sections: `status` (整改进展), `prior` (上次整改情况),
 * `remaining` (未完成事项), `organisation` (整改组织), `overview` (基本情况) are all told within a report's work or plan.
 */
export type PartRole =
  | 'basis'
  | 'overview'
  | 'organisation'
  | 'aim'
  | 'work'
  | 'risk'
  | 'responsibility'
  | 'prior'
  | 'problems'
  | 'case'
  | 'causes'
  | 'status'
  | 'tasks'
  | 'remaining'
  | 'steps'
  | 'plan'
  | 'guarantee'
  | 'contact'
  | 'attachment'
  | 'signature'

export interface Part {
  readonly role: PartRole
  readonly need: 'mandatory' | 'conditional' | 'optional' | 'forbidden'
  /** Usual headings, the most usual first. None where the part usually has no heading. */
  readonly headings: readonly string[]
  /** Of a conditional part: when it is needed. */
  readonly when?: Name
  /** The heading must stand word for word. */
  readonly verbatim?: true
  /** Strength of the demand, where it differs from the genre's own. */
  readonly ground?: '规定' | '一般' | '实务'
}

/** A kind of report (文种、类型): how it is told from others, and which parts a reader expects, in their usual order. */
export interface Genre {
  /** What `--genre` takes. */
  readonly id: string
  readonly name: Name
  /** A title of this kind. Genres are tried in the order of the table; the first that matches decides. */
  readonly title: RegExp
  /** Words by which the opening and the headings show the genre where there is no title. */
  readonly words: RegExp
  /** Strength of the table: set by a norm, general practice, custom of the trade. */
  readonly ground: '规定' | '一般' | '实务'
  readonly parts: readonly Part[]
  /** Shares that reviewers of this genre count (0 to 1 of all characters): advice, notices set their own. */
  readonly shares?: {
    /** Problems and causes together, at least. */
    readonly problems?: number
  }
}
