import type {Properties} from './facts.ts'
import type {WordPackage} from './package.ts'
import {decodeCharacters, type Element, walk} from './xml.ts'

type Field = keyof Properties

/** Elements of `core.xml` and `app.xml` by local name. */
const FIELDS: Readonly<Record<string, Field>> = {
  creator: 'author',
  lastModifiedBy: 'lastAuthor',
  title: 'title',
  subject: 'subject',
  keywords: 'keywords',
  description: 'description',
  Company: 'company',
  Manager: 'manager',
  Template: 'template',
  Application: 'application',
}

/** The file's properties: who wrote it, where, with what. */
export function readProperties(source: WordPackage): Properties {
  const properties: {-readonly [Name in Field]?: string} = {}
  for (const type of ['core-properties', 'extended-properties', 'coreProperties', 'extendedProperties']) {
    const part = source.related('', type)
    if (!part) continue
    const close = ({name, openEnd, closeStart, parent}: Element): void => {
      const field = FIELDS[name]
      if (!field || parent?.parent) return
      const value = plain(part.xml.slice(openEnd, closeStart))
      if (value) properties[field] = value
    }
    walk(part.xml, {close})
  }
  return properties
}

const plain = (xml: string): string => decodeCharacters(xml).text.trim()
