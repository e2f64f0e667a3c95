/** Set phrases of party and government prose, for a word that a web page has masked: what stands beside it, what it may be. */
export const MASKED: readonly {readonly before?: string; readonly after?: string; readonly words: readonly string[]}[] =
  [
    {before: '党管', words: ['宣传', '意识形态', '干部', '人才', '武装']},
    {before: '学习', after: '贯彻', words: ['宣传']},
    {after: '纪律', words: ['政治', '组织', '廉洁', '群众', '工作', '生活']},
    {after: '规矩', words: ['政治']},
    {after: '战线', words: ['宣传思想', '政法']},
    {after: '思想干部', words: ['宣传']},
    {before: '意识', after: '工作', words: ['形态']},
    {after: '教育警示', words: ['廉政', '纪法']},
  ]

/** The words that a mask between `before` and `after` may stand for. */
export const unmask = (before: string, after: string): readonly string[] =>
  MASKED.find((phrase) => before.endsWith(phrase.before ?? '') && after.startsWith(phrase.after ?? ''))?.words ?? []
