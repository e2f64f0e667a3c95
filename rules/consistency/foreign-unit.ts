import {defineRule} from '../../src/lint/rule.ts'
import {foreignServed} from '../../src/report/served.ts'
import {actingUnits, areTwins, canBeSame, coreOf, ownUnits} from '../../src/report/unit-names.ts'

export default defineRule({
  id: 'foreign-unit',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '实务',
  what: {zh: '以报告单位的口气写着别的单位。', en: 'Another unit acts where the reporting unit should.'},
  why: {
    zh: '别的单位的名字留在文中，说明内容是抄来的；这类报告会被通报。',
    en: 'It shows that the text was copied from another unit’s report.',
  },
  how: {
    zh: '核对这一段写的是不是本单位的事。确是下级或协作单位的，可在配置的 aliases 或 superiors 里写明。',
    en: 'Check whether this is about your unit. Name partners and superiors in the configuration.',
  },
  messages: {
    found: {
      zh: '报告单位是“{own}”，这里却写着“{name}”，请核对是不是别处的内容。',
      en: 'The reporting unit is “{own}”, but this says “{name}”. Was it copied?',
    },
    served: {
      zh: '报告单位是“{own}”，这里写的却是别类单位的对象（“{words}”），请核对是不是别处的内容。',
      en: 'The reporting unit is “{own}”, but “{words}” is about those whom another kind of unit serves. Was it copied?',
    },
  },
  bad: [
    {text: '平原县水利局关于汛前检查的自查报告\n一、工作情况\n全年检查水库6座，⟦临溪县水利局⟧荣获防汛先进称号。'},
    {text: '柳树湾村集体资产自查报告\n⟦石桥村⟧两委对集体账目十分重视，每季公示。'},
    {text: '青禾镇安全生产自查报告\n一、工作情况\n⟦河口镇⟧党委高度重视，成立了领导小组。'},
    {text: '平原县水利局关于汛前检查的自查报告\n下一步，⟦临溪县水利局⟧将认真整改。'},
    {
      text: '平原县水利局关于汛前检查的自查报告\n一、工作情况\n⟦临溪县水利局⟧召开动员会，⟦县粮食局⟧党委按照年度计划开展了自查。\n二、整改措施\n1.更换止水带，由⟦临溪县水利局⟧工程股负责。',
    },
    {text: '平原县第三中学安全自查报告\n一、工作情况\n⟦平原县第一中学⟧成立领导小组。'},
    {text: '平原县第三中学安全自查报告\n⟦临溪一中⟧将以此次自查为契机，管好食堂。'},
    {text: '河东幼儿园安全自查报告\n⟦石桥幼儿园⟧欢迎每一位家长监督。'},
    {text: '长风化工有限公司安全自查报告\n一、工作情况\n⟦长青化工有限公司⟧成立领导小组。'},
    {text: '长风化工有限公司安全自查报告\n三、整改措施\n⟦长青实业股份有限公司⟧将把应急演练放进四月例会。'},
    {
      text: '桥头小学食堂自查报告\n一、工作情况\n⟦河东小学⟧还在门口设了意见箱，⟦石门小学⟧党支部把师德作为评优的首要条件。',
    },
    {text: '平原县第二医院自查报告\n三、整改措施\n1.每月查一次病历，努力推动⟦县妇幼保健院⟧各项工作再上新台阶。'},
    {
      text: '青禾镇卫生院自查报告\n以上三个问题由⟦河口镇卫生院⟧院长签字确认，6月底复查。\n青禾镇卫生院\n2025年6月3日',
    },
    {text: '柳树湾村集体资产自查报告\n三、整改措施\n1.合同到期后竞租，由⟦石桥村⟧村民代表会议定底价。'},
    {text: '青禾镇自查报告\n三、整改措施\n1.每季度听取意见，让⟦河口镇⟧真正成为群众满意的地方。'},
    {text: '青禾镇低保自查报告\n一、工作情况\n名册上墙一周，⟦河口镇⟧纪委公布监督电话。'},
    {text: '平原县水利局自查报告\n一、工作情况\n（一）⟦县粮食局⟧党组专题听取汇报。⟦县粮食局⟧班子成员轮流下乡镇查看。'},
    {text: '河东幼儿园安全自查报告\n下一步，⟦石桥幼儿园⟧将把接送管理当作头等大事。'},
    {text: '平原县第三中学食堂自查报告\n一、工作情况\n食材当天验收，⟦确保幼儿吃⟧得放心。'},
    {
      text: '桥头小学食堂自查报告\n一、工作情况\n⟦河东小学⟧成立了由校长牵头的食品安全领导小组。⟦河东小学⟧将始终把安全放在心上。',
    },
    {text: '柳树湾村集体资产自查报告\n一、工作情况\n⟦石桥村⟧“两委”高度重视，逐笔核对。'},
    {text: '一、工作情况\n⟦河口镇⟧全体干部入户宣传。', user: {unit: '青禾镇人民政府'}},
  ],
  good: [
    {
      text: '平原县水利局汛前检查自查报告\n临溪县水利局被评为先进，我局派人学习做法。平原县水利局被评为先进单位。县住建局被评为先进单位。市水利局荣获奖励。',
    },
    {
      text: '柳树湾村集体资产自查报告\n柳树湾村两委对集体账目十分重视，石桥村两委派人参加对账。镇党委对账目公开高度重视。',
    },
    {text: '青禾镇安全生产自查报告\n青禾镇党委高度重视。各乡镇认真贯彻。'},
    {
      text: '平原县水利局汛前检查自查报告\n市水利局召开会议部署。县粮食局召开会议，县水利局党组成立专班。临溪县水利局负责上游河段。',
    },
    {text: '青禾镇安全生产自查报告\n赴河口镇考察学习。青禾村全体党员参加。'},
    {text: '平原县第三中学安全自查报告\n平原三中将以此次自查为契机，管好食堂。'},
    {
      text: '河东小学自查报告\n努力推动学校各项工作再上新台阶，推动全校各项工作再上新台阶，不断促进河东小学各项工作取得实效，推动县教育局各项工作取得实效。',
    },
    {
      text: '青禾镇卫生院自查报告\n以上三个问题由青禾镇卫生院院长签字确认，药品问题由县人民医院院长审核。交叉检查记录由河口镇卫生院院长签字确认，由院长签字的共3份。\n青禾镇卫生院\n2025年6月3日',
    },
    {
      text: '柳树湾村集体资产自查报告\n1.合同由柳树湾村村民代表会议定底价，由村民代表会议通过，会上请石桥村村干部介绍做法。边界由联村党委协调，石桥村村民代表会议同意。',
    },
    {
      text: '青禾镇低保自查报告\n青禾镇纪委公布监督电话，县民政局党组专题听取汇报。与邻镇交叉核查，河口镇纪委派员参加。',
    },
    {
      text: '平原县水利局自查报告\n水利局党组专题听取汇报，县水利局班子成员轮流下乡镇查看。会上县粮食局班子成员介绍了做法。青禾镇党委专题研究两次。',
    },
    {text: '河东小学食堂自查报告\n食材当天验收，确保学生吃得放心。附设幼儿班单独备餐，确保幼儿吃得放心。'},
    {text: '青禾镇食堂自查报告\n食材当天验收，确保幼儿吃得放心，让患者就医更方便。'},
    {
      text: '桥头小学食堂自查报告\n一、工作情况\n县教育局成立检查组到校指导，青禾镇成立领导小组。青禾镇将始终把校园安全放在心上。',
    },
    {text: '青禾镇自查报告\n河口镇全体干部入户宣传。', user: {superiors: ['河口镇']}},
  ],
  *check(report) {
    const own = ownUnits(report)
    const [first] = own
    if (!first) return
    for (const at of foreignServed(report))
      yield {at, message: 'served', data: {own: report.user.unit ?? first, words: report.words(at)}}
    const known = [...own, ...report.user.superiors.map(coreOf)]
    for (const unit of actingUnits(report)) {
      const core = coreOf(unit.name)
      if (known.some((name) => canBeSame(name, core) || name.includes(unit.place + unit.kind.slice(0, 1)))) continue
      // what others may do as well tells only of a body that can be mistaken for the author
      if (!unit.isAuthor && !own.some((name) => areTwins(name, core))) continue
      // only a body of the author's own kind can stand in its place; 一中 is a 中学
      const ending = unit.kind.endsWith('中') ? '中学' : unit.kind
      const isRival = own.some((name) => name.endsWith(ending) || name.endsWith(unit.kind.slice(-1)))
      if (!isRival || (unit.place.length < 2 && own.some((name) => name.includes(unit.kind)))) continue
      yield {
        at: unit,
        message: 'found',
        data: {own: report.user.unit ?? own.find((name) => name.endsWith(unit.kind)) ?? first, name: unit.name},
        ...(report.user.unit ? {severity: 'error' as const} : {}),
      }
    }
  },
})
