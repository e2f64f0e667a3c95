import {isAbsolute, relative} from 'node:path'

/** As seen from the working folder, unless it lies elsewhere. */
export const shortPath = (path: string): string => {
  const inside = relative('.', path)
  return inside && !inside.startsWith('..') && !isAbsolute(inside) ? inside : path
}
