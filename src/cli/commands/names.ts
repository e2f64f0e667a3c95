/** What the first argument may name; anything else is a draft. */
export const COMMANDS = [
  'lint',
  'inspect',
  'annotate',
  'ledger',
  'explain',
  'rules',
  'lsp',
  'suppress',
  'baseline',
  'init',
] as const

export type CommandName = (typeof COMMANDS)[number]
