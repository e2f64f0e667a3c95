import type {Span} from '../../src/draft/span.ts'
import {matchesOf} from '../../src/language/matches.ts'
import {weighPraise} from '../../src/language/praise.ts'
import {namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'

export default defineRule({
  id: 'praise-as-problem',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '把优点当问题写，或在问题里大讲成绩。', en: 'Praise in the place of a problem.'},
  why: {
    zh: '“工作太投入、不注意休息”不是问题，是避重就轻；问题部分写成绩，会被认为查摆不认真。',
    en: '“Works too hard, rests too little” is no problem but a way around one; achievements in the problem part look evasive.',
  },
  how: {
    zh: '数一条问题里称赞的话和承认毛病的话（按词表）：称赞多于毛病，或毛病本身就是“过于敬业”一类的话时报告。“虽有成效，但……”的对比写法按比例看，不报。',
    en: 'Words of praise and words that admit a fault are counted in each item. Reported when praise outweighs, or the “fault” is zeal itself. A contrast (虽有成效，但…) is judged by the ratio.',
  },
  messages: {
    disguised: {
      zh: '这其实是在说优点（过于敬业、要求过高一类），不算问题。请改写查出的实际问题。',
      en: 'This is praise dressed up as a fault. State a real problem instead.',
    },
    praise: {
      zh: '这一条称赞的话多于承认问题的话，请移到工作情况部分，这里只写问题。',
      en: 'This item praises more than it admits. Move the praise to what was done, and keep the problem.',
    },
  },
  bad: [
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n2.⟦班子成员工作过于认真，常常牺牲休息时间，对家人照顾不够。⟧\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.⟦培训工作取得显著成绩，学员一致认可，被评为先进单位，但形式偏少。⟧\n2.仓库照明灯坏了两盏。\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.⟦获居民锦旗12面，复购率位居全区同行前列，多次被同行观摩学习，口碑有待再上层楼。⟧\n2.仓库照明灯坏了两盏。\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.⟦政务服务走在全市前列，四项做法被市里转发推广，但总结提炼得还不够。⟧\n2.仓库照明灯坏了两盏。\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n2.⟦志愿服务有声有色，服务队获评全市最佳，如能再多几个品牌就更好了。⟧\n3.⟦窗口服务深受群众欢迎，获评文明窗口，好做法宣传得不够。⟧\n二、整改措施\n1.6月5日前更换照明灯。',
    },
    {
      text: '一、存在的问题\n1.记账不及时，3月的票据到6月才入账。⟦平时做事过于投入，总想把每件事做到最好，陪家人的时间太少。⟧\n二、整改措施\n1.票据当月入账，由会计每月25日核对。',
    },
    {
      text: '一、存在的问题\n1.⟦工作标准高。班组安全抓得细，连续两年被评为先进班组，师傅们付出了不少休息时间。⟧\n2.仓库照明灯坏了两盏。\n3.⟦班组团结协作、干劲足，产量完成105%，大家的积极性很高。⟧\n二、整改措施\n1.6月5日前更换照明灯。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.新设备操作要求高，老员工跟不上，月考核被评为后进班组。\n2.月底检查抓得紧，平时抓得松，轮班占去工人大量业余时间。\n二、整改措施\n1.6月5日前补训，由班长负责。',
    },
    {
      text: '一、存在的问题\n1.值班表排得不合理，3名护士连上5个夜班，太辛苦，交接时漏登2次。\n二、整改措施\n1.6月起夜班不连排，由护士长排表。',
    },
    {text: '一、存在的问题\n1.创建工作有声有色，但台账不全，6个点位没有记录。\n二、整改措施\n1.6月底前补齐记录。'},
    {text: '一、存在的问题\n1.培训虽有成效，但内容单一、时间不足，没有考核。\n二、整改措施\n1.6月起每月考核一次。'},
    {
      text: '一、存在的问题\n1.为保班次，8月有9名司机加班超过36小时，存在疲劳驾驶隐患。\n二、整改措施\n1.9月底前补招司机5名。',
    },
  ],
  *check(report) {
    for (const {start, end} of report.problems) {
      const words = report.words({start, end})
      const {praise, disguised, fault} = weighPraise(words)
      const zeal = fault && disguised >= SURELY ? zealIn(words) : undefined
      if (zeal) {
        yield {at: {start: start + zeal.start, end: start + zeal.end}, message: 'disguised'}
        continue
      }
      if (praise <= fault || (praise < 2 && !(disguised && !namesFact(words)))) continue
      // a paper that is no self-inspection tells achievements everywhere
      if (!disguised && report.genre.source === 'fallback') continue
      yield {at: {start, end}, message: disguised ? 'disguised' : 'praise'}
    }
  },
})

/** So many words of zeal in one sentence that admits nothing are no aside, even beside a real fault. */
const SURELY = 2

function zealIn(words: string): Span | undefined {
  for (const {index, 0: sentence} of matchesOf(/[^。！？]+[。！？]?/g, words)) {
    const {disguised, fault} = weighPraise(sentence)
    if (disguised >= SURELY && !fault) return {start: index, end: index + sentence.length}
  }
  return undefined
}
