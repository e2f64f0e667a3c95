import type {Span} from '../../draft/span.ts'
import type {Role} from '../roles.ts'

/** Where a part of the report begins. */
export interface Cut {
  readonly at: number
  readonly role: Role
  readonly title: Span | undefined
  readonly isProblem: boolean
}

export const cutAt = (at: number, role: Role, title?: Span): Cut => ({at, role, title, isProblem: false})
