import {existsSync, realpathSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** The folder above the program in which the rules' pages are kept. */
export function findPages(program = process.argv[1] ?? '.'): string | undefined {
  let folder = dirname(realpathSync(program))
  for (let up = 0; up < 4; folder = dirname(folder), up++) if (existsSync(join(folder, 'docs', 'rules'))) return folder
  return undefined
}

/** Addresses by folder and page: a large draft has thousands of findings of a few rules. */
const addresses = new Map<string, Map<string, string>>()

/** The address of a rule's page (`docs/rules/….md`); undefined where the pages are not installed. */
export function pageUri(url: string, pages: string | undefined): string | undefined {
  if (!url || /^https?:/.test(url)) return url || undefined
  if (pages === undefined) return undefined
  let known = addresses.get(pages)
  if (!known) addresses.set(pages, (known = new Map()))
  let address = known.get(url)
  if (!address) known.set(url, (address = pathToFileURL(join(pages, url)).href))
  return address
}
