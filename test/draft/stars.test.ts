import {existsSync, readFileSync} from 'node:fs'
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {blankStars} from '../../src/draft/markdown/blank-stars.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {settleStars} from '../../src/draft/markdown/stars.ts'
import {readText} from '../../src/draft/text.ts'

/** The reading text with ⟦ ⟧ around what is bold. */
function read(source: string): string {
  const {text, strong} = readMarkdown(source)
  return strong.reduceRight(
    (all, {start, end}) => `${all.slice(0, start)}⟦${all.slice(start, end)}⟧${all.slice(end)}`,
    text,
  )
}

describe('blanks keep their stars', () => {
  it.each([
    [
      'two names without their beginning',
      '去年以来，**机关把制度建设抓在手上，补齐短板。今年前三季度**党建工作稳步推进。',
    ],
    ['numbers of which only the classifier is left', '召开专题会议*次，培训*人次，走访**户，投入***万元。'],
    ['a date', '*年*月*日'],
    ['a date in bold stars', '自**年**月**日起施行'],
    ['years', '20**-20**学年，自20**年至20**年，201*年'],
    ['one run alone', '关于***工作的汇报'],
    ['four stars', '中共****委员会印发了****号文件'],
    ['four stars between two blanks', '**局召开****次会议，**镇落实'],
    ['names by turns', '由**局牵头，**局配合，**镇落实'],
    ['names in brackets', '成员单位（**局、**街道、**公司）'],
    ['two sentences that begin with a blank', '**镇党委召开会议，传达精神。**村支部组织学习。'],
    ['empty fields', '责任人：**，完成时限：**，备注：**'],
    ['empty brackets', '联系人（**），电话（**）'],
    ['names and their numbers', '**县委组织部下发文件**份'],
    ['before a mark', '坚持党管**、党管干部，落实党管**、党管人才'],
    ['between words, with other blanks beside', '培训*次，引导全局**骨干主动落实**要求'],
    ['multiplication and footnote marks', '面积3*4，达标*，注：*号为必填'],
    ['underscores', '学生__人，教师__人；单位：__，姓名：__，电话______'],
    ['a village and its project', '_村_项目'],
    ['a form', '______（盖章）______'],
    ['names of files', 'data_2024_q1.xlsx 和 _tmp_file'],
    ['unlike runs', '**重点*，其余见后'],
  ])('%s', (_, source) => {
    expect(read(source)).toBe(source)
  })

  it('in the draft from which this project started: 37 runs, none of them bold', ({skip}) => {
    const seed = new URL('../../../shared/seed/000_3d34e62499d9ac3f.txt', import.meta.url)
    if (!existsSync(seed)) return skip('the draft is not on this machine')
    const source = readFileSync(seed, 'utf8')
    const draft = readMarkdown(source)
    expect(draft.text).toBe(source)
    expect(draft.blocks).toEqual(readText(source).blocks)
    expect(draft.strong).toEqual([])
    expect(draft.text.match(/\*+/g)).toHaveLength(37)
  })
})

