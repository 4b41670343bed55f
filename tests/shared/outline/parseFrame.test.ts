import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { guessMeta } from '../../../shared/outline/guessMeta'
import { parseReport, type ParsedReport } from '../../../shared/outline/parseReport'
import type { ReportContent } from '../../../shared/outline/reportContent'

const read = (text: string): ParsedReport => parseReport(text, { newId: countingIds() })
const content = (text: string): ReportContent => read(text).content
const body = '今年以来，各项工作有序推进，取得了明显成效。'
const aside = (text: string): readonly string[] => content(text).setAside.map((each) => each.text)
const texts = (value: ReportContent): readonly string[] => value.blocks.map((block) => (block.kind === 'text' ? block.runs.map((run) => run.text).join('') : block.kind))

describe('lines', () => {
  it('PARSE-1: an empty text is an empty report; a form feed is a page break', () => {
    expect(content('')).toMatchObject({ title: [], blocks: [], setAside: [] })
    expect(texts(content(`${body}\n\f\n${body}`))).toEqual([body, 'pageBreak', body])
    expect(texts(content(`${body}\r\n${body}\r\n`))).toEqual([body, body])
    expect(texts(content(`${body}\r${body}`))).toEqual([body, body])
  })

  it('PARSE-3: blanks at the ends go, blanks inside stay, a mark inside a sentence is cut out and set aside', () => {
    const value = content(`\ufeff　　总  则的适用范围，按规定执行。\u00a0\u00a0 \n接受党性教育##paidbegin##和传统教育。\n##paidend##`)
    expect(texts(value)).toEqual(['总  则的适用范围，按规定执行。', '接受党性教育和传统教育。'])
    expect(value.setAside).toEqual([{ line: 2, text: '##paidbegin##' }, { line: 3, text: '##paidend##' }])
  })

  it('PARSE-6: units above 发文字号 are a letterhead, whatever they are called, if a title stands below', () => {
    const value = content(`清源县水务局\n\n清水发〔2024〕3号\n\n关于供水保障工作情况的报告\n县人民政府：\n${body}`)
    expect(value.title).toEqual(['关于供水保障工作情况的报告'])
    expect(value.setAside.map(({ text }) => text)).toEqual(['清源县水务局', '清水发〔2024〕3号'])
    // Below the title it is what web pages put there.
    expect(content(`关于供水保障工作情况的报告\n清水发〔2024〕3号\n县人民政府：\n${body}`).title).toEqual(['关于供水保障工作情况的报告'])
    expect(content(`清源县水务局年度工作\n清水发〔2024〕3号\n${body}`).title).toEqual(['清源县水务局年度工作'])
  })

  it('PARSE-4: 发文字号 with 份号 before it or a signer behind it on its line', () => {
    for (const number of ['000001\t清水函〔2025〕3号', '清水〔2025〕12号\t王　五', '清水〔2025〕12号　　李小四', '清水〔2025〕12号\t签发人：张三', '清水〔2025〕12号签发人：张三']) {
      const value = content(`清源县水务局\n${number}\n关于供水保障工作情况的报告\n县人民政府：\n${body}`)
      expect([number, value.title, value.setAside.map(({ text }) => text)]).toEqual([number, ['关于供水保障工作情况的报告'], ['清源县水务局', number]])
    }
  })

  it('PARSE-2: places name the line, the role and what was taken off', () => {
    const parsed = read(`工作总结\n县委：\n一、成效\n${body}`)
    expect(parsed.places.map((place) => [place.line, place.role, place.before, place.text, place.after])).toEqual([[1, 'title', '', '工作总结', ''], [2, 'addressee', '', '县委', '：'], [3, 'body', '一、', '成效', ''], [4, 'body', '', body, '']])
    expect([...parsed.lines]).toEqual([['b1', 3], ['b2', 4]])
  })
})

