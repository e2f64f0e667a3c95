import {reasonOf} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'

/** On Windows a file that Word or Excel has open refuses to be replaced with any of these. */
const IN_USE: Localized = {
  zh: '可能正在 Word、WPS 或 Excel 里打开着，或没有权限；请关闭后再试',
  en: 'it may be open in Word, WPS or Excel, or its permissions forbid it; close it and try again',
}
const NOT_ALLOWED: Localized = {zh: '没有权限', en: 'its permissions forbid it'}
const isWindows = process.platform === 'win32'

/** What hinders a writer, by the system's code: a name such as EBUSY says nothing to who writes reports. */
const HINDRANCES: Readonly<Record<string, Localized>> = {
  EACCES: isWindows ? IN_USE : NOT_ALLOWED,
  EBUSY: IN_USE,
  EISDIR: {zh: '这是一个文件夹', en: 'it is a folder'},
  ENOENT: {zh: '所在的文件夹不存在', en: 'its folder does not exist'},
  ENOSPC: {zh: '磁盘满了', en: 'the disk is full'},
  ENOTDIR: {zh: '所在的文件夹不存在', en: 'its folder does not exist'},
  EPERM: isWindows ? IN_USE : NOT_ALLOWED,
  EROFS: {zh: '磁盘是只读的', en: 'the disk is read-only'},
}

/** Why a file could not be written, for `{reason}` in a failure's text. */
export function whyNotWritten(error: unknown): Localized {
  const {code} = error as NodeJS.ErrnoException
  const plain = code ?? reasonOf(error)
  return HINDRANCES[plain] ?? {zh: plain, en: plain}
}
