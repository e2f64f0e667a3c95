import {atTheEnd, type FileByFile} from './reporter.ts'

/** The reporters by the name that `--format` takes; each is loaded when it is asked for. */
export const REPORTERS: Readonly<Record<string, () => Promise<FileByFile>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  sarif: async () => atTheEnd((await import('./sarif.ts')).sarif),
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => atTheEnd((await import('./html.ts')).html),
}
