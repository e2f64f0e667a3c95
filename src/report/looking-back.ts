/** A year that is spoken of, not worked in. */
export const LOOKING_BACK =
  /^[^，。；]{0,6}(?:以来|至今|起|以前|之前|底前?的|版|制定|修订|印发|建成|投用|出台|遗留|审计|考核|评价|检查|反馈|巡察|督察|结转|历史|年?初?的)|^(?:度|的)/
export const COMPARED = /同比|比上年|较上年|比\d{4}年|较\d{4}年|上年|去年|截至|自20\d\d年|从20\d\d年|延续|继续/
/** 同比 alone compares with the year before, whichever year is meant. */
export const isCompared = (sentence: string, year: number): boolean =>
  COMPARED.test(sentence.includes(String(year)) ? sentence : sentence.replaceAll('同比', ''))
