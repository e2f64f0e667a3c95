/** zicha for programs: lint drafts of Chinese self-inspection reports (自查报告), read configurations, write rules. */

export {type ConfigFile, defineConfig} from '../config/fields.ts'
export type {Setup} from '../config/load.ts'
export type {Plugin} from '../config/plugins.ts'
export type {Block, Draft} from '../draft/draft.ts'
export type {Span} from '../draft/span.ts'
export type {Configuration, Language} from '../lint/configuration.ts'
export type {Diagnostic, Place, SourceEdit} from '../lint/diagnostic.ts'
export {Failure} from '../lint/failure.ts'
export {
  type BadExample,
  defineRule,
  type Finding,
  type GoodExample,
  type Localized,
  type Option,
  type OptionValue,
  type Rule,
  type Severity,
} from '../lint/rule.ts'
export type {Report} from '../report/report.ts'
export type {Reporter, ReporterContext} from '../reporters/reporter.ts'
export type {FileResult} from '../reporters/result.ts'
export {
  createLinter,
  type FilesResult,
  type FixOptions,
  type Linter,
  type LinterOptions,
  type LintResult,
  lintFiles,
  lintText,
  loadConfig,
  type TextOptions,
} from './linter.ts'
export {RuleTester, type TestFunction} from './rule-tester.ts'
