// Invents drafts of self-inspection reports: varied, seeded, the same on every machine.

/** A stream of numbers in [0, 1) (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const UNITS = ['城关小学', '水务站', '档案馆', '市场监管所', '中心卫生院', '农机站', '文化馆', '供水公司']
const OFFICES = ['办公室', '财务科', '后勤科', '人事科', '安全科', '业务科', '信息科', '综合科']
const SUBJECTS = [
  ['安全生产', ['消防通道堆放杂物', '灭火器压力不足', '配电箱缺少标识', '应急预案没有演练', '危险品登记不全']],
  ['财务管理', ['报销附件不全', '固定资产账实不符', '往来款长期挂账', '公务卡使用比例偏低', '票据领用没有登记']],
  [
    '档案管理',
    ['目录与卷内文件不一致', '库房温湿度没有记录', '借阅登记缺签字', '电子档案没有备份', '归档晚于规定时间'],
  ],
  ['作风建设', ['窗口人员离岗不挂牌', '群众来电答复超期', '会议偏多', '调研走访次数不够', '首问责任落实不到位']],
  ['信息公开', ['栏目更新不及时', '公开目录缺少两项', '依申请公开答复不规范', '政策解读偏少', '旧文件没有清理']],
]
const CAUSES = ['日常检查流于形式', '制度停留在纸面', '人员调整后没有交接', '培训没有跟上', '分工不清']
const ACTIONS = ['逐项清理', '补齐记录', '重新登记造册', '组织专题培训', '修订管理办法', '每月抽查一次', '更换到位']
const LEADS = ['一是', '二是', '三是', '四是', '五是', '六是']
const NUMERALS = '一二三四五六七八九十'

/** One draft. @param length characters, roughly @returns its blocks: kind and words */
function draftOf(seed, length) {
  const random = randomOf(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const number = (most) => 1 + Math.floor(random() * most)
  const unit = pick(UNITS)
  const [topic, problems] = pick(SUBJECTS)
  const blocks = [
    ['title', `${unit}关于${topic}工作的自查报告`],
    ['paragraph', `县${pick(['政府办', '教育局', '财政局'])}：`],
  ]
  const problemLine = (k) => {
    const place = `${pick(['东', '西', '南', '北'])}区第${number(9)}${pick(['组', '班', '站', '窗口'])}`
    return `${NUMERALS[k % 10]}是${pick(problems)}。${number(12)}月${number(28)}日抽查${place}，发现${number(30)}处，占抽查总数的${number(60)}%，主要是${pick(CAUSES)}，${pick(CAUSES)}。`
  }
  const measureLine = (k) =>
    `${k + 1}.针对${pick(problems)}的问题，由${pick(OFFICES)}牵头，${number(12)}月${number(28)}日前${pick(ACTIONS)}，${pick(ACTIONS)}，涉及${number(90)}份材料、${number(40)}人，整改情况报${pick(OFFICES)}备案。`
  const filler = () =>
    `${pick(['今年以来', '近一段时间', '检查期间', '按照通知要求'])}，${unit}召开会议${number(9)}次，走访${number(200)}户，查阅“${pick(['收发文登记簿', '值班记录', '台账'])}”等资料${number(500)}份；${pick(OFFICES)}、${pick(OFFICES)}分别${pick(ACTIONS)}，共投入${number(90)}万元（含${number(9)}项维修）。${pick(CAUSES)}的情况有所好转，但仍有${number(20)}项没有完成。`
  blocks.push(['paragraph', `根据通知要求，${unit}于${number(12)}月组织开展了${topic}自查，现将有关情况报告如下：`])
  const parts = ['基本情况', '存在的问题', '原因分析', '整改措施', '下一步打算']
  const share = length / parts.length
  parts.forEach((part, index) => {
    blocks.push(['heading', `${NUMERALS[index]}、${part}`])
    let written = 0
    for (let k = 0; written < share; k++) {
      const words =
        index === 1
          ? problemLine(k)
          : index === 3
            ? measureLine(k)
            : index === 2
              ? `${LEADS[k % 6]}${pick(CAUSES)}，${filler()}`
              : filler()
      blocks.push(['paragraph', words])
      written += words.length
    }
    if (index === 1 && random() < 0.3)
      blocks.push([
        'table',
        [
          ['项目', '数量', '已改'],
          [pick(problems), `${number(30)}`, `${number(9)}`],
          [pick(problems), `${number(30)}`, `${number(9)}`],
        ],
      ])
  })
  blocks.push(['paragraph', unit], ['paragraph', `202${number(6)}年${number(12)}月${number(28)}日`])
  return blocks
}

const asText = ([kind, words]) => (kind === 'table' ? words.map((row) => row.join('　')).join('\n') : words)

function asMarkdown([kind, words]) {
  if (kind === 'title') return `# ${words}`
  if (kind === 'heading') return `## ${words}`
  if (kind !== 'table') return words.replace(/“(值班记录)”/, '**$1**')
  const [head, ...rows] = words.map((row) => `| ${row.join(' | ')} |`)
  return [head, '| --- | --- | --- |', ...rows].join('\n')
}

/** @param length characters; a Chinese character takes three bytes */
export const textDraft = (seed, length = 2500) => `${draftOf(seed, length).map(asText).join('\n')}\n`
export const markdownDraft = (seed, length = 2500) => `${draftOf(seed, length).map(asMarkdown).join('\n\n')}\n`
export const wordBlocks = (seed, length = 2500) => draftOf(seed, length)