describe('pages around a document', () => {
  const fields = '索 引 号：QY-2024/012  发布机构：清源县水务局\n发布日期：2024-03-01 10:20 浏览次数：12'

  it('PARSE-34: a headline above the title of the document is set aside', () => {
    expect(content(`清源县2023年度供水保障工作报告\n${fields}\n清源县2023年度\n供水保障工作报告\n${body}`).title).toEqual(['清源县2023年度', '供水保障工作报告'])
    expect(aside(`清源县2023年度供水保障工作报告\n清源县2023年度供水保障工作报告\n${body}`)).toEqual(['清源县2023年度供水保障工作报告'])
    expect(content(`柳河镇2024年政府工作报告\n${fields}\n政 府 工 作 报 告\n各位代表：\n${body}`)).toMatchObject({ title: ['政 府 工 作 报 告'], addressee: '各位代表' })
    expect(content(`清源县柳河镇人民政府\n标题：柳河镇防汛应急预案\n${fields}\n柳河镇防汛应急预案\n打印\n柳河镇人民政府\n关于印发《柳河镇2024年度防汛应急预案》的通知\n各村：\n${body}`).title).toEqual(['柳河镇人民政府', '关于印发《柳河镇2024年度防汛应急预案》的通知'])
    expect(content(`部门文件\n- 索引号: QY-1\n- 文号:\n清源县水务局2023年度工作报告\n${body}`).title).toEqual(['清源县水务局2023年度工作报告'])
  })

  it('PARSE-34: what a file names its title stays the title where it says more', () => {
    expect(content(`标题：2024年柳河镇政府工作报告\n年份：2024\n=====\n政府工作报告\n各位代表：\n${body}`)).toMatchObject({ title: ['2024年柳河镇政府工作报告'], addressee: '各位代表' })
  })

  it('PARSE-34: another title below is no headline’s document', () => {
    expect(content(`清源县水务局工作总结\n抗旱保供有关情况\n${body}\n${body}`).title).toEqual(['清源县水务局工作总结'])
    expect(content(`工作总结\n一、成效\n${body}\n工作总结\n${body}`).title).toEqual(['工作总结'])
  })

  it.each([
    ['柳河县水务局2023年工作总结及2024年工作计划', '2023年工作总结'],
    ['柳河县2023年水土保持工作情况和2024年工作打算', '2023年水土保持工作情况'],
    ['柳河县水务局2023年度法治建设年度报告', '2023年法治建设情况'],
    ['2023年度“一把手”履职述廉报告', '柳河县水务局　王某某', '2023年履职情况'],
    ['关于印发《2024年抗旱工作方案》的通知', '现将《2024年抗旱工作方案》印发给你们，请认真贯彻执行'],
    ['柳河县水务局2023年工作总结及2024年工作计划', '柳水〔2024〕3号', '2023年工作总结'],
  ])('PARSE-34: %s stays the title above the heading of its first part', (...lines) => {
    const value = content(`${lines.join('\n')}\n${body}`)
    expect(value.title[0]).toBe(lines[0])
    expect(value.setAside.map(({ text }) => text).filter((text) => !text.endsWith('号'))).toEqual([])
  })

  it('PARSE-34: a title on one line may be long; occasion and speaker stand between it and the salutation', () => {
    const long = '清源县人民政府办公室关于印发《清源县农村供水保障工程建设与运行管护三年行动实施方案（2024—2026年）》的通知'
    expect(content(`${long}\n各乡镇人民政府：\n${body}`)).toMatchObject({ title: [long], addressee: '各乡镇人民政府' })
    for (const lines of ['（2024年1月8日在清源县第十届人民代表大会第三次会议上）', '2024年1月8日在清源县第十届\n人民代表大会第三次会议上', '2024年1月8日在清源县第十届人民代表大会第三次会议上\n县长李某某', '（2024年1月8日县政府常务会议通过）']) {
      const value = content(`政府工作报告\n${lines}\n各位代表：\n${body}`)
      expect([lines, value.title, value.addressee, texts(value)]).toEqual([lines, ['政府工作报告'], '各位代表', [...lines.split('\n'), body]])
    }
    expect(content(`政府工作报告\n――2024年1月8日在清源县第十届人民代表大会第三次会议上\n县长 李某某\n各位代表：\n${body}`)).toMatchObject({ title: ['政府工作报告', '――2024年1月8日在清源县第十届人民代表大会第三次会议上'], addressee: '各位代表' })
    const value = content(`政府工作报告\n——2024年1月8日在清源县第十届人民代表大会\n第三次会议上\n县长　李某某\n各位代表：\n${body}`)
    expect([value.title.length, value.addressee]).toEqual([3, '各位代表'])
  })

  it.each([
    '索引号：QY-2024/012 发文日期：2024-03-01', '[ 主题分类 ] 水利 [ 体裁分类 ] 报告', '• 发布时间：2024-05-31', '• 【字号：', '- 时效性: 有效', '索引号 | QY-2024/012 | ||', '文 号: | 发布机构: | 柳河镇 |', '标 题: | 柳河镇工作报告 | 成文日期: | 2024-02-27', '索引号\tQY-1\t文号\t清水发5号',
    '您的位置: 首页>政务公开>法定主动公开内容', '首页 > 工作动态', '• |', '• 打印', '导航', '时间：2024-12-20 作者：佚名 来源：网络 点击：123次', '网站:范文库 | 时间:2024-03-13 11:44:24 | 移动端:工作总结', '2024-10-05人已围观', 'admin 分享 时间: 加入收藏 共计2382个字,预计阅读时长8分钟。', '供水工作总结.docx', '- 202.68 KB', '- 2024-04-12 发布', 'WENKU123.COM —— 专注范文', '收藏 分享(赏)', '下载 相关 举报', '第1页 / 共12页', '(阅读全部图文内容,您需要先登录!)', '来源:网络整理 免责声明:本文仅限学习分享,如产生版权问题,请联系我们。', '亲,该文档总共12页,到这儿已超出免费预览范围,如果喜欢就下载吧!', '本文档由用户上传,可阅读全部内容。', '详细信息', '您当前的位置:首页 >政务公开 >年度报告',
  ])('PARSE-35: %s is set aside', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([line])
  })

  it.each(['有效性：建立长效机制，各村按月巡查。', '发布时间、发布范围由办公室统一掌握，各股室不得擅自改动', '主题分类明确，便于查阅。', '名称 | 数量', '***', '详细信息见县政府网站。', '电子邮箱：abc@example.com', '3.工作总结.docx', '时间：6月16日上午9:00 地点：县文化广场', '免费阅读活动', '相关文章'])('PARSE-35: %s stays', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([])
  })

  it.each([
    '责任部门：县水务局、县住建局', '（责任部门：县水务局）', '【责任部门】县水务局', '服务对象：柳河镇居民', '公开范围：面向社会', '公开时限：长期', '公开方式：依申请公开', '公开类别：年度报告', '发布机构：县水务局', '生效日期：2024年5月1日', '发布单位：县水务局',
  ])('PARSE-35: %s stays in the text and is set aside beside fields of a page above it', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([])
    expect(aside(`索引号：QY-1\n${line}\n工作总结\n${body}`)).toEqual(['索引号：QY-1', line])
    expect(aside(`工作总结\n${line}\n\n发布日期：2024-03-01\n${body}`)).toEqual([line, '发布日期：2024-03-01'])
  })

  it('PARSE-35: a row between bars stays with the rows of its table', () => {
    for (const head of ['内容|责任部门|时限|', '序号 | 发布日期 | 文号 |', '文号 | 文件 | 发布日期 |']) {
      const value = content(`工作总结\n${body}\n${head}\n甲 | 乙 | 5月 |\n丙 | 丁 | 6月 |\n${body}`)
      expect([head, value.setAside, value.blocks[1]]).toMatchObject([head, [], { kind: 'table', rows: [{ length: 3 }, { length: 3 }, { length: 3 }] }])
    }
  })

  it.each([
    '微信平台推送节水知识200条，已有1万余人已阅读，知晓率提升。', '全县共有900余人已浏览了节水展板，反响良好。', '督促商户公示承诺，如有侵权行为，从严查处，全年查处5件。', '清理网页上的免责声明：约谈平台3家，整改问题7个。',
    '三、办理流程：受理＞勘查＞决定', '（一）受理 > 勘查 > 办结', '受理 > 勘查 > 办结', '四、报名时间：5月1日 审核时间：5月6日', '报名时间：5月1日至5月3日 审核时间：5月6日', '时间：2024-05-06 09:00', '取水申请表.docx', '<‹规定>>、‹办法>、＜细则＞由办公室解释', '一、来源：县级财政 作者：县水务局',
  ])('PARSE-35: %s is text', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([])
    expect(aside(`第3次会议纪要\n${line}\n地点：县水务局\n${body}`)).toEqual([])
  })

  it('PARSE-35: above the text a time, a file and the way to a page are set aside', () => {
    expect(aside(`政务公开 > 年度报告 > 水务\n工作总结\n时间：2024-05-06\n浏览次数：5\n${body}`)).toEqual(['政务公开 > 年度报告 > 水务', '时间：2024-05-06', '浏览次数：5'])
    expect(aside(`取水申请表.docx\n202 KB\n工作总结\n${body}`)).toEqual(['取水申请表.docx', '202 KB'])
  })

  it.each(['免责声明：本文仅供学习，请勿转载。', '如有侵权，请联系我们删除。', '已有12人已阅读', '版权归原作者所有，侵权必究。'])('PARSE-35: %s of a site is set aside', (line) => {
    expect(aside(`工作总结\n${body}\n${line}`)).toEqual([line])
  })

  it('PARSE-35: titles of other documents at the end are set aside, a text is not', () => {
    expect(aside(`工作总结\n${body}\n相关文章：\n1.2023年工作总结\n2.2022年工作总结`)).toEqual(['相关文章：', '1.2023年工作总结', '2.2022年工作总结'])
    expect(aside(`工作总结\n${body}\n相关阅读\n${body}`)).toEqual([])
  })

  it('PARSE-35: the signature block and the attachments below such a label stay', () => {
    const signed = content(`工作总结\n${body}\n相关链接：\n2022年工作总结\n清源县水务局\n清源县财政局\n2024年1月5日\n（此件公开发布）`)
    expect([signed.signature, signed.date, signed.note]).toEqual([['清源县水务局', '清源县财政局'], '2024年1月5日', '此件公开发布'])
    expect(signed.setAside.map(({ text }) => text)).toEqual(['相关链接：', '2022年工作总结'])
    expect(content(`工作总结\n${body}\n相关链接：\n清源县水务局　　2024年1月5日`)).toMatchObject({ signature: ['清源县水务局'], date: '2024年1月5日' })
    expect(content(`工作总结\n${body}\n相关阅读\n清源县水务局\n2024年1月5日\n附件1\n物资清单\n${body.slice(0, -1)}`)).toMatchObject({ signature: ['清源县水务局'], date: '2024年1月5日' })
    expect(aside(`工作总结\n${body}\n相关文章\n清源县水务局关于用水的通知\n2024-01-05\n清源县水务局关于停水的通知\n2024-01-06`)).toHaveLength(5)
  })

  it('PARSE-39: 第一部分 and its name on two lines, and above a title', () => {
    const parts = content(`目录\n第一部分 概况\n一、职责\n第二部分 决算\n第一部分\n\n概况\n一、职责\n${body}\n第二部分\n决算\n${body}`)
    expect([texts(parts), parts.setAside.length]).toEqual([['第一部分', '概况', '职责', body, '第二部分', '决算', body], 4])
    expect(parts.blocks.filter((block) => block.kind === 'text' && block.level === 0 && block.form === 'heading')).toHaveLength(4)
    expect(content(`第一部分 报告\n清源县2023年决算情况的报告\n各位代表：\n${body}`)).toMatchObject({ title: ['清源县2023年决算情况的报告'], addressee: '各位代表' })
    expect(texts(content(`工作总结\n第一部分\n一、职责\n${body}`))).toEqual(['第一部分', '职责', body])
  })

  it('PARSE-39: who took the picture stands between speaker and salutation', () => {
    const caption = '李某某作政府工作报告。清源日报记者　王某　摄'
    const value = content(`打印\n全屏\n【字号：\n加大\n】\n清源县政府工作报告\n来源：清源日报\n时间：2024-01-09\n县长　李某某\n${caption}\n各位代表：\n${body}`)
    expect([value.title, value.addressee, texts(value)]).toEqual([['清源县政府工作报告'], '各位代表', ['县长　李某某', body]])
  })

  it('PARSE-35: who keeps a site is set aside at its foot, and stays in a notice', () => {
    expect(aside(`工作总结\n${body}\n主办单位：清源县人民政府办公室\n网站标识码：3700000001`)).toHaveLength(2)
    expect(aside(`工作通知\n${body}\n主办单位：清源县人民政府办公室\n承办单位：清源县水务局`)).toEqual([])
  })

  it('PARSE-36: rows between bars are a table, one alone is text', () => {
    const table = { kind: 'table', rows: [['指标', '2023年', '2024年'], ['门诊', '12万', '13万'], ['住院', '3万', '']] }
    expect(content(`工作总结\n${body}\n指标 | 2023年 | 2024年 |\n门诊 | 12万 | 13万 |\n住院 | 3万 ||\n${body}`).blocks[1]).toMatchObject(table)
    const value = content(`工作总结\n${body}\n| 指标 | 2023年 | 2024年 |\n|---|:---:|---|\n| 门诊 | 12万 | 13万 |\n| 住院 | 3万 | |\n${body}`)
    expect(value.blocks.filter((block) => block.kind === 'table').length).toBeGreaterThan(0)
    expect(texts(content(`工作总结\n${body}\n党建 | 业务 | 队伍\n${body}`))).toEqual([body, '党建 | 业务 | 队伍', body])
  })
})

