import type {Localized, Severity} from '../lint/rule.ts'

export const SEVERITY: Readonly<Record<Severity, Localized>> = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '警告', en: 'warning'},
  info: {zh: '提示', en: 'info'},
}

export const CLEAN: Localized = {zh: '未发现问题', en: 'No problems found'}
