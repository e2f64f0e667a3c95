import type {Localized, Severity} from '../lint/rule.ts'
import type {Role} from '../report/roles.ts'

export const SEVERITY: Readonly<Record<Severity, Localized>> = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '警告', en: 'warning'},
  info: {zh: '提示', en: 'info'},
}

export const CLEAN: Localized = {zh: '未发现问题', en: 'No problems found'}

/** The parts of a report. */
export const ROLES: Readonly<Record<Role, Localized>> = {
  title: {zh: '标题', en: 'title'},
  addressee: {zh: '主送机关', en: 'addressee'},
  lead: {zh: '引言', en: 'lead'},
  work: {zh: '工作情况', en: 'work'},
  problems: {zh: '存在问题', en: 'problems'},
  causes: {zh: '原因分析', en: 'causes'},
  plan: {zh: '整改措施', en: 'plan'},
  'problems-plan': {zh: '问题及措施', en: 'problems and plan'},
  closing: {zh: '结语', en: 'closing'},
  attachment: {zh: '附件', en: 'annex'},
  signature: {zh: '落款', en: 'signature'},
  date: {zh: '日期', en: 'date'},
  other: {zh: '其他', en: 'other'},
}
