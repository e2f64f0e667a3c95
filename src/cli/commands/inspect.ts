import {Failure} from '../../lint/failure.ts'
import {createReport} from '../../report/create.ts'
import type {Report} from '../../report/report.ts'
import {understandingOf} from '../../reporters/understanding.ts'
import {createLoader, type Flags, ignoredBy, languageOf} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, type Io} from '../io.ts'
import {readDraft} from '../read-draft.ts'
import {tell} from './lint.ts'

export interface InspectFlags extends Flags {
  readonly format: string
  readonly stdinFilename?: string
}

/** `zicha inspect <files…>`: what was understood of each draft. */
export async function inspectCommand(patterns: readonly string[], flags: InspectFlags, io: Io): Promise<number> {
  const loader = createLoader(flags)
  const {inputs, failures} = await findInputs(patterns, ignoredBy(loader, flags), flags.stdinFilename)
  const failed = [...failures]
  const reports: {filePath: string; report: Report}[] = []
  let lang = languageOf(flags.lang)
  for (const input of inputs) {
    try {
      const {configuration} = await loader.setupFor(input.name)
      lang = configuration.lang
      reports.push({filePath: input.name, report: createReport((await readDraft(input)).draft, configuration)})
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push(error)
    }
  }
  tell(failed, lang, io)
  if (flags.format === 'json')
    io.out(
      `${JSON.stringify(
        reports.map(({filePath, report}) => understandingOf(filePath, report, lang)),
        null,
        2,
      )}\n`,
    )
  else {
    const {drawUnderstanding} = await import('../../reporters/understanding-picture.ts')
    for (const {filePath, report} of reports)
      io.out(drawUnderstanding(filePath, report, {lang, color: io.color, columns: io.columns}))
  }
  return failed.length ? FAILED : CLEAN
}
