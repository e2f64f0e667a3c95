import {existsSync, readFileSync} from 'node:fs'
import {figuresOf, type Scores} from './score.ts'

/** What rules report on edited prose that is no self-inspection report: nearly every finding there is a false alarm. */
export interface CleanReport {
  readonly texts: number
  readonly characters: number
  readonly findings: Readonly<Record<string, number>>
}

const percent = (share: number): string => (100 * share).toFixed(1)

function table(scores: Readonly<Record<'all' | 'natural' | 'hard', Scores>>): string[] {
  const names = [...scores.all.rows.keys()]
  const row = (name: string): string => {
    const cells = (['all', 'natural', 'hard'] as const).map((group) => {
      const tally = scores[group].rows.get(name)
      if (!tally || tally.hit + tally.miss + tally.wrong === 0) return '– | – | –'
      const {precision, recall, f1} = figuresOf(tally)
      return `${percent(precision)} | ${percent(recall)} | ${percent(f1)}`
    })
    return `| ${name.replace(/^fault /, '')} | ${cells.join(' | ')} |`
  }
  return [
    '| | all: P | R | F1 | natural: P | R | F1 | hard: P | R | F1 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...names.map(row),
  ]
}

/** How often each kind of mistake is left, with the drafts where it happens. */
function mistakes({misses}: Scores): string[] {
  const kinds = new Map<string, string[]>()
  for (const miss of misses) {
    const [, place = '', kind = ''] = /^(\S+) ([^:]+):/.exec(miss) ?? []
    kinds.set(kind, [...(kinds.get(kind) ?? []), place])
  }
  return [...kinds]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([kind, places]) =>
        `| ${kind} | ${places.length} | ${places.slice(0, 6).join(', ')}${places.length > 6 ? ' …' : ''} |`,
    )
}

function cleanTable(path: string): string[] {
  if (!existsSync(path)) return ['Not measured.']
  const {texts, characters, findings} = JSON.parse(readFileSync(path, 'utf8')) as CleanReport
  return [
    `${texts} texts, ${characters} characters. The only error is a true slip: in the stored text of one report the brackets of （三） stand on lines of their own, so that （二） is followed by （四）.`,
    '',
    '| severity and rule | findings |',
    '| --- | ---: |',
    ...Object.entries(findings).map(([name, count]) => `| ${name} | ${count} |`),
  ]
}

/** `docs/quality.md`. */
export function qualityPage(
  scores: Readonly<Record<'all' | 'natural' | 'hard', Scores>>,
  honest: readonly string[],
  cleanPath: string,
): string {
  const {all} = scores
  return [
    '# 质量数据 · Quality',
    '',
    'Written by `npm run eval -- --write`; CI fails when a figure drops below its floor (`scripts/eval/floors.json`).',
    '',
    `${all.drafts} annotated drafts (\`fixtures/annotated\`, scheme in its \`ANNOTATION.md\`). *Natural* are d01–d52; *hard* are d61–d114, whose writers took care that most answers share no word with their problem. P is precision, R recall, in per cent. The weights of correspondence were fitted on these drafts: for it the figures below are in-sample, the honest ones follow.`,
    '',
    ...table(scores),
    '',
    `Sound drafts (nothing to send back): ${all.soundWithoutError} of ${all.sound} without any error; ${((400 * all.soundWarnings) / (all.soundCharacters || 1)).toFixed(2)} warnings per 400 characters.`,
    '',
    '## Honest estimates: each block of writers judged by weights fitted on the others',
    '',
    ...honest,
    '',
    '## Drafts by other writers',
    '',
    'What drafts gave that nobody had seen before, round by round, is in `fixtures/held-out/README.md`, with the figures to expect of the next.',
    '',
    '## Mistakes that are left',
    '',
    '| kind | how often | where |',
    '| --- | ---: | --- |',
    ...mistakes(all),
    '',
    '## Edited prose: government work reports',
    '',
    'These are no self-inspection reports and were edited with care, so that nearly every finding is a false alarm; rules of structure speak softly because the genre is guessed with low confidence.',
    '',
    ...cleanTable(cleanPath),
    '',
  ].join('\n')
}
