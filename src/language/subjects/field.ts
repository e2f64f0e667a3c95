/**
 * One subject of office life: the words by which a report talks about it.
 *
 * `terms` are separated by white space. A term may carry a weight, `台账^2` (default 1, from 0.5 to 3): how sure a reader
 * is, having seen only this word, that the sentence is about this subject. A term may stand under several subjects.
 * `near` names subjects that a measure against this one often talks about instead (symmetric: name it on one side only).
 */
export interface Subject {
  readonly terms: string
  readonly near?: readonly string[]
}

/** The subjects of one field of work, by their Chinese name. */
export type Field = Readonly<Record<string, Subject>>