describe('titles and signatures in other shapes', () => {
  it('PARSE-37: a title goes on behind 及, and its stage belongs to it', () => {
    expect(content(`清源县水务局二〇二三年工作总结\n及二〇二四年工作谋划\n（征求意见稿）\n县委：\n${body}`)).toMatchObject({ title: ['清源县水务局二〇二三年工作总结', '及二〇二四年工作谋划', '（征求意见稿）'], addressee: '县委' })
    expect(content(`清源县2023年工作总结\n\n暨2024年工作计划\n\n${body}`).title).toEqual(['清源县2023年工作总结', '暨2024年工作计划'])
    expect(content(`清源县节水管理办法\n（试行）\n${body}`).title).toEqual(['清源县节水管理办法', '（试行）'])
    expect(content(`工作总结\n（三月份）\n${body}`).title).toEqual(['工作总结'])
  })

  it('PARSE-37: who gave a report signs it', () => {
    expect(content(`述职报告\n${body}\n述职人：张某某\n2023年12月28日`)).toMatchObject({ signature: ['述职人：张某某'], date: '2023年12月28日' })
    expect(content(`述职报告\n${body}\n汇报人：李某`)).toMatchObject({ signature: ['汇报人：李某'], date: '' })
    expect(content(`述职报告\n${body}\n总结情况：有序推进`).signature).toEqual([])
  })

  it('PARSE-37: names and dates of persons inside the text sign nothing', () => {
    const minutes = `清源县水务局会议纪要\n一、听取供水汇报\n汇报人：李某某\n2024年3月5日\n${body}\n二、听取节水汇报\n${body}`
    expect(content(minutes)).toMatchObject({ signature: [], date: '' })
    const signed = content(`关于资金情况的报告\n${body}\n申请人：张某某\n2020年3月\n${body}\n清源县水务局\n2024年1月5日`)
    expect([signed.signature, signed.date, texts(signed)]).toEqual([['清源县水务局'], '2024年1月5日', [body, '申请人：张某某', '2020年3月', body]])
    expect(content(`工作总结\n${body}\n汇报单位：清源县水务局`).signature).toEqual([])
  })

  it('PARSE-37: who gave a report signs it above a note, above attachments and below the title', () => {
    const signed = { signature: ['述职人：张某某'], date: '2023年12月28日' }
    expect(content(`述职报告\n${body}\n述职人：张某某\n2023年12月28日\n（此件公开发布）`)).toMatchObject({ ...signed, note: '此件公开发布' })
    expect(content(`述职报告\n${body}\n述职人：张某某\n2023年12月28日\n附件1\n实绩清单\n${body}`)).toMatchObject(signed)
    expect(content(`个人述职报告\n述职人：张某某\n2023年12月28日\n${body}\n${body}`)).toMatchObject(signed)
  })

  it('PARSE-37: a date alone above an attached document is the date', () => {
    const value = content(`清源县人民政府办公室关于印发节水办法的通知\n各乡镇：\n${body}\n\n二〇二三年十月二十日\n\n清源县节水管理办法\n一、总则\n${body}`)
    expect([value.date, texts(value)]).toEqual(['二〇二三年十月二十日', [body, 'pageBreak', '清源县节水管理办法', '总则', body]])
    expect(content(`大事记\n${body}\n\n2023年3月5日\n\n召开动员会。\n${body}`).date).toBe('')
  })

  it('PARSE-37: the dates of a chronicle are text', () => {
    const entries = (dates: readonly string[]): string => dates.map((date) => `${body}\n\n${date}\n\n清源县出台节水实施方案`).join('\n\n')
    for (const title of ['清源县2023年工作大事记', '关于2023年大事的通报', '关于印发大事记的通知']) {
      const value = content(`${title}\n${entries(['2023年1月5日', '2023年2月5日'])}\n\n${body}`)
      expect([value.date, texts(value).includes('pageBreak')]).toEqual(['', false])
    }
    expect(content(`清源县2023年工作大事记\n${entries(['2023年1月5日'])}\n\n${body}`).date).toBe('')
    const passed = `${body}\n\n2023年1月5日\n\n清源县节水实施方案\n一、总则\n${body}`
    expect(content(`转发清源县节水实施方案\n各乡镇：\n${passed}\n清源县水务局\n2022年12月1日`).date).toBe('2023年1月5日')
    expect(content(`通知\n各乡镇：\n现将《清源县节水实施方案》发给你们。\n${passed}`).date).toBe('2023年1月5日')
  })

  it('PARSE-7: members of a commission may be addressed', () => {
    expect(content(`关于防汛工作的通知\n各乡镇，县防汛指挥部各成员单位，各有关企业：\n${body}`).addressee).toBe('各乡镇，县防汛指挥部各成员单位，各有关企业')
  })
})

