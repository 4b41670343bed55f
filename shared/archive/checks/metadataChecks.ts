/** 真实性 and 完整性 of the metadata: length, form, range, sense, characters, numbers (DA/T 70-2018 元数据准确性检测; fields of DA/T 22-2015 7). */
import type { Check } from './check'
import { compareArchivalNumbers, formatArchivalNumber, formatItem, classKey, numberProblems, parseArchivalNumber, retentionNames } from '../archivalNumber'
import { eightDigits } from '../formedDate'
import type { CheckFacts, CheckOutcome, FiledRecord } from './checkFacts'
import { each, nameOf, outcome } from './outcome'

/** Characters that no field may hold: controls, marks without width, directions, halves of a character. */
const special = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/

const longestTitle = 200
const longestUnit = 100

function lengths({ records }: CheckFacts): CheckOutcome {
  return each(records, ({ title, unit }) => [...title].length > longestTitle || [...unit].length > longestUnit, `题名不超过 ${longestTitle} 字，责任者不超过 ${longestUnit} 字`, '题名或责任者过长')
}

function forms({ records }: CheckFacts): CheckOutcome {
  return each(records, ({ date, pages }) => (date !== '' && eightDigits(date) === '') || !(pages === null || (Number.isInteger(pages) && pages > 0)), '成文日期可写成 8 位数字，页数为正整数', '成文日期读不成日期，或页数不是正整数')
}

function ranges({ records }: CheckFacts): CheckOutcome {
  const isOutside = ({ retention, number }: FiledRecord): boolean => (retention !== null && !(retention in retentionNames)) || (number !== null && retention !== null && number.retention !== retention)
  return each(records, isOutside, '保管期限均为永久、30年或10年，与档号一致', '保管期限不是永久、30年、10年之一，或与档号里的不一致')
}

/** A summary is dated in its year or in the next one, and was not filed before its date nor in the future. */
function senses({ records, lastDay }: CheckFacts): CheckOutcome {
  return each(records, (record) => !isSensible(record, lastDay), '成文日期与年度相符，归档时间不早于成文日期', '日期与年度或归档时间不合，或电脑时钟不准，请核对')
}

function isSensible({ date, year, filedAt }: FiledRecord, lastDay: string): boolean {
  const written = eightDigits(date)
  const filed = filedAt.slice(0, 10).replace(/-/g, '')
  if (written === '') return true
  const writtenYear = Number(written.slice(0, 4))
  return writtenYear >= year && writtenYear <= year + 1 && filed >= written && filed <= lastDay
}

function characters({ records }: CheckFacts): CheckOutcome {
  return each(records, ({ title, unit, date }) => [title, unit, date].some((value) => special.test(value)), '著录项目中没有控制字符和不可见字符', '题名、责任者或日期中有不可见字符')
}

function numberSyntax({ records, year }: CheckFacts): CheckOutcome {
  const isWrong = ({ number }: FiledRecord): boolean => {
    const read = number === null ? null : parseArchivalNumber(formatArchivalNumber(number))
    return number !== null && (read === null || compareArchivalNumbers(read, number) !== 0 || number.year !== year)
  }
  return each(records, isWrong, '档号符合“全宗号-门类·年度-保管期限-机构-件号”', '档号写法不对，或其中的年度与归档年度不符')
}

function noDuplicates({ records }: CheckFacts): CheckOutcome {
  const duplicates = numbersOf(records).flatMap((problem) => (problem.kind === 'duplicate' ? [`${formatArchivalNumber(problem.number)}（${problem.count} 件）`] : []))
  if (duplicates.length > 0) return outcome('fail', '同一档号给了几件', duplicates)
  const twice = repeated(records.map(({ title, date }) => (title === '' ? '' : `《${title}》${date}`)))
  return twice.length > 0 ? outcome('byHand', '题名和日期都相同，请看是不是同一件', twice) : outcome('pass', '档号、题名没有重复')
}

function numbersOf(records: readonly FiledRecord[]): ReturnType<typeof numberProblems> {
  return numberProblems(records.flatMap(({ number }) => number ?? []))
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) {
    if (value !== '' && seen.has(value)) twice.add(value)
    seen.add(value)
  }
  return [...twice]
}

function required({ records }: CheckFacts): CheckOutcome {
  const lacking = records.flatMap((record) => {
    const fields = [['题名', record.title], ['责任者', record.unit], ['日期', record.date], ['档号', record.number === null ? '' : '有'], ['全宗号', record.number?.fonds === '' ? '' : '有'], ['保管期限', record.retention ?? ''], ['页数', record.pages === null ? '' : '有']]
    const empty = fields.flatMap(([name = '', value]) => (value === '' ? [name] : []))
    return empty.length === 0 ? [] : [`${nameOf(record)}：缺${empty.join('、')}`]
  })
  return lacking.length === 0 ? outcome('pass', '题名、责任者、日期、档号、保管期限、页数齐全') : outcome('fail', '必填的著录项目有缺', lacking)
}

function noGaps({ records }: CheckFacts): CheckOutcome {
  const gaps = numbersOf(records).flatMap((problem) => (problem.kind === 'gap' ? [`${classKey(problem.class)}：缺 ${formatItem(problem.from)}${problem.to === problem.from ? '' : ` 至 ${formatItem(problem.to)}`}`] : []))
  return gaps.length === 0 ? outcome('pass', '件号连续') : outcome('fail', '件号不连续', gaps)
}

function readable({ records }: CheckFacts): CheckOutcome {
  return each(records, ({ contentNow }) => contentNow === null, '元数据都能读出、能检索', '读不出来，请从备份或封存包中恢复')
}

/** The checks of metadata. */
export const metadataChecks: readonly Check[] = [
  { id: 'lengths', quality: 'authentic', item: '元数据项数据长度', clause: '元数据准确性', judge: lengths },
  { id: 'forms', quality: 'authentic', item: '元数据项数据类型、格式', clause: '元数据准确性', judge: forms },
  { id: 'ranges', quality: 'authentic', item: '设定值域的元数据项值域符合度', clause: '元数据准确性', judge: ranges },
  { id: 'senses', quality: 'authentic', item: '元数据项数据值合理性', clause: '元数据准确性', judge: senses },
  { id: 'characters', quality: 'authentic', item: '元数据项数据包含特殊字符', clause: '元数据准确性', judge: characters },
  { id: 'numberSyntax', quality: 'authentic', item: '档号规范性', clause: '元数据准确性；DA/T 13-2022', judge: numberSyntax },
  { id: 'noDuplicates', quality: 'authentic', item: '元数据项数据重复性', clause: '元数据准确性', judge: noDuplicates },
  { id: 'required', quality: 'complete', item: '元数据必填著录项目', clause: '元数据完整性', judge: required },
  { id: 'noGaps', quality: 'complete', item: '元数据项连续性（件号）', clause: '元数据完整性', judge: noGaps },
  { id: 'readable', quality: 'usable', item: '元数据可访问性', clause: '元数据可用性', judge: readable },
]
