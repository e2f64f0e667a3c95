import {resolve} from 'node:path'
import type {Configuration} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {UserData} from '../report/user-data.ts'
import {findInputs, nothingIgnored} from './inputs.ts'
import {readDraft} from './read-draft.ts'

/**
 * The reports that `--against` names, as text. One that can't be read is told, and the others are compared.
 * @throws Failure where a name is wrong
 */
export async function readAgainst(
  patterns: readonly string[],
  tell: (failure: Failure) => void,
): Promise<UserData['against']> {
  const {inputs, failures} = await findInputs(patterns, nothingIgnored)
  const [failure] = failures
  if (failure) throw failure
  const against: {name: string; text: string}[] = []
  for (const input of inputs)
    try {
      against.push({name: input.name, text: (await readDraft(input)).draft.text})
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      tell(error)
    }
  return against
}

/** A draft that lies among the others is not compared with itself. */
export function exceptItself(configuration: Configuration, name: string): Configuration {
  const {against} = configuration.user
  if (!against.length) return configuration
  const path = resolve(name)
  const others = against.filter((other) => resolve(other.name) !== path)
  return others.length === against.length
    ? configuration
    : {...configuration, user: {...configuration.user, against: others}}
}
