import {LSPErrorCodes, ResponseError} from 'vscode-languageserver/node'
import {Superseded} from './analyst.ts'
import type {Session, Studied} from './session.ts'
import type {Understanding} from './understanding.ts'

/** What is known of a draft, and what was understood of it. */
export interface Known extends Studied {
  readonly known: Understanding
}

/**
 * What outline, folds, lenses and jumps are made of: waits for it, however long a large draft takes. Most clients ask
 * once a version, and have no way to hear that there is more now. Undefined where a draft is not open or switched off.
 * @throws ResponseError where the text has changed meanwhile
 */
export async function whenKnown(session: Session, uri: string): Promise<Known | undefined> {
  const studied = await session.studied(uri)
  if (!studied?.settings.enable) return undefined
  try {
    return {...studied, known: await studied.study.understanding()}
  } catch (error) {
    throw error instanceof Superseded
      ? new ResponseError(LSPErrorCodes.ContentModified, 'the draft has changed')
      : error
  }
}
