import {rules} from '../../../rules/index.ts'
import {DEFAULT_CONFIGURATION} from '../../lint/configuration.ts'
import {Failure} from '../../lint/failure.ts'
import {createReport} from '../../report/create.ts'
import {GENRE_IDS} from '../../report/genre.ts'
import type {Report} from '../../report/report.ts'
import {understandingOf} from '../../reporters/understanding.ts'
import {applyFlags, type Flags} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, type Io} from '../io.ts'
import {readDraft} from '../read-draft.ts'

export interface InspectFlags extends Flags {
  readonly format: string
  readonly stdinFilename?: string
}

/** `zicha inspect <files…>`: what was understood of each draft. */
export async function inspectCommand(patterns: readonly string[], flags: InspectFlags, io: Io): Promise<number> {
  const configuration = applyFlags(DEFAULT_CONFIGURATION, flags, rules, GENRE_IDS)
  const {files, failures} = await findInputs(patterns, () => false)
  const failed = [...failures]
  const reports: {filePath: string; report: Report}[] = []
  for (const path of files) {
    const name = path === '-' ? (flags.stdinFilename ?? 'stdin.txt') : path
    try {
      reports.push({filePath: name, report: createReport((await readDraft(path, name)).draft, configuration)})
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push(error)
    }
  }
  for (const failure of failed) io.error(`${failure.in(configuration.lang)}\n`)
  if (flags.format === 'json')
    io.out(
      `${JSON.stringify(
        reports.map(({filePath, report}) => understandingOf(filePath, report, configuration.lang)),
        null,
        2,
      )}\n`,
    )
  else {
    const {drawUnderstanding} = await import('../../reporters/understanding-picture.ts')
    for (const {filePath, report} of reports)
      io.out(drawUnderstanding(filePath, report, {lang: configuration.lang, color: io.color, columns: io.columns}))
  }
  return failed.length ? FAILED : CLEAN
}