describe('what is no part of a report', () => {
  it.each([
    '来源：县政府办公室 发布时间：2022-01-12 字体：[大 中 小]', '字体：【大 中 小】', '打印本页 关闭窗口', '上一篇：关于预算执行情况的报告', '责任编辑：张某', '- 3 -', '— 12 —', '第3页 共10页', '==========', '版权所有：县人民政府办公室', '当前位置：首页 > 政务公开',
    '【某某素材库】——海量材料天天更新，会员群同步更新，需要请联系', '本文来自公文写作网，更多范文请关注微信公众号：gw', '加微信：abc123 领取更多材料', 'QQ：123456', '抄送：县委办公室，县人大办公室。', '县政府办公室　　　2023年9月20日印发', '【打印本页】 【关闭窗口】', '报：市水利局，县委办', '送：县直各单位。', '下载地址：点击此处下载', '机密★1年', '特急', '签发人：张某', '青政发〔2023〕12号', '<div class="a">', '扫一扫在手机打开当前页', '首页登录注册无障碍阅读政务公开政务服务数据发布',
    '好的，以下是根据要求整理的年度工作总结：', '以下是为您撰写的工作总结：', '时间：2025-12-30 来源：县政府办 点击：123次', '<div class="content">',
  ])('PARSE-4: %s is set aside', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([line])
  })

  it.each(['利用微信公众号、宣传栏等载体广泛宣传，覆盖群众3万人次。', '对建立的微信群、QQ群进行登记备案，明确管理员责任。', '来源于基层、服务于基层。', '时间：3月5日上午9时', '加强网站首页信息审核，落实登录实名制。', '会员单位共12家。', '打印设备集中管理。', '力争完成三项任务，做好收尾<br>工作。', '时间：3月5日上午9时 地点：三楼 来源：各股室', '以下是主要做法：', '好的做法，以下是：', '好的，以下是培训安排：', '当然可以，下面是这次抽查的重点：'])('PARSE-4: %s stays', (line) => {
    expect(aside(`工作总结\n${body}\n${line}\n${body}`)).toEqual([])
  })

  it('PARSE-5: a table of contents is set aside, with its repetition or with its page numbers', () => {
    expect(aside(`应急预案\n目　录\n1　总则\n1.1　目的\n1　总则\n1.1　目的\n${body}`)).toEqual(['目　录', '1　总则', '1.1　目的'])
    expect(aside(`工作总结\n一、成效……1\n二、问题……5\n三、打算……9\n一、成效\n${body}`)).toHaveLength(3)
    expect(aside(`工作总结\n目录管理工作不断规范。\n${body}`)).toEqual([])
  })
})

