import {Command, CommanderError, Option} from 'commander'
import packageJson from '../../package.json' with {type: 'json'}
import type {Language} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import type {AnnotateFlags} from './commands/annotate.ts'
import type {BaselineFlags} from './commands/baseline.ts'
import type {InitFlags} from './commands/init.ts'
import type {InspectFlags} from './commands/inspect.ts'
import type {LedgerFlags} from './commands/ledger.ts'
import {type LintFlags, lintCommand} from './commands/lint.ts'
import type {LspFlags} from './commands/lsp.ts'
import {COMMANDS, type CommandName} from './commands/names.ts'
import type {SuppressFlags} from './commands/suppress.ts'
import {CLEAN, FAILED, type Io} from './io.ts'
import {describeUsageError, help} from './usage.ts'

const collect = (value: string, values: readonly string[]): string[] => [...values, value]

const NO_COUNT: Localized = {
  zh: '--max-warnings 后面应是不小于 0 的整数，收到的是“{value}”。',
  en: '--max-warnings takes a whole number, 0 or more; it got “{value}”.',
}
const NO_LINE: Localized = {
  zh: '--line 后面应是行号（从 1 数起的整数），收到的是“{value}”。',
  en: '--line takes the number of a line, from 1; it got “{value}”.',
}

/** A parser of numbers that the user counts with. */
const wholeNumber =
  (least: number, wrong: Localized) =>
  (value: string): number => {
    if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new Failure(wrong, {value})
    return Number(value)
  }

type Translate = (text: Localized) => string

interface Making {
  readonly program: Command
  readonly t: Translate
  readonly io: Io
  /** Called with the exit code, undefined where a server goes on. */
  readonly done: (code: number | undefined) => void
}

const configured = (command: Command, t: Translate): Command =>
  command
    .option('--genre <genre>', t(help.genre))
    .option('--profile <profile>', t(help.profile))
    .option('--preset <preset>', t(help.preset))
    .option('--lang <lang>', t(help.lang))
    .option('--config <file>', t(help.config))
    .option('--no-config', t(help.noConfig))
    .option('--no-js-config', t(help.noJsConfig))
    .option('--no-ignore', t(help.noIgnore))
    .option('--no-color', t(help.noColor))
const withRules = (command: Command, t: Translate): Command =>
  configured(command, t).option('--rule <id=severity>', t(help.rule), collect, [])
const shared = (command: Command, t: Translate): Command =>
  withRules(command, t).option('--stdin-filename <name>', t(help.stdinFilename))

