import {existsSync, realpathSync} from 'node:fs'
import {basename, resolve} from 'node:path'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {type Input, isDraftName} from './inputs.ts'

const OVER_DRAFT: Localized = {
  zh: '“{path}”是要读的草稿，不能写入；请另取文件名。',
  en: '“{path}” is one of the drafts; name another file.',
}
const LIKE_DRAFT: Localized = {
  zh: '“{path}”看上去是一份草稿，不能写入；请另取文件名。',
  en: '“{path}” looks like a draft; name another file.',
}

/** Nothing is written over a draft of the run, by whatever name or link. @throws Failure */
export function refuseOverDraft(output: string, inputs: readonly Input[]): void {
  const target = realPath(output)
  if (inputs.some(({path}) => path !== '-' && realPath(path) === target)) throw new Failure(OVER_DRAFT, {path: output})
}

/** Nor is what is no report written over what is called as a draft is. @throws Failure */
export function refuseLikeDraft(output: string): void {
  if (isDraftName(basename(output)) && existsSync(output)) throw new Failure(LIKE_DRAFT, {path: output})
}

/** Where a path leads to, through links. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
