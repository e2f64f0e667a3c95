import {getHeapSpaceStatistics, setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {OPTIMIZE_NOTHING} from '../cli/engine-flags.ts'

let isAllowed = true

/**
 * Whether V8 may begin to optimise code, from now on. Not while somebody waits: a thread that compiles takes half of a core
 * that two threads share.
 */
export function mayOptimize(may: boolean): void {
  // to tell V8 takes a while itself
  if (may === isAllowed) return
  isAllowed = may
  setFlagsFromString(OPTIMIZE_NOTHING[may ? 0 : 1])
}

/** Until then an answer has left the process, in milliseconds. */
const SOON = 5

/** Frees the memory of young objects while nobody waits for anything, so that V8 need not do it at the next keystroke. */
export class Collector {
  readonly #room: number
  #timer: NodeJS.Timeout | undefined
  #collect: ((options: {readonly type: 'minor'}) => void) | undefined

  /** @param room what a keystroke may take of the memory for young objects, in bytes */
  constructor(room: number) {
    this.#room = room
  }

  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (roomLeft() < this.#room) this.#gc({type: 'minor'})
    }, SOON).unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  get #gc() {
    if (!this.#collect) {
      // contexts that are made from now on have it
      setFlagsFromString('--expose-gc')
      this.#collect = runInNewContext('gc') as (options: {readonly type: 'minor'}) => void
      setFlagsFromString('--no-expose-gc')
    }
    return this.#collect
  }
}

function roomLeft(): number {
  const young = getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space')
  return young?.space_available_size ?? Number.POSITIVE_INFINITY
}
