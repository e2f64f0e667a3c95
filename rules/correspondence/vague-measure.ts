import {emptiness, namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {countCharacters} from '../../src/report/parts.ts'

export default defineRule({
  id: 'vague-measure',
  group: 'correspondence',
  severity: 'warning',
  fixes: 'none',
  ground: '一般',
  what: {
    zh: '措施全是“进一步”“加强”“提高”，没有写具体做什么。',
    en: 'A measure is made of slogans and names no action.',
  },
  why: {
    zh: '“措施空泛”等于没有措施：换到哪个单位、哪个问题都能用，也无法检查。',
    en: 'A measure that would fit any unit and any problem is no measure, and nobody can check it.',
  },
  how: {
    zh: '去掉放在哪里都能用的词（进一步、切实、加强、提高、思想认识、工作力度……），看剩下多少实在内容；整条一起看，带有数字、文件名、频次、举例的不报。',
    en: 'Words that fit everywhere (进一步, 加强, 思想认识 …) are taken away, and what remains is measured. The whole item is judged; one with a figure, a document, a frequency or an example is left alone.',
  },
  messages: {
    vague: {
      zh: '这条措施没有写具体做什么，放到哪个问题下都能用。请写明做什么、谁来做、什么时候做完。',
      en: 'This measure would fit any problem. Say what is done, by whom, until when.',
    },
  },
  options: {
    most: {
      default: 72,
      minimum: 1,
      maximum: 100,
      what: {zh: '套话占百分之几以上才报告', en: 'percent of empty words from which a measure is reported'},
    },
    shortest: {
      default: 10,
      minimum: 1,
      what: {zh: '少于多少字的措施不判断', en: 'characters below which a measure is not judged'},
    },
  },
  bad: [
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n二、整改措施\n1.⟦进一步提高思想认识，切实加强组织领导，不断强化工作措施。⟧',
    },
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n二、整改措施\n1.6月5日前更换照明灯。\n2.⟦高度重视此项工作，加大工作力度，抓好落实，务求取得实效。⟧',
    },
    {
      text: '一、存在的问题及整改情况\n1.仓库照明灯坏了两盏。\n整改情况：⟦高度重视，已将有关材料转相关部门研究，并召开会议传达学习。⟧\n2.门锁坏了。\n整改情况：6月5日已换新锁。',
    },
    {
      text: '一、存在的问题及整改情况\n1.监控。二号摄像头黑屏，值班员没有上报。⟦站领导高度重视，多次强调，切实增强全体人员责任意识。⟧\n2.门锁坏了。6月5日已换新锁。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n二、整改措施\n1.进一步加强日常管理。由后勤科每周检查一次照明灯，坏的当天更换。',
    },
    {text: '一、存在的问题\n1.仓库照明灯坏了两盏。\n二、整改措施\n1.更换照明灯。'},
  ],
  *check(report, {most, shortest}) {
    for (const {start, end} of report.measures) {
      const words = report.words({start, end})
      if (countCharacters(words) < shortest || namesFact(words) || emptiness(words) * 100 < most) continue
      yield {at: {start, end}, message: 'vague'}
    }
  },
})
