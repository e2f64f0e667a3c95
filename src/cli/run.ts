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
import type {SuppressFlags} from './commands/suppress.ts'
import {FAILED, INTERRUPTED, type Io} from './io.ts'
import {Interrupted} from './pace.ts'
import {describeUsageError, help} from './usage.ts'

const CRASH: Localized = {
  zh: '程序内部出错：{reason}。草稿没有被改动；请把出错的命令反馈给开发者。',
  en: 'zicha itself failed: {reason}. No draft was changed; please report the command.',
}

const collect = (value: string, values: readonly string[]): string[] => [...values, value]

const NO_NUMBER: Localized = {
  zh: '--max-warnings 后面应是不小于 0 的整数，收到的是“{value}”。',
  en: '--max-warnings takes a whole number, 0 or more; it got “{value}”.',
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Failure(NO_NUMBER, {value})
  return Number(value)
}

/** Runs the command line. @param argv without the program's name. @returns the exit code; never throws */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // the language of messages is needed before the options are parsed
  const lang: Language =
    /^en\b/.test(argv[argv.indexOf('--lang') + 1] ?? '') || argv.includes('--lang=en') ? 'en' : 'zh'
  let code = 0
  const program = createProgram(io, lang, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], {from: 'user'})
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      io.error(`${describeUsageError(error, lang)}\n`)
    } else if (error instanceof Interrupted) {
      io.error(`${error.in(lang)}\n`)
      return INTERRUPTED
    } else if (error instanceof Failure) io.error(`${error.in(lang)}\n`)
    else io.error(`${new Failure(CRASH, {reason: error instanceof Error ? error.message : String(error)}).in(lang)}\n`)
    return FAILED
  }
}

function createProgram(io: Io, lang: Language, done: (code: number) => void): Command {
  const t = (text: Localized): string => text[lang]
  const program = new Command('zicha')
    .description(t(help.program))
    .version(packageJson.version, '-V, --version', t(help.version))
    .helpOption('-h, --help', t(help.help))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({writeOut: io.out, writeErr: () => undefined})
    .enablePositionalOptions()
  const configured = (command: Command): Command =>
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
  const shared = (command: Command): Command =>
    configured(command)
      .option('--rule <id=severity>', t(help.rule), collect, [])
      .option('--stdin-filename <name>', t(help.stdinFilename))

  shared(program.command('lint', {isDefault: true}).description(t(help.lint)).argument('[files...]', t(help.files)))
    .option('--format <format>', t(help.lintFormat), 'pretty')
    .option('-o, --output-file <file>', t(help.outputFile))
    .option('--fix', t(help.fix))
    .option('--fix-dry-run', t(help.fixDryRun))
    .option('--unsafe-fixes', t(help.unsafeFixes))
    .option('--convert', t(help.convert))
    .option('--stats', t(help.stats))
    .option('--quiet', t(help.quiet))
    .option('--max-warnings <n>', t(help.maxWarnings), wholeNumber)
    .option('--print-config <draft>', t(help.printConfig))
    .option('--baseline <file>', t(help.baseline))
    .option('--no-baseline', t(help.noBaseline))
    .option('--cache', t(help.cache))
    .option('--cache-location <folder>', t(help.cacheLocation))
    .option('--staged', t(help.staged))
    .option('--watch', t(help.watch))
    .action(async (files: string[], flags: LintFlags) => done(await lintCommand(files, flags, io)))

  shared(program.command('inspect').description(t(help.inspect)).argument('<files...>', t(help.files)))
    .addOption(new Option('--format <format>', t(help.format)).choices(['pretty', 'json']).default('pretty'))
    .action(async (files: string[], flags: InspectFlags) => {
      const {inspectCommand} = await import('./commands/inspect.ts')
      done(await inspectCommand(files, flags, io))
    })

  shared(program.command('annotate').description(t(help.annotate)).argument('<file>', t(help.word)))
    .option('-o, --output <file>', t(help.copy))
    .option('--in-place', t(help.inPlace))
    .option('--convert', t(help.convert))
    .action(async (file: string, flags: AnnotateFlags) => {
      const {annotateCommand} = await import('./commands/annotate.ts')
      done(await annotateCommand(file, flags, io))
    })

  shared(program.command('ledger').description(t(help.ledger)).argument('<files...>', t(help.files)))
    .option('-o, --output <file>', t(help.ledgerFile))
    .option('--convert', t(help.convert))
    .action(async (files: string[], flags: LedgerFlags) => {
      const {ledgerCommand} = await import('./commands/ledger.ts')
      done(await ledgerCommand(files, flags, io))
    })

  program
    .command('explain')
    .description(t(help.explain))
    .argument('<rule>')
    .option('--lang <lang>', t(help.lang))
    .action(async (rule: string, flags: {lang?: string}) => {
      const {explainCommand} = await import('./commands/explain.ts')
      done(explainCommand(rule, flags, io))
    })

  program
    .command('rules')
    .description(t(help.rules))
    .option('--lang <lang>', t(help.lang))
    .addOption(new Option('--format <format>', t(help.format)).choices(['pretty', 'json']).default('pretty'))
    .action(async (flags: {lang?: string; format: string}) => {
      const {rulesCommand} = await import('./commands/rules.ts')
      done(rulesCommand(flags, io))
    })
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

  configured(program.command('suppress').description(t(help.suppress)).argument('[files...]', t(help.files)))
    .option('--rule <id>', t(help.suppressRule))
    .option('--line <n>', t(help.line), Number)
    .option('--reason <reason>', t(help.reason))
    .option('--prune', t(help.prune))
    .action(async (files: string[], flags: SuppressFlags) => {
      const {suppressCommand} = await import('./commands/suppress.ts')
      done(await suppressCommand(files, flags, io))
    })

  shared(program.command('baseline').description(t(help.baselineCommand)).argument('[files...]', t(help.files)))
    .option('--baseline <file>', t(help.baselineFile))
    .option('--prune', t(help.prune))
    .action(async (files: string[], flags: BaselineFlags) => {
      const {baselineCommand} = await import('./commands/baseline.ts')
      done(await baselineCommand(files, flags, io))
    })

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
  return program
}