describe('head', () => {
  it.each<[string, readonly string[]]>([
    [`2023年度意识形态工作总结\n${body}`, ['2023年度意识形态工作总结']], [`国务院办公厅\n关于推进县域物流\n发展的指导意见\n${body}`, ['国务院办公厅', '关于推进县域物流', '发展的指导意见']],
    [`青禾县农业农村局\n2025年思想政治工作情况报告\n\n${body}`, ['青禾县农业农村局', '2025年思想政治工作情况报告']], [body, []], [`一、主要做法\n${body}`, []], [`标题：二〇二二年政府工作报告\n${body}`, ['二〇二二年政府工作报告']],
    [`政府工作报告\n——2022年1月6日在县人民代表大会上\n${body}`, ['政府工作报告', '——2022年1月6日在县人民代表大会上']], [`青禾县人民政府文件\n青政发〔2023〕1号\n关于防火工作的通知\n${body}`, ['关于防火工作的通知']], [`奋进新征程 建功新时代\n${body}`, ['奋进新征程 建功新时代']],
    [`附件2\n考核办法\n${body}`, ['考核办法']], [`各位领导：\n${body}`, []], [`2022年工作总结（初稿）\n${body}`, ['2022年工作总结（初稿）']],
  ])('PARSE-6: the title of %j', (text, title) => {
    expect(content(text).title).toEqual(title)
  })

  it.each([['各乡镇人民政府，县直各有关单位：', '各乡镇人民政府，县直各有关单位'], ['县委宣传部:', '县委宣传部'], ['县直有关单位：', '县直有关单位'], ['牵头单位：', ''], ['同志们：', '同志们'], ['各位代表：', '各位代表'], ['现将有关情况报告如下：', ''], ['各位代表！', ''], ['工作要求如下：', '']])('PARSE-7: %s', (line, addressee) => {
    expect(content(`工作总结\n${line}\n${body}`).addressee).toBe(addressee)
  })

  it('PARSE-7: the speaker under the title does not hide the salutation', () => {
    expect(content(`讲话\n在全县会议上的讲话\n县委书记　王某某\n同志们：\n${body}`).addressee).toBe('同志们')
  })

  it('PARSE-8: date and unit under the title are date and signature, unless there is a signature block', () => {
    expect(content(`统计公报\n县统计局\n（2022年3月18日）\n${body}`)).toMatchObject({ signature: ['县统计局'], date: '2022年3月18日' })
    const both = content(`统计公报\n（2022年3月18日）\n${body}\n县统计局\n2022年3月20日`)
    expect(both).toMatchObject({ signature: ['县统计局'], date: '2022年3月20日' })
    expect(texts(both)).toEqual(['（2022年3月18日）', body])
  })
})

