import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../shared/base/textWidth'
import { firstUnit } from '../../../shared/outline/joinLines'
import { joinHardWrapped } from '../../../shared/outline/wrappedText'

const seed = Number(process.env['FC_SEED'] ?? 20261122)

/** Breaks a paragraph as an editor does: at a width in 字, never before a mark that closes and never inside a Latin word. */
function wrapped(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let [line, columns] = ['', 0]
  for (let rest = paragraph; rest !== '';) {
    const unit = firstUnit(rest)
    if (columns + textWidth(unit) > width && line.trim() !== '') {
      lines.push(line)
      ;[line, columns] = ['', 0]
    }
    line += unit
    columns += textWidth(unit)
    rest = rest.slice(unit.length)
  }
  return [...lines, line]
}

const roster = ['1月1日　　陈志远　　赵　明、孙　丽　　07193330001　　值守', '1月2日　　周建国　　钱　伟、李　娜　　07193330002　　值守', '1月3日　　吴海涛　　郑　强、王　芳　　07193330003　　值守', '1月4日　　冯立新　　褚　亮、卫　平　　07193330004　　值守', '1月5日　　蒋文斌　　沈　静、韩　梅　　07193330005　　值守']
const aligned = ['青山镇  新建水厂 3 处      受益人口 1.25 万人      已经完工', '白水乡  新建水厂 2 处      受益人口 0.86 万人      已经完工', '黄土镇  新建水厂 4 处      受益人口 2.10 万人      正在施工', '红岩乡  新建水厂 1 处      受益人口 0.47 万人      已经完工', '绿洲镇  新建水厂 5 处      受益人口 3.02 万人      正在施工']
const drawn = ['┌──────────┬─────────┬────────┐', '│乡镇名称　　　　　　│水厂数量（处）　　│受益人口（万人）│', '├──────────┼─────────┼────────┤', '│青山镇人民政府　　　│３　　　　　　　　│１．２５　　　　│', '│白水乡人民政府　　　│２　　　　　　　　│０．８６　　　　│', '└──────────┴─────────┴────────┘']
const slogans = ['深化改革开放，激发发展活力，推动高质量发展行稳致远', '强化民生保障，增进群众福祉，推动幸福感受持续再提升', '夯实安全底线，防范化解风险，推动社会面保持和谐稳定', '加强自身建设，提升服务效能，推动执行力实现全面跃升', '坚持党建引领，压实主体责任，推动严管治党纵深走下去']
const verse = ['清源河水日夜奔流不息滋养着两岸肥沃土地和勤劳人民', '青山巍峨连绵起伏环抱着一座座古朴村庄与层层梯田里', '水利人踏遍千山万水用脚步丈量每一条沟渠每一座堤坝', '风雨中坚守岗位无怨无悔把平安写进家家户户灯火之中', '岁月流转初心不改誓让清泉流进千家万户润泽万亩良田']
const addresses = ['清源县青山镇人民路一段十八号镇人民政府三楼办公室', '清源县白水乡建设路二段二十号乡人民政府二楼会议室', '清源县黄土镇解放路三段三十号镇人民政府一楼服务厅', '清源县红岩乡和平路四段四十号乡人民政府四楼档案室', '清源县绿洲镇幸福路五段五十号镇人民政府五楼值班室']
const contacts = ['水旱灾害防御股联系人陈志远，联系电话0719-3330001', '农村水利水电股联系人周建国，联系电话0719-3330002', '水资源水土保持股联系人吴涛，联系电话0719-3330003', '河湖长制工作股联系人冯立新，联系电话0719-3330004', '规划计划财务股联系人蒋文斌，联系电话0719-3330005']
const closing = ['请各股室认真遵照执行。', '以上人员名单如有变动，请及时报局办公室备案。', '请值班人员保持通讯畅通，遇有重要情况立即报告带班领导，不得迟报、漏报、瞒报。']
const lists = [roster, aligned, drawn, slogans, verse, addresses, contacts]

describe('IMPORT-18: lines of one length that nobody wrapped', () => {
  it.each([['a roster', roster], ['rows aligned by blanks', aligned], ['a drawn table', drawn], ['slogans', slogans], ['verses', verse], ['addresses', addresses], ['contacts', contacts]])('IMPORT-18: %s with a closing sentence stays as it is', (_, lines) => {
    for (const end of closing) {
      expect(joinHardWrapped([...lines, end])).toBeNull()
      expect(joinHardWrapped(['各股室、局属各单位：', ...lines, end, ...lines, end])).toBeNull()
    }
  })

  it('IMPORT-18: text that nobody wrapped is never joined', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    const name = fc.tuple(fc.constantFrom(...'赵钱孙李周吴郑王冯陈褚卫'), fc.constantFrom(...'志建海立文明伟强丽静芳梅'), fc.constantFrom(...'远国涛新斌亮平娜军华勇杰')).map((parts) => parts.join(''))
    const phone = fc.array(digit, { minLength: 8, maxLength: 8 }).map((digits) => `138${digits.join('')}`)
    const person = fc.tuple(fc.constantFrom('办公室', '财务股', '农水股', '防办室'), name, fc.constantFrom('负责人', '联络员', '值班员'), phone).map(([office, who, post, number]) => `清源县水务局${office}${post}${who}，联系电话${number}`)
    const list = fc.oneof(fc.constantFrom(...lists), fc.array(person, { minLength: 4, maxLength: 15 }))
    fc.assert(fc.property(fc.array(fc.tuple(list, fc.constantFrom(...closing, '')), { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, isIndented) => {
      const lines = parts.flatMap(([each, end]) => [...each, end]).map((line) => (isIndented ? `　　${line}` : line))
      expect(joinHardWrapped(lines)).toBeNull()
    }), { seed, numRuns: 300 })
  })
})

