import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Plugin} from 'rolldown'

/** The folder of the package that a module belongs to; undefined for our own modules. */
function packageOf(id: string): string | undefined {
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(
    id.replace(/^\0/, '').replace(/\?.*$/, ''),
  )?.[0]
  return found && existsSync(join(found, 'package.json')) ? found : undefined
}

function noticeOf(folder: string): string {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`
  return `${name} ${version} (${license})\n\n${text}\n`
}

/** Writes the licences of what was bundled, as they ask for, beside the bundle. */
export const licences = (): Plugin => ({
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = [...new Set(modules.flatMap((id) => packageOf(id) ?? []))]
    if (!folders.length) return
    const notices = folders.map(noticeOf).sort()
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY-LICENCES.txt',
      source: `${notices.join(`\n${'-'.repeat(72)}\n\n`)}`,
    })
  },
})