describe('tail', () => {
  it.each<[string, readonly string[], string]>([
    ['县财政局\n2022年12月30日', ['县财政局'], '2022年12月30日'], ['县财政局\u00a0\u00a0\u00a0\n二○二二年十二月三十日\u00a0\u00a0', ['县财政局'], '二○二二年十二月三十日'], ['中共县委办公室\n县政府办公室\n2021年8月5日', ['中共县委办公室', '县政府办公室'], '2021年8月5日'],
    ['县财政局　　2022年12月30日', ['县财政局'], '2022年12月30日'], ['2021.12.20', [], '2021.12.20'], ['县财政局', ['县财政局'], ''], ['XX县XX局\n20XX年X月X日', ['XX县XX局'], '20XX年X月X日'], ['', [], ''],
  ])('PARSE-9: %j', (tail, signature, date) => {
    const value = content(`工作总结\n${body}\n${tail}`)
    expect([value.signature, value.date, texts(value)]).toEqual([signature, date, [body]])
  })

  it('PARSE-9: a date inside the text is no signature block', () => {
    expect(content(`工作总结\n${body}\n2022年3月5日\n${body}`)).toMatchObject({ date: '', signature: [] })
  })

  it('PARSE-10: the note loses its brackets', () => {
    expect(content(`工作总结\n${body}\n县财政局\n2022年12月30日\n（此件公开发布）`).note).toBe('此件公开发布')
  })

  it.each<[string, readonly string[]]>([['附件：责任分工表', ['责任分工表']], ['附件：1.责任分工表\n2.任务清单', ['责任分工表', '任务清单']], ['附件：\n1.责任分工表\n2.任务清单', ['责任分工表', '任务清单']], ['附件1：责任分工表\n附件2：任务清单', ['责任分工表', '任务清单']]])('PARSE-11: %j', (list, attachments) => {
    const value = content(`通知\n${body}\n${list}\n县财政局\n2022年12月30日`)
    expect([value.attachments, texts(value), value.signature]).toEqual([attachments, [body], ['县财政局']])
  })

  it('PARSE-12: behind the signature block an attached document begins, its numbers start anew', () => {
    const parsed = read(`转发通知\n各乡镇：\n${body}\n县政府\n2022年3月5日\n关于防汛工作的\n意见\n县政府：\n一、要求\n${body}\n县水利局\n2022年3月1日\n附件1\n名单\n一、成员\n${body}`)
    expect(texts(parsed.content)).toEqual([body, 'pageBreak', '关于防汛工作的', '意见', '县政府：', '要求', body, '县水利局', '2022年3月1日', 'pageBreak', '附件1', '名单', '成员', body])
    expect(parsed.content).toMatchObject({ signature: ['县政府'], date: '2022年3月5日', addressee: '各乡镇' })
    expect(parsed.diagnostics).toEqual([])
  })

  it('PARSE-13: neighbouring lines with tabs are a table', () => {
    expect(content(`工作总结\n${body}\n序号\t乡镇\n1\t城关镇\t86\n${body}`).blocks[1]).toEqual({ kind: 'table', id: 'b2', rows: [['序号', '乡镇', ''], ['1', '城关镇', '86']], headerRows: 1 })
    expect(content(`工作总结\n1.\t加强学习。${body}\n2.\t改进作风。${body}`).blocks.map((block) => block.kind)).toEqual(['text', 'text'])
  })
})

