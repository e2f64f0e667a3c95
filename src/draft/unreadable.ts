/**
 * Why a file can't be read as a draft. `legacy-word`: .doc, .wps and their like; `encrypted`: protected by a password;
 * `unsafe-zip`: an archive whose structure is made to do harm (sizes that lie, paths that leave it).
 */
export type UnreadableReason =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'too-large'
  | 'legacy-word'
  | 'encrypted'
  | 'broken-zip'
  | 'not-word'
  | 'unsafe-zip'

/** A file that holds no draft. The command line puts `reason` into words; `detail` is for people who look into it. */
export class UnreadableDraft extends Error {
  readonly reason: UnreadableReason
  readonly detail: string

  constructor(reason: UnreadableReason, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason)
    this.name = 'UnreadableDraft'
    this.reason = reason
    this.detail = detail
  }
}
