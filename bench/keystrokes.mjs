// Typing in an editor: from a change to the findings for it.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {randomOf} from './corpus.mjs'
import {Editor} from './lsp-client.mjs'
import {quantile} from './measure.mjs'
import {binOf, zichaBin} from './programs.mjs'
import {draftToEdit} from './work.mjs'

/**
 * zicha waits for a pause of `ms` milliseconds in drafts of more than `above` UTF-16 units (PAUSE in src/lsp/publisher.ts,
 * LARGE in src/lsp/analyst.ts). The figures are of the work that follows: the wait is taken off them.
 */
const DEBOUNCE = {ms: 100, above: 22_000}

/** Bytes of the drafts typed in. */
const DRAFTS = [7600, 500_000]
/** Between an answer and the next keystroke, in milliseconds: a key that is held down comes as often. */
const PAUSE = 30
/** How long somebody types in one sitting at most, in milliseconds: with a slow server it is fewer keystrokes. */
const SITTING = 15_000
/** Keystrokes that don't count, while the server still warms up. */
const WARM = 12
const FEWEST = 5

const own = (name) => fileURLToPath(new URL(name, import.meta.url))

const SERVERS = [
  {name: 'zicha', kinds: ['txt', 'md'], args: () => [zichaBin(), 'lsp', '--stdio'], debounce: DEBOUNCE},
  {name: 'floor', kinds: ['txt', 'md'], args: (list) => [own('floor-server.mjs'), list]},
  // it first takes its findings back, then sends the new ones
  {
    name: 'autocorrect-node',
    kinds: ['txt', 'md'],
    args: () => [binOf('autocorrect-node', 'autocorrect'), 'server'],
    answers: 2,
  },
  // one start in twenty or so it answers nothing at all
  {name: 'rumdl', kinds: ['md'], args: () => [binOf('rumdl'), 'server'], starts: 5},
  {name: 'remark', kinds: ['md'], args: () => [own('remark-server.mjs'), '--stdio']},
]

/** At one place two characters are typed and the second is taken back, then at another place: all within prose. */
function* typing(text, seed) {
  const lines = text.split('\n')
  const prose = lines.flatMap((line, at) => (/^[^#|\s].{30}/.test(line) ? [at] : []))
  const random = randomOf(seed)
  for (;;) {
    const line = prose[Math.floor(random() * prose.length)]
    const at = 5 + Math.floor(random() * (lines[line].length - 10))
    const edit = (start, end, added) => {
      const before = lines[line]
      lines[line] = before.slice(0, start) + added + before.slice(end)
      const range = {start: {line, character: start}, end: {line, character: end}}
      return {range, rangeLength: end - start, text: added}
    }
    const whole = () => lines.join('\n')
    yield {part: edit(at, at, '水'), whole}
    yield {part: edit(at + 1, at + 1, '利'), whole}
    yield {part: edit(at + 1, at + 2, ''), whole}
  }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts a server and opens a draft, once more where it hangs. */
async function start({args, answers, starts = 1}, draft, cwd) {
  for (let left = starts; ; left--) {
    const editor = new Editor(args, cwd, answers)
    try {
      return {editor, ...(await editor.open(draft))}
    } catch (error) {
      editor.kill()
      if (left === 1) throw error
    }
  }
}

/** One sitting: a server is started, a draft opened and typed in. @returns a time for each keystroke that counts */
async function sit(server, {draft, count, seed, cwd}) {
  const {editor, ms: opened, diagnostics} = await start(server, draft, cwd)
  try {
    const {debounce} = server
    const off = debounce && draft.text.length > debounce.above ? debounce.ms : 0
    const times = []
    const end = performance.now() + SITTING
    let version = 1
    for (const {part, whole} of typing(draft.text, seed)) {
      await wait(PAUSE)
      const {ms} = await editor.change(++version, [editor.whole ? {text: whole()} : part])
      if (version > WARM + 1) times.push(ms - off)
      if (times.length === count || (performance.now() > end && times.length >= FEWEST)) break
    }
    await editor.close()
    return {opened, diagnostics, times}
  } finally {
    editor.kill()
  }
}

async function type({work, kind, bytes, sittings, count, tell}) {
  // a folder of its own: some servers read all that is in the editor's folder
  const folder = work.folder(`editor-${kind}-${bytes}`)
  const draft = {
    name: `draft.${kind}`,
    language: kind === 'md' ? 'markdown' : 'plaintext',
    text: draftToEdit(kind, bytes),
  }
  work.write(join(folder, draft.name), draft.text)
  const cwd = join(work.root, folder)
  const servers = SERVERS.filter(({kinds}) => kinds.includes(kind))
  const results = new Map(servers.map(({name}) => [name, {times: [], opened: []}]))
  const list = join(work.root, `${folder}.json`)
  for (let sitting = 0; sitting < sittings; sitting++) {
    for (const server of servers) {
      tell(`keystrokes, .${kind}, ${bytes / 1000} KB: sitting ${sitting + 1} of ${sittings}, ${server.name}`)
      const started = {...server, args: server.args(list)}
      const {times, opened, diagnostics} = await sit(started, {draft, count, seed: sitting + 1, cwd})
      if (diagnostics.length === 0) throw new Error(`the server of ${server.name} finds nothing in a faulty draft`)
      // zicha comes first: the floor sends as much as it does
      if (server.name === 'zicha') writeFileSync(list, JSON.stringify(diagnostics))
      const result = results.get(server.name)
      result.times.push(...times)
      result.opened.push(opened)
      result.findings = diagnostics.length
    }
  }
  return Object.fromEntries([...results].map(([name, result]) => [name, summary(result)]))
}

const summary = ({times, opened, findings}) => ({
  keystrokes: times.length,
  findings,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  opened: quantile(opened, 0.5),
})

export async function keys({work, rounds, counts, tell}) {
  const figures = {}
  for (const kind of ['txt', 'md']) {
    figures[kind] = {}
    for (const bytes of DRAFTS) {
      const options = {work, kind, bytes, sittings: rounds.keys, count: counts.keystrokes, tell}
      figures[kind][bytes] = await type(options)
    }
  }
  return figures
}
