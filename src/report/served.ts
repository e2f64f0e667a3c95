import type {Span} from '../draft/span.ts'
import type {Report} from './report.ts'
import {ownUnits} from './unit-names.ts'

/** A house for one kind of people, and how its reports speak of them. */
interface House {
  readonly name: RegExp
  /** Whom it serves, and with what: 确保幼儿吃得放心. */
  readonly served: RegExp
  /** Words of a report that has to do with such houses: a school with a class for the youngest, a hospital with students. */
  readonly near: RegExp
}

const FOR = '(?:确保|保障|保证|守护|呵护|让|使)(?:广大|全体|每一?[位名个]|所有)?'
const HOUSES: readonly House[] = [
  {
    name: /幼儿园$/,
    served: new RegExp(`${FOR}(?:幼儿|小朋友)们?(?:吃|用餐|饮食|在园|入园|一日生活|健康成长)`, 'g'),
    near: /幼儿园|幼儿班|幼儿部|学前|附设|幼教|托育/,
  },
  {
    name: /(?:[中小]学|学校|高中|[一二三四五六七八九十]中)$/,
    served: new RegExp(`${FOR}(?:全校)?(?:师生|学生)们?(?:吃|用餐|饮食|在校|上下学|健康成长)`, 'g'),
    near: /学校|校园|教学|学院|实习|[中小]学/,
  },
  {
    name: /(?:医院|卫生院|保健院)$/,
    served: new RegExp(`${FOR}(?:患者|病人)们?(?:就医|就诊|看病|用药|住院)`, 'g'),
    near: /医院|卫生院|医务|门诊|诊所/,
  },
  {
    name: /(?:[养敬]老院|福利院|养护院|颐养院)$/,
    served: new RegExp(`${FOR}老人们?(?:吃|用餐|饮食|住得|入住|在院)`, 'g'),
    near: /养老|敬老|福利院/,
  },
]

/** People of another kind of house, in the report of one: 确保幼儿吃得放心 of a secondary school. */
export function* foreignServed(report: Report): Iterable<Span> {
  const own = ownUnits(report)
  const house = HOUSES.find(({name}) => own.some((unit) => name.test(unit)))
  if (!house) return
  for (const other of HOUSES) {
    if (other === house) continue
    for (const {start, end} of report.find(other.served)) if (!other.near.test(report.text)) yield {start, end}
  }
}