describe('guesses', () => {
  it.each<[string, string, ReturnType<typeof guessMeta>]>([
    ['2023年度意识形态工作总结', '', { year: 2023, kind: 'ideology' }], ['市林草局2022年度思想政治工作情况报告', '', { year: 2022, kind: 'ideologicalWork', unit: '市林草局' }], ['二〇二一年安全生产工作总结', '', { year: 2021, kind: 'safety' }],
    ['工作总结', '党建2020.txt', { year: 2020, kind: 'general' }], ['', '2019年普法材料.txt', { year: 2019, kind: 'ruleOfLaw' }],
  ])('PARSE-25: title %s, file %s', (title, file, expected) => {
    expect(guessMeta(content(title === '' ? body : `${title}\n${body}`), file)).toEqual(expected)
  })

  it('PARSE-25: a date in January to March belongs to the year before, the signature names the unit', () => {
    expect(guessMeta(content(`工作总结\n${body}\n县财政局\n2023年1月5日`))).toEqual({ year: 2022, kind: 'general', unit: '县财政局' })
    expect(guessMeta(content(`工作总结\n${body}\n县财政局\n2023年12月5日`)).year).toBe(2023)
    expect(guessMeta(content(`${body}2022年完成3项，2022年底验收。`)).year).toBe(2022)
    expect(guessMeta(content(body))).toEqual({ kind: 'other' })
  })
})

