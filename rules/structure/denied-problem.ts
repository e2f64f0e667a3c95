import {defineRule} from '../../src/lint/rule.ts'
import {wholeDenials} from '../../src/report/denials.ts'
import {sectionsOf} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'

const DENIES =
  /(?:未|没有|没|并未)(?:发现|查出|存在|出现|发生)|不存在|无(?:违规|违纪|此类|上述|相关)[^。；]{0,10}(?:问题|情况|现象)/

/** Why a small audit may really have found nothing. */
const REASON = /因为|由于|主要原因|业务量(?:小|少)|仅有|只有\d|经[^，。]{2,12}(?:复核|抽查|核查|审计|第三方)|第三方/

/** An item that admits something is no denial, whatever else it says. */
const ADMITS = /但|不过|个别|仍|还存在|不到位|不规范|不够|不足|缺|欠/

const denies = (words: string): boolean => DENIES.test(words) && !ADMITS.test(words)

/** Problems that are told as such: none that only denies. */
const realProblems = (report: Report) =>
  report.problems.filter(({start, end}) => {
    const words = report.words({start, end})
    return !DENIES.test(words) || ADMITS.test(words)
  })

export default defineRule({
  id: 'denied-problem',
  group: 'structure',
  severity: 'warning',
  fixes: 'none',
  ground: '一般',
  what: {
    zh: '称没有发现问题，或问题部分每一条都写“未发现”。',
    en: 'The report says that nothing was found, or every problem is a denial.',
  },
  why: {
    zh: '“零问题”的自查报告最容易被退回；一边说没有问题、一边又列出问题，前后矛盾。',
    en: 'A self-inspection without findings is the first to come back, and one that denies problems and then lists some contradicts itself.',
  },
  how: {
    zh: '看通篇否认（未发现任何问题、未发现本项工作方面的问题）；只否认某一种问题（违纪违规、欺诈骗保、重大隐患）、某一部分对象、上级检查或复查结果的，逐问逐条作答只否认其中一问一条的，不报。后面又列出问题的，按错误报告；问题部分各条都是否认的，作提醒，写明了缘由的不报。',
    en: 'Only denials of everything count, not those of one kind of fault, of breaches or great dangers, of a part of what was checked, of a second or another’s check, or of one question or clause of many. With problems listed it is an error; a part whose items all deny is a warning, unless a reason is given.',
  },
  messages: {
    contradiction: {
      zh: '这里称没有发现问题，报告却列出了{count}个问题，前后矛盾。请改写这一句。',
      en: 'This says that no problem was found, yet the report lists {count}. Rewrite this sentence.',
    },
    all: {
      zh: '没有查出任何问题。请核对自查是否到位；确实没有的，请写明检查了什么、依据是什么。',
      en: 'Nothing was found at all. Was the inspection thorough? If so, say what was checked and on what ground.',
    },
    listed: {zh: '列出的问题', en: 'a problem that is listed'},
  },
  bad: [
    {
      text: '食堂管理自查报告\n经自查，⟦未发现食堂管理方面的问题⟧。\n一、存在的问题\n1.冷柜温度没有记录。\n2.两名厨工健康证过期。\n二、整改措施\n1.即日起每班记录温度。',
    },
    {
      text: '保密自查报告\n一、基本情况\n登记齐全，⟦未发现任何涉密载体管理方面的问题⟧。\n二、存在的问题\n1.“涉密载体”扣2分，有2份超期没有清退。\n2.一台电脑没有锁屏。\n三、整改措施\n1.每月25日清点。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n共有6辆车。从检查情况看，⟦没有发现任何违规违纪问题⟧。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起每天登记。',
    },
    {
      text: '河道管理整改报告\n一、反馈问题整改情况\n1.堤上堆了砂石。\n整改情况：4月2日清走。\n2.闸门关不严。\n整改情况：4月5日换了胶条。\n二、自查新发现的问题\n总的看，⟦没有发现新的问题⟧。需要提醒的有：\n1.两处堤坡长满杂树。\n三、下一步打算\n1.5月底前清除堤坡杂树。',
    },
    {
      text: '节能降耗自查报告\n一、基本情况\n总的看，我科⟦没有发现任何浪费现象⟧。\n二、存在的问题\n1.走廊灯白天亮着。\n三、整改措施\n1.6月10日前改声控。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n共有6辆车。\n二、存在的问题\n1.⟦未发现公车私用情况。⟧\n2.不存在超标准配备车辆的情况。\n三、整改措施\n1.继续按规定用车。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n共有6辆车。\n二、存在的问题\n⟦经自查，未发现任何问题。⟧\n三、下一步打算\n1.6月起每天登记里程。',
    },
  ],
  good: [
    {
      text: '医保基金使用自查报告\n一、基本情况\n在挂床住院、虚构诊疗两类行为上，没有发现问题。经自查，未发现任何欺诈骗保行为。\n二、存在的问题\n1.两名患者多收了护理费。\n三、整改措施\n1.6月3日前退回多收的护理费。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n经自查，未发现违规违纪问题，也没有发现明显问题。维修费用经核对，没有发现任何问题。市审计局4月检查，没有发现问题。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起每天登记。',
    },
    {
      text: '物业自查报告\n问：电梯为什么老停？\n答：门机卡死7次，没有按月保养。4月6日已换新门机。\n问：保安多收停车费了吗？\n答：没有。查了三个月的账，没有发现问题。\n问：保洁几点来？\n答：早上六点。',
    },
    {
      text: '敬老院食堂自查报告\n第一条　索证索票。\n对照：票证齐全，没有发现问题。结论：符合。\n第二条　食品留样。\n对照：两样菜没有留样。结论：不符合。\n第三条　生熟分开。\n对照：案板混用。结论：不符合。\n整改安排\n对应第二条：4月起逐样留满125克。\n对应第三条：4月底前换新案板。',
    },
    {
      text: '专项资金自查报告\n一、基本情况\n账目12册，未发现虚列支出、套取资金等问题。\n二、存在的问题\n1.三张凭证缺验收单。\n三、整改措施\n1.6月底前补齐。',
    },
    {
      text: '河道管理整改报告\n一、反馈问题整改情况\n1.堤上堆了砂石。\n整改情况：4月2日清走。\n2.闸门关不严。\n整改情况：4月5日换了胶条。经复查，没有发现新的问题。\n二、存在的问题\n没有发现新的问题，但老问题还剩一个：\n1.两处堤坡长满杂树。\n三、下一步打算\n1.5月底前清除堤坡杂树。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n抽查的3辆车未发现问题，其余车辆存在下列问题。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起每天登记。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n加油用的是公务卡，这一条没有发现问题。维修凭单结算，该项未发现问题。保险由财政统一办理，此项没有查出问题。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起每天登记。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n共有2辆车。\n二、存在的问题\n未发现公车私用情况，主要原因是两辆车均在维修，全年没有出车。\n三、下一步打算\n1.6月起每天登记里程。',
    },
    {
      text: '车辆管理自查报告\n一、基本情况\n通勤车的租赁合同经协商改为按月结算，不存在违规情形。\n二、存在的问题\n1.两辆车的里程没有登记。\n三、整改措施\n1.6月起每天登记。',
    },
    {
      text: '消防自查报告\n各点看了一遍。\n一、东楼\n【问题】灯坏了两盏。\n【对策】电工5月2日前换好。\n二、西楼\n【问题】没有发现问题。\n三、北楼\n【问题】门锁坏了。\n【对策】电工5月3日前换锁。',
    },
    {
      text: '消防自查报告\n查了四栋楼。\n一、存在的问题及措施\n1. 灯坏了两盏 → 电工5月2日前换好\n2. 门锁坏了 → 电工5月3日前换锁\n3. 西楼、北楼：未发现问题',
    },
    {
      text: '消防自查报告\n一、基本情况\n未发现重大隐患。\n二、存在的问题\n1.两具灭火器过期。\n三、整改措施\n1.6月底前更换。',
    },
  ],
  *check(report) {
    const listed = realProblems(report)
    if (listed.length) {
      for (const {start, end, problems} of wholeDenials(report, listed)) {
        const [first] = problems
        yield {
          at: {start, end},
          message: 'contradiction',
          severity: 'error',
          data: {count: problems.length},
          related: first ? [{at: {start: first.start, end: first.end}, message: 'listed'}] : [],
        }
      }
      return
    }
    const [part] = sectionsOf(report, 'problems')
    if (part) {
      const words = report.words(part)
      const {start, end} = report.problems[0] ?? part.pieces.map(({body, end}) => ({start: body, end}))[0] ?? part
      const items = report.problems.length ? report.problems.map((item) => report.words(item)) : [words]
      if (items.every(denies) && !REASON.test(words)) yield {at: {start, end}, message: 'all'}
      return
    }
    const [denial] = wholeDenials(report)
    if (denial && !REASON.test(report.text)) yield {at: denial, message: 'all'}
  },
})
