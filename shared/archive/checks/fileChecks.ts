/** 真实性, 完整性, 可用性 and 安全性 of the files of each record (DA/T 70-2018 内容检测). */
import type { Check } from './check'
import type { ActivePart, CheckFacts, CheckOutcome, FiledFile, FiledRecord } from './checkFacts'
import { each, nameOf, outcome } from './outcome'

function contentFixity({ records }: CheckFacts): CheckOutcome {
  return each(records, ({ contentRecorded, contentNow }) => contentNow !== contentRecorded, '内容摘要与归档时记录的一致', '内容摘要与归档时记录的不一致，请从备份或封存包中恢复')
}

function fileFixity({ records }: CheckFacts): CheckOutcome {
  return files(records, ({ state }) => state === 'changed', 'Word、PDF 文件摘要与归档时记录的一致', '文件被改动或损坏，请从备份或封存包中恢复')
}

function fileProperties({ records }: CheckFacts): CheckOutcome {
  return files(records, ({ state, format, recorded }) => state === 'intact' && recorded.name.split('.').pop()?.toLowerCase() !== format, '文件名、大小、格式与记录一致', '文件的实际格式与记录的不一致')
}

/** Title, unit and date stand in the Word file as in the metadata. */
function metadataInContent({ records }: CheckFacts): CheckOutcome {
  const lacking = records.flatMap((record) => {
    const { text, state } = record.word
    if (text === null || state !== 'intact') return []
    const absent = ([['题名', record.title], ['责任者', record.unit], ['日期', record.date]] as const).flatMap(([name, value]) => (text.includes(value.replace(/\s/g, '')) ? [] : [name]))
    return absent.length === 0 ? [] : [`${nameOf(record)}：${absent.join('、')}`]
  })
  return lacking.length === 0 ? outcome('pass', '题名、责任者、日期与 Word 文件内容一致') : outcome('byHand', '著录的内容在 Word 文件中没有找到原样的字，请核对', lacking)
}

function filesThere({ records }: CheckFacts): CheckOutcome {
  const missing = files(records, ({ state }) => state === 'missing', '每件都有 Word 和 PDF 文件', '文件不见了，请从备份或封存包中恢复')
  const withoutPdf = records.filter(({ pdf }) => pdf === null)
  if (missing.result === 'fail' || withoutPdf.length === 0) return missing
  return outcome('byHand', '归档时还没有生成 PDF，封存时会补上', withoutPdf.map(nameOf))
}

function partsThere({ records }: CheckFacts): CheckOutcome {
  const pictures = records.filter(({ picturesMissing }) => picturesMissing > 0)
  if (pictures.length > 0) return outcome('fail', '图片不见了，请从备份中恢复', pictures.map((record) => `${nameOf(record)}：${record.picturesMissing} 张`))
  const outside = records.flatMap((record) => (record.attachmentsOutside.length === 0 ? [] : [`${nameOf(record)}：${record.attachmentsOutside.join('、')}`]))
  return outside.length === 0 ? outcome('pass', '附件和图片都在') : outcome('byHand', '附件说明里的附件不在正文之后，请确认已另行归档', outside)
}

function history({ records }: CheckFacts): CheckOutcome {
  const bare = records.filter(({ versions, correction }) => versions === 0 || (correction !== null && correction.reason === ''))
  return bare.length === 0 ? outcome('pass', '修改过程和更正原因有记录') : outcome('byHand', '没有修改记录，或更正没有写原因', bare.map(nameOf))
}

function filesOpen({ records }: CheckFacts): CheckOutcome {
  return files(records, ({ state, opens }) => state !== 'missing' && !opens, 'Word、PDF 文件都能打开', '文件打不开，请从备份或封存包中恢复')
}

function fontsInside({ records }: CheckFacts): CheckOutcome {
  return files(records, ({ fontsOutside }) => fontsOutside !== null && fontsOutside.length > 0, 'PDF 自带全部字体', 'PDF 里有没带上的字体，换台电脑版面会变')
}

const activeNames: Readonly<Record<ActivePart, string>> = { macros: '宏或控件', links: '外部链接', scripts: '脚本', programs: '启动程序', embedded: '附带文件' }

function nothingActive({ records }: CheckFacts): CheckOutcome {
  const found = new Set(records.flatMap(({ word, pdf }) => [...word.active, ...(pdf?.active ?? [])]))
  return files(records, ({ active }) => active.length > 0, '文件里没有宏、外部链接和附带文件', `文件里有${[...found].map((part) => activeNames[part]).join('、')}`)
}

function noSecrets({ records }: CheckFacts): CheckOutcome {
  const secret = records.filter(({ secrecy }) => secrecy !== '')
  return secret.length === 0 ? outcome('pass', '没有标密级的件') : outcome('byHand', '有标密级的件：涉密文件只能在经批准的涉密电脑上处理', secret.map((record) => `${nameOf(record)}：${record.secrecy}`))
}

/** Fails if `isWrong` holds for any file of any record. */
function files(records: readonly FiledRecord[], isWrong: (file: FiledFile) => boolean, right: string, wrong: string): CheckOutcome {
  const bad = records.flatMap((record) => {
    const names = [record.word, ...(record.pdf === null ? [] : [record.pdf])].flatMap((file) => (isWrong(file) ? [file.recorded.name] : []))
    return names.length === 0 ? [] : [`${nameOf(record)}：${names.join('、')}`]
  })
  return bad.length === 0 ? outcome('pass', right) : outcome('fail', wrong, bad)
}

/** The checks of the files of each record. */
export const fileChecks: readonly Check[] = [
  { id: 'contentFixity', quality: 'authentic', item: '固化信息有效性', clause: '来源真实性', judge: contentFixity },
  { id: 'fileFixity', quality: 'authentic', item: '文件固化信息有效性', clause: '来源真实性', judge: fileFixity },
  { id: 'fileProperties', quality: 'authentic', item: '内容数据电子属性一致性', clause: '内容真实性', judge: fileProperties },
  { id: 'metadataInContent', quality: 'authentic', item: '元数据与内容一致性', clause: '元数据与内容关联真实性', judge: metadataInContent },
  { id: 'history', quality: 'complete', item: '过程信息完整性', clause: '元数据完整性', judge: history },
  { id: 'filesThere', quality: 'complete', item: '内容数据完整性', clause: '内容完整性', judge: filesThere },
  { id: 'partsThere', quality: 'complete', item: '附件数据完整性', clause: '内容完整性', judge: partsThere },
  { id: 'filesOpen', quality: 'usable', item: '内容数据可读性', clause: '内容可用性', judge: filesOpen },
  { id: 'fontsInside', quality: 'usable', item: '版式文件自带字体', clause: '内容可用性', judge: fontsInside },
  { id: 'nothingActive', quality: 'safe', item: '文件中的活动内容', clause: '信息包病毒', judge: nothingActive },
  { id: 'noSecrets', quality: 'safe', item: '密级', clause: '过程安全性', judge: noSecrets },
]