const openings = ['今年以来，', '入汛之后，', '在县委、县政府的正确领导下，', '下一步，', '截至12月底，', '据统计，']
const subjects = ['全县水务系统', '各乡镇人民政府', '局属各单位', '县农村供水公司', '项目指挥部', '青山镇“两委”班子']
const doings = ['统筹推进水库除险加固和河道治理', '完成投资1.28亿元', '新增供水人口8.3万人', '制定了《农村供水管护办法（试行）》', '开展隐患排查46次', '落实“三级”责任人制度', '整治非法采砂点（含堆场）9处', '按GB/T9704的要求规范文书']
const sentence = fc.tuple(fc.constantFrom(...openings), fc.constantFrom(...subjects), fc.uniqueArray(fc.constantFrom(...doings), { minLength: 1, maxLength: 4 })).map(([opening, subject, done]) => `${opening}${subject}${done.join('，')}。`)

describe('IMPORT-18: text that was wrapped', () => {
  it('IMPORT-18: a mark that hangs over the edge is no part of the width', () => {
    const sentence = '全年新建供水管网三十公里，改造水厂两座，惠及群众五万余人，水质合格率稳步提高，群众满意度持续上升，'
    const paragraphs = [3, 2, 4].map((times) => `　　${sentence.repeat(times)}任务完成。`)
    const hung = paragraphs.flatMap((paragraph) => paragraph.match(/.{20}[，。]?|.+$/gu) ?? [])
    expect(new Set(hung.map((line) => line.length)).has(21)).toBe(true)
    expect(joinHardWrapped(hung)?.lines).toEqual(paragraphs)
  })

  it('IMPORT-18: a short text with a few wrapped paragraphs, and one whose title is longer than its lines', () => {
    const given = ['　　（一）农村供水保障有力。建成集中供水工程12处，新增供水人口8.3万人。', '　　（二）防汛抗旱成效明显。成功应对5轮强降雨，实现人员零伤亡、工程零出险。', '　　（三）河湖管理持续加强。清理“四乱”问题36个，全部按期整改销号，无一反弹。', '　　特此报告。']
    const title = '清源县水务局关于二〇二五年上半年农村供水、防汛抗旱和水利建设等重点工作进展情况的报告'
    for (const head of [[], ['关于供水工作的报告'], [title]]) expect(joinHardWrapped([...head, ...given.flatMap((each) => wrapped(each, 25))])?.lines).toEqual([...head, ...given])
  })

  it('IMPORT-18: an article of rules begins a paragraph, indented or not', () => {
    const articles = ['第一条　为加强农村供水工程管护，保障农村居民饮水安全，根据有关规定，结合本县实际，制定本办法。法律、法规另有规定的，从其规定。', '第二条　县水务局负责全县农村供水工程管护工作的监督和业务指导。', '第三条　乡镇人民政府负责本行政区域内供水工程的日常管护。管护经费列入年度预算，由县级财政统筹安排。']
    expect(joinHardWrapped(articles.flatMap((each) => wrapped(each, 31)))?.lines).toEqual(articles)
  })

  it('IMPORT-18: rows of a table in a wrapped text stay rows', () => {
    const text = '　　今年以来，县水务局统筹推进水库除险加固，完成投资1.28亿元。入汛之后，组织各乡镇排查隐患46处，全部整改到位。据统计，全县新增供水人口8.3万人，群众满意度达到96.5%，同比提高2.1个百分点，没有发生一起安全事故。'
    const rows = roster.map((row) => `${row}　　`.slice(0, 36))
    expect(joinHardWrapped([...wrapped(text, 36), ...rows, ...wrapped(text, 36), ...wrapped(text, 36)])?.lines).toEqual([text, ...rows, text, text])
  })

  it('IMPORT-18: at any width from 20 to 60 字, with or without blank lines and indents, it is joined back exactly', () => {
    const paragraph = fc.array(sentence, { minLength: 3, maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.integer({ min: 40, max: 120 }), fc.array(paragraph, { minLength: 3, maxLength: 10 }), fc.constantFrom('indent', 'blank lines', 'both'), (halves, paragraphs, manner) => {
      const given = paragraphs.map((each) => (manner === 'blank lines' ? each : `\u3000\u3000${each}`))
      const parts = given.map((each) => wrapped(each, halves / 2))
      fc.pre(parts.reduce((sum, part) => sum + part.length - 1, 0) >= 8)
      const found = joinHardWrapped(parts.flatMap((part) => (manner === 'indent' ? part : [...part, ''])))
      expect(found?.lines.filter((line) => line !== '')).toEqual(given)
    }), { seed, numRuns: 600 })
  })
})
