import {defineRule} from '../../src/lint/rule.ts'
import {apartFrom, closingRepeats, findRepeats} from '../../src/report/repeats.ts'

export default defineRule({
  id: 'repeated-text',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '同一句话写了两遍。', en: 'The same sentence stands twice.'},
  why: {zh: '多半是合稿时重复粘贴，或者凑字数。', en: 'Mostly pasted twice when drafts were merged, or padding.'},
  how: {zh: '删去一处，或改写成各自的内容。', en: 'Delete one, or say in each place what belongs there.'},
  messages: {
    same: {
      zh: '这句话与第一次出现处相同，请删去一处。',
      en: 'This sentence is the same as an earlier one; delete one of them.',
    },
    near: {
      zh: '这句话与前面的一句几乎相同（{share}%），请核对。',
      en: 'This sentence is nearly the same as an earlier one ({share}%); please check.',
    },
    first: {zh: '第一次出现', en: 'the earlier one'},
  },
  options: {
    shortest: {
      default: 18,
      minimum: 8,
      what: {zh: '多少字以上的句子才检查', en: 'shortest sentence that is compared, in characters'},
    },
  },
  bad: [
    {
      text: '县水务局安全自查报告\n一、工作情况\n对站场出租合同进行集中清理，收回到期未退场地7处，补签合同9份。\n二、存在的问题\n台账不全。\n三、整改措施\n补齐台账。\n下一步，我局将举一反三，堵住漏洞。⟦对站场出租合同进行集中清理，收回到期未退场地7处⟧，管好每一处站场。\n县水务局\n2025年6月3日',
    },
    {text: '对站场出租合同进行集中清理，收回到期未退场地7处。\n⟦对站场出租合同进行集中清理，收回到期未退场地7处。⟧'},
    {
      text: '春季组织党员服务队6支，为偏远乡镇配送化肥、种子，帮助种粮大户测土配肥，累计服务农户三百二十户。\n⟦春季组织党员服务队6支，为偏远乡镇配送化肥、种子，帮助种粮大户测土配肥，累计服务农户三百三十户。⟧',
    },
  ],
  good: [
    {
      text: '县水务局安全自查报告\n一、工作情况\n对照2025年度安全生产工作要点的要求，在全局范围内开展了自查。共查出问题12个，已整改9个。\n二、存在的问题\n台账不全。\n三、整改措施\n补齐台账。\n下一步，我局将举一反三，对照2025年度安全生产工作要点的要求，在全局范围内开展回头看，共查出问题12个，已整改9个。\n县水务局\n2025年6月3日',
    },
    {
      text: '县水务局安全自查报告\n二、存在的问题\n台账不全。\n三、整改措施\n1.每季度由办公室牵头抽查台账1次，抽查结果在局务会上通报，缺页补齐。\n2.每季度由办公室牵头抽查台账1次，抽查结果在局务会上通报，错页更正。\n特此报告。\n县水务局\n2025年6月3日',
    },
    {text: '加强学习。\n加强学习。'},
    {
      text: '| 整改时限 | 2025年6月30日前由办公室牵头完成全部整改任务 |\n| --- | --- |\n| 整改时限 | 2025年6月30日前由办公室牵头完成全部整改任务 |',
      file: 'md',
    },
    {text: '上半年检查企业8家，查出隐患16处，已全部整改。下半年检查企业12家，查出隐患9处，已全部整改。'},
  ],
  *check(report, {shortest}) {
    const sentences = findRepeats(report, shortest)
    for (const {at, first, share} of [...sentences, ...apartFrom(sentences, closingRepeats(report))])
      yield {
        at,
        message: share === 1 ? 'same' : 'near',
        data: {share: Math.round(100 * share)},
        related: [{at: first, message: 'first'}],
      }
  },
})