/** Adds each command to the program; a run builds only its own. */
const MAKERS: Readonly<Record<CommandName, (making: Making) => void>> = {
  lint: ({program, t, io, done}) => {
    shared(
      program.command('lint', {isDefault: true}).description(t(help.lint)).argument('[files...]', t(help.files)),
      t,
    )
      .option('--format <format>', t(help.lintFormat), 'pretty')
      .option('-o, --output-file <file>', t(help.outputFile))
      .option('--fix', t(help.fix))
      .option('--fix-dry-run', t(help.fixDryRun))
      .option('--unsafe-fixes', t(help.unsafeFixes))
      .option('--convert', t(help.convert))
      .option('--against <file>', t(help.against), collect, [])
      .option('--stats', t(help.stats))
      .option('--quiet', t(help.quiet))
      .option('--max-warnings <n>', t(help.maxWarnings), wholeNumber(0, NO_COUNT))
      .option('--print-config <draft>', t(help.printConfig))
      .option('--baseline <file>', t(help.baseline))
      .option('--no-baseline', t(help.noBaseline))
      .option('--cache', t(help.cache))
      .option('--cache-location <folder>', t(help.cacheLocation))
      .option('--staged', t(help.staged))
      .option('--watch', t(help.watch))
      .action(async (files: string[], flags: LintFlags) => done(await lintCommand(files, flags, io)))
  },
  inspect: ({program, t, io, done}) => {
    shared(program.command('inspect').description(t(help.inspect)).argument('<files...>', t(help.files)), t)
      .addOption(new Option('--format <format>', t(help.format)).choices(['pretty', 'json']).default('pretty'))
      .action(async (files: string[], flags: InspectFlags) => {
        const {inspectCommand} = await import('./commands/inspect.ts')
        done(await inspectCommand(files, flags, io))
      })
  },
  annotate: ({program, t, io, done}) => {
    withRules(program.command('annotate').description(t(help.annotate)).argument('<file>', t(help.word)), t)
      .option('-o, --output <file>', t(help.copy))
      .option('--in-place', t(help.inPlace))
      .option('--convert', t(help.convert))
      .action(async (file: string, flags: AnnotateFlags) => {
        const {annotateCommand} = await import('./commands/annotate.ts')
        done(await annotateCommand(file, flags, io))
      })
  },
  ledger: ({program, t, io, done}) => {
    shared(program.command('ledger').description(t(help.ledger)).argument('<files...>', t(help.files)), t)
      .option('-o, --output <file>', t(help.ledgerFile))
      .option('--convert', t(help.convert))
      .action(async (files: string[], flags: LedgerFlags) => {
        const {ledgerCommand} = await import('./commands/ledger.ts')
        done(await ledgerCommand(files, flags, io))
      })
  },
  explain: ({program, t, io, done}) => {
    program
      .command('explain')
      .description(t(help.explain))
      .argument('<rule>')
      .option('--lang <lang>', t(help.lang))
      .action(async (rule: string, flags: {lang?: string}) => {
        const {explainCommand} = await import('./commands/explain.ts')
        done(explainCommand(rule, flags, io))
      })
  },
  rules: ({program, t, io, done}) => {
    program
      .command('rules')
      .description(t(help.rules))
      .option('--lang <lang>', t(help.lang))
      .addOption(new Option('--format <format>', t(help.format)).choices(['pretty', 'json']).default('pretty'))
      .action(async (flags: {lang?: string; format: string}) => {
        const {rulesCommand} = await import('./commands/rules.ts')
        done(rulesCommand(flags, io))
      })
  },
  lsp: ({program, t, done}) => {
    program
      .command('lsp')
      .description(t(help.lsp))
      .option('--stdio', t(help.stdio))
      .option('--node-ipc', t(help.nodeIpc))
      .addOption(new Option('--helper').hideHelp())
      // editors add arguments of their own
      .allowUnknownOption()
      .allowExcessArguments()
      .action(async (flags: LspFlags) => {
        const {lspCommand} = await import('./commands/lsp.ts')
        done(await lspCommand(flags))
      })
  },
  suppress: ({program, t, io, done}) => {
    configured(program.command('suppress').description(t(help.suppress)).argument('[files...]', t(help.files)), t)
      .option('--rule <id>', t(help.suppressRule))
      .option('--line <n>', t(help.line), wholeNumber(1, NO_LINE))
      .option('--reason <reason>', t(help.reason))
      .option('--prune', t(help.prune))
      .action(async (files: string[], flags: SuppressFlags) => {
        const {suppressCommand} = await import('./commands/suppress.ts')
        done(await suppressCommand(files, flags, io))
      })
  },
  baseline: ({program, t, io, done}) => {
    withRules(program.command('baseline').description(t(help.baselineCommand)).argument('[files...]', t(help.files)), t)
      .option('--baseline <file>', t(help.baselineFile))
      .option('--prune', t(help.prune))
      .action(async (files: string[], flags: BaselineFlags) => {
        const {baselineCommand} = await import('./commands/baseline.ts')
        done(await baselineCommand(files, flags, io))
      })
  },
  init: ({program, t, io, done}) => {
    program
      .command('init')
      .description(t(help.init))
      .option('-y, --yes', t(help.yes))
      .option('--unit <name>', t(help.unit))
      .option('--genre <genre>', t(help.genre))
      .option('--period <period>', t(help.period))
      .option('--lang <lang>', t(help.lang))
      .action(async (flags: InitFlags) => {
        const {initCommand} = await import('./commands/init.ts')
        done(await initCommand(flags, io, io.ask))
      })
  },
}

/** The commands that are needed to understand the arguments: help lists all of them, everything else needs one. */
function neededFor(argv: readonly string[]): readonly CommandName[] {
  const named = COMMANDS.find((name) => name === argv[0])
  if (named) return [named]
  return argv.includes('--help') || argv.includes('-h') ? COMMANDS : ['lint']
}

function createProgram(argv: readonly string[], io: Io, lang: Language, done: Making['done']): Command {
  const t = (text: Localized): string => text[lang]
  const program = new Command('zicha')
    .description(t(help.program))
    .version(packageJson.version, '-V, --version', t(help.version))
    .helpOption('-h, --help', t(help.help))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({writeOut: io.out, writeErr: () => undefined})
    .enablePositionalOptions()
  for (const name of neededFor(argv)) MAKERS[name]({program, t, io, done})
  return program
}

/**
 * Runs what the arguments ask for.
 * @param argv without the program's name
 * @returns the exit code, undefined where a server goes on
 * @throws Failure and Interrupted, as the commands do
 */
export async function runProgram(argv: readonly string[], io: Io, lang: Language): Promise<number | undefined> {
  let code: number | undefined = CLEAN
  const program = createProgram(argv, io, lang, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], {from: 'user'})
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return CLEAN
    io.error(`${describeUsageError(error, lang)}\n`)
    return FAILED
  }
}
