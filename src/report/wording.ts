import type {Piece} from './marks.ts'

/** What was found in the words of a piece. The same piece in a later version of the draft shares it: it is found once. */
export class Wording {
  readonly #found: unknown[] = []

  at(place: number): unknown {
    return this.#found[place]
  }

  put(place: number, found: unknown): void {
    this.#found[place] = found
  }
}

/** Stands for `undefined` that was found. */
const NOTHING = Symbol('nothing')
let places = 0

/**
 * Keeps what a function finds in a piece. It must depend on the piece's own words, its mark, the kind of its block and
 * the user's data only, and tell places from the piece's start.
 */
export function ofPiece<Value, User = void>(
  find: (text: string, piece: Piece, user: User) => Value,
): (text: string, piece: Piece, user: User) => Value {
  const place = places++
  return (text, piece, user) => {
    const known = piece.wording.at(place)
    if (known !== undefined) return (known === NOTHING ? undefined : known) as Value
    const found = find(text, piece, user)
    piece.wording.put(place, found === undefined ? NOTHING : found)
    return found
  }
}