describe('what stands together', () => {
  it('PARSE-13: rows that empty lines or the number of a page part are one table, as long as all of its rows are parted so', () => {
    const rows = ['序号\t项目\t金额', '1\t水库加固\t860', '2\t供水工程\t320', '合计\t1180']
    for (const given of [rows.join('\n\n'), rows.join('\n\n\n'), [...rows.slice(0, 2), '', '— 2 —', '', ...rows.slice(2)].join('\n')]) {
      expect(content(`工作总结\n${body}\n${given}\n${body}`).blocks[1]).toMatchObject({ kind: 'table', rows: [...rows.slice(0, 3), '合计\t1180\t'].map((row) => row.split('\t')) })
    }
    expect(texts(content(`工作总结\n${body}\n${rows.slice(0, 3).join('\n')}\n\n甲\t乙\t丙\n丁\t戊\t己\n${body}`))).toEqual([body, 'table', 'table', body])
  })

  it('PARSE-12: the title of an attached document stays on the page of its label', () => {
    const given = content(`工作总结\n${body}\n清源县水务局\n2025年3月1日\n\n附件1\n\n责任人名单\n\n${body}\n\n附件2\n\n物资清单\n\n${body}`)
    expect(texts(given).slice(1)).toEqual(['pageBreak', '附件1', '责任人名单', body, 'pageBreak', '附件2', '物资清单', body])
  })

  it('PARSE-40: a number without its mark in its turn', () => {
    const levels = (text: string): readonly number[] => content(text).blocks.map((block) => (block.kind === 'text' ? block.level : -1))
    const start = `工作总结\n一、主要做法\n${body}\n二、存在问题\n${body}`
    for (const third of ['三 下一步打算', '三　下一步打算', '三，下一步打算', '三：下一步打算', '三，一体推进打算']) {
      const { diagnostics } = read(`${start}\n${third}\n${body}`)
      expect([levels(`${start}\n${third}\n${body}`), diagnostics.map(({ code }) => code)]).toEqual([[1, 0, 1, 0, 1, 0], ['mixedNumber']])
    }
    for (const other of ['五 一假期值班', '三，下一步要继续抓好落实。', '三下乡活动', '一 体两翼', '三，四级联动机制', '三,四产业协同']) expect(levels(`${start}\n${other}\n${body}`)[4]).toBe(0)
    expect(levels(`工作总结\n${body}\n一 主要成效\n${body}`)).toEqual([0, 0, 0])
  })

  it('PARSE-9: units that sign beside each other are units of their own, a letter-spaced name is one', () => {
    expect(content(`关于资金的通知\n${body}\n清源县水务局　　　清源县财政局\n2025年3月1日`).signature).toEqual(['清源县水务局', '清源县财政局'])
    expect(content(`关于资金的通知\n${body}\n水  务  局\n2025年3月1日`).signature).toEqual(['水  务  局'])
  })
})