describe('bold loses its stars', () => {
  it.each([
    ['at the start of a line', '**压实责任。** 各科室逐项认领。', '⟦压实责任。⟧ 各科室逐项认领。'],
    ['behind a number', '（二）**制度更新慢。**三项制度过期。', '（二）⟦制度更新慢。⟧三项制度过期。'],
    ['with a colon inside, which CommonMark refuses', '**整改时限：**年底前', '⟦整改时限：⟧年底前'],
    ['with a colon behind', '**整改时限**：年底前', '⟦整改时限⟧：年底前'],
    ['two fields in a line', '**责任科室：**财务科 **责任人：**科长', '⟦责任科室：⟧财务科 ⟦责任人：⟧科长'],
    ['in a sentence', '我们把**台账管理**作为抓手', '我们把⟦台账管理⟧作为抓手'],
    ['around quotes', '评选**“示范窗口”**，每季一次', '评选⟦“示范窗口”⟧，每季一次'],
    ['around numbers', '排查隐患**12**个，整改**11**个。', '排查隐患⟦12⟧个，整改⟦11⟧个。'],
    [
      'around words that begin like a classifier',
      '**条例学习**、**名单核对**和**人员培训**',
      '⟦条例学习⟧、⟦名单核对⟧和⟦人员培训⟧',
    ],
    [
      'around a whole paragraph',
      '**（一）学用结合，入脑入心。坚持每周一学。**',
      '⟦（一）学用结合，入脑入心。坚持每周一学。⟧',
    ],
    ['in a bullet', '- **库房**：温度超标\n* **门卫**：登记不全', '⟦库房⟧：温度超标\n⟦门卫⟧：登记不全'],
    ['in a heading', '## **二、问题**', '⟦二、问题⟧'],
    ['with a blank inside', '**上半年培训*次。** 覆盖面不够。', '⟦上半年培训*次。⟧ 覆盖面不够。'],
    ['with a blank behind', '**责任人：** ***\n**经费：** **万元', '⟦责任人：⟧ ***\n⟦经费：⟧ **万元'],
    ['beside a blank', '**线索办理。** 受理线索**条，办结*条。', '⟦线索办理。⟧ 受理线索**条，办结*条。'],
    ['a note in emphasis', '*注：数据截至六月。*', '注：数据截至六月。'],
    ['three stars', '***重要提示：*** 见附件', '⟦重要提示：⟧ 见附件'],
    ['underscores', '__附表说明__ 见后', '⟦附表说明⟧ 见后'],
    [
      'with a comma inside, before what reads like the end of a name',
      '**对推进中的2条，**由组织委员盯进度。',
      '⟦对推进中的2条，⟧由组织委员盯进度。',
    ],
    ['around a link', '**见[附件](a.docx)。** 后', '⟦见附件。⟧ 后'],
    ['inside a link', '[**附件一**](a.docx)', '⟦附件一⟧'],
    ['of two phrases that touch', '**（一）****查得不勤。**上半年两次。', '⟦（一）查得不勤。⟧上半年两次。'],
    ['of three', '**1.****责任：****门卫。**由保卫科管。', '⟦1.责任：门卫。⟧由保卫科管。'],
    ['of two that touch beside a link', '**（一）****见[表](a.md)。**后', '⟦（一）见表。⟧后'],
    ['bold in bold, as an editor leaves it', '**甲*乙*丙**', '⟦甲*乙*丙⟧'],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it('but not in code, behind a backslash, or where its halves stand apart', () => {
    expect(read('`**甲**` 和 \\*\\*乙\\*\\*')).toBe('**甲** 和 **乙**')
    expect(read('[**甲](a.cn)** 和 乙')).toBe('**甲** 和 乙')
  })
})

describe('blankStars in remark', () => {
  it('settles the tree of remark-parse', () => {
    const source = '**压实责任：**各科室认领，**机关牵头，培训*次。\n\n**次数：**[**附件**](a.cn)*'
    const tree: Root = unified()
      .use(remarkParse)
      .data('micromarkExtensions', [blankStars(settleStars(source))])
      .parse(source)
    const nodes: string[] = []
    visit(tree, (node) => {
      if (node.type === 'text') nodes.push(node.value)
      else if (node.type === 'strong' || node.type === 'emphasis') nodes.push(node.type)
    })
    expect(nodes).toEqual([
      'strong',
      '压实责任：',
      '各科室认领，**机关牵头，培训*次。',
      'strong',
      '次数：',
      'strong',
      '附件',
      '*',
    ])
  })
})

it.each(['*', '_', '**a', '*a_', '*次', '**甲**', '**甲****', '**甲：', '（*', '`*', '“**'])(
  'stars stay linear on a line of %s',
  (mark) => {
    const line = mark.repeat(100_000 / mark.length)
    const start = performance.now()
    settleStars(line)
    expect(performance.now() - start).toBeLessThan(1500)
  },
)
