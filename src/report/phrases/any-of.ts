/** What finds any kind of phrase in a list. The build makes the expression itself of it (scripts/build/expressions.ts). */
export const anyOf = (kinds: Readonly<Record<string, RegExp>>): RegExp =>
  new RegExp(
    Object.values(kinds)
      .map(({source}) => source)
      .join('|'),
  )
