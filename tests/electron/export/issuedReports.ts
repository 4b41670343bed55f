/** Reports in every format of issue, written for these tests: all parts of 版头 and 版记, every kind of 落款. About three pages each. */
import type { Issuing } from '../../../shared/report/issuing'
import type { Report } from '../../../shared/report/report'
import { report, text } from './sampleReport'

const blocks = [
  text(1, '主要工作'), text(2, '夯实基础。全县完成农村供水改造36处，受益群众1.2万人。'), text(2, '严格管理。坚持“建管并重”，水质检测合格率100%。'),
  text(1, '存在问题'), text(0, '一是管网老化。二是经费不足。'),
  ...Array.from({ length: 14 }, () => text(0, '下一步将继续统筹推进各项工作，补齐短板，提升能力，确保全年任务按期完成，为全县经济社会发展提供有力保障。')),
]

/** A report of three pages with these parts of issue. */
export function issued(issuing: Issuing, parts: Partial<Report> = {}): Report {
  return report({
    title: ['清源县水务局关于2025年度农村供水保障工作情况的报告'], addressee: '县人民政府', blocks, attachments: ['统计表', '项目明细表'],
    signature: ['清源县水务局'], date: '2025年12月30日', note: '联系人：张三，电话：12345', ...parts, issuing,
  })
}

const printed = { printer: '清源县水务局办公室', printDate: '2025年12月30日' }
const copies = ['县委办公室', '县人大常委会办公室', '县政协办公室', '县财政局', '县发展和改革局', '县自然资源局', '县生态环境局']
const mark = { mark: ['清源县水务局'], hasFileWord: true } as const

export const issuedReports: readonly (readonly [string, Report])[] = [
  ['upward', issued({ profile: 'redHead', copyNumber: '000001', secrecy: '机密★1年', urgency: '加急', ...mark, documentNumber: '清水〔2025〕12号', signers: ['张三', '李小四', '王五'], seal: 'sealed', copies, ...printed })],
  ['one signer', issued({ profile: 'redHead', ...mark, documentNumber: '清水〔2025〕12号', signers: ['张三'], copies: ['县委办公室'], ...printed })],
  ['preprinted', issued({ profile: 'redHead', isPreprinted: true, ...mark, documentNumber: '清水〔2025〕12号', signers: ['张三'], copies: ['县委办公室'], ...printed })],
  ['joint', issued({ profile: 'redHead', secrecy: '秘密★3年', ...mark, documentNumber: '清水〔2025〕12号', seal: 'sealed', ...printed }, { signature: ['清源县水务局', '清源县财政局', '清源县发展和改革局', '清源县生态环境局'] })],
  ['even page', issued({ profile: 'redHead', ...mark, documentNumber: '清水〔2025〕12号', endsOnEvenPage: true, isAddresseeBelow: true, copies, ...printed })],
  ['letter', issued({ profile: 'letter', copyNumber: '000001', secrecy: '机密★1年', mark: ['清源县水务局'], documentNumber: '清水函〔2025〕3号', seal: 'sealed', copies: ['县财政局'] })],
  ['order', issued({ profile: 'order', mark: ['清源县人民政府令'], documentNumber: '第3号', seal: 'stamp', post: '县长' }, { title: [], addressee: '', attachments: [], signature: [], note: '' })],
  ['minutes', issued({ profile: 'minutes', mark: ['清源县人民政府常务会议纪要'], documentNumber: '〔2025〕3号', present: '张三、李四、王五、赵六、周七、吴八、郑九、王十、冯一、陈二', absent: '钱七', guests: '孙八', copies: ['县委办公室'], ...printed }, { signature: [], date: '' })],
  ['under the title', issued({ profile: 'ordinary', signaturePlace: 'underTitle' })],
]
