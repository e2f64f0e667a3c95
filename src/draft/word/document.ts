import {UnreadableDraft} from '../unreadable.ts'
import {Composer} from './compose.ts'
import {Formats, readTheme} from './formats.ts'
import {Counter, Numbering} from './numbering.ts'
import {WordPackage} from './package.ts'
import {readStories} from './read-stories.ts'
import type {Stories} from './story.ts'
import {Styles} from './styles.ts'

/** A Word file taken apart: its stories with their places in the XML, and the reading text composed of them. */
export interface WordDocument {
  readonly source: WordPackage
  readonly styles: Styles
  readonly formats: Formats
  readonly stories: Stories
  readonly composer: Composer
}

/**
 * Reads a .docx. The same bytes give the same reading text, so that what was found in a draft can be written back later.
 * @throws UnreadableDraft
 */
export function openWord(bytes: Uint8Array): WordDocument {
  const source = new WordPackage(bytes)
  const main = source.main.name
  const styles = new Styles(source.related(main, 'styles')?.xml)
  const numbering = new Numbering(source.related(main, 'numbering')?.xml, styles)
  const formats = new Formats(
    styles,
    once(() => readTheme(source.related(main, 'theme')?.xml)),
  )
  const stories = readStories(source.main.xml, styles)
  const body = stories.stories[0]
  if (!body) throw new UnreadableDraft('not-word', 'no body')
  const composer = new Composer(styles, new Counter(numbering, styles))
  composer.put(body.flow)
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = composer.notes.some((note) => note.kind === kind) ? source.related(main, `${kind}s`) : undefined
    if (!part) continue
    const notes = new Map(readStories(part.xml, styles).stories.map(({id, flow}) => [id, flow]))
    const counter = new Counter(numbering, styles)
    for (const note of [...composer.notes]) {
      const flow = note.kind === kind ? notes.get(note.id) : undefined
      if (flow) composer.putNote(note, flow, counter)
    }
  }
  return {source, styles, formats, stories, composer}
}

/** A function that works once and then repeats its answer. */
export function once<Value>(make: () => Value): () => Value {
  let known: {value: Value} | undefined
  return () => {
    known ??= {value: make()}
    return known.value
  }
}
