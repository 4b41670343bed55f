/** Which parts each format prints, and what can be said about the words in them while they are typed (GB/T 9704-2012, 7.2, 7.4 and 10). */
import type { Issuing, ProfileId } from './issuing'

export type IssuingField = Exclude<keyof Issuing, 'profile'>

/** The parts of the head, of the end of the text and of 版记 that a format prints. */
export interface IssuingFields {
  readonly head: readonly IssuingField[]
  readonly close: readonly IssuingField[]
  readonly end: readonly IssuingField[]
}

const marks = ['copyNumber', 'secrecy', 'urgency'] as const
const imprint = ['copies', 'printer', 'printDate', 'endsOnEvenPage'] as const

/**
 * By format. 普通材料 has neither head nor 版记; a letter has neither 签发人 nor 印发机关 (10.1), an order is signed by stamp (10.2), minutes have no 落款 but
 * those who were there (10.3).
 */
export const issuingFields = {
  ordinary: { head: [], close: ['signaturePlace', 'seal', 'post'], end: [] },
  redHead: { head: ['mark', 'hasFileWord', 'documentNumber', 'signers', ...marks, 'isPreprinted'], close: ['seal', 'post'], end: ['isAddresseeBelow', ...imprint] },
  letter: { head: ['mark', 'documentNumber', ...marks, 'isPreprinted'], close: ['seal', 'post'], end: ['isAddresseeBelow', 'copies'] },
  order: { head: ['mark', 'documentNumber', ...marks, 'isPreprinted'], close: ['seal', 'post'], end: [...imprint] },
  minutes: { head: ['mark', 'documentNumber', ...marks, 'isPreprinted'], close: ['present', 'absent', 'guests'], end: [...imprint] },
} as const satisfies Record<ProfileId, IssuingFields>

/** Only what the format of `issuing` prints: the parts that were filled in for another one are not there. */
export function printedParts(issuing: Issuing): Issuing {
  const { head, close, end } = issuingFields[issuing.profile]
  const printed: readonly string[] = ['profile', ...head, ...close, ...end]
  return Object.fromEntries(Object.entries(issuing).filter(([key]) => printed.includes(key))) as unknown as Issuing
}

/** 紧急程度 as printed (7.2.3). */
export const urgencies = ['加急', '特急'] as const

const opening = /[[［【（(﹝]/g
const closing = /[\]］】）)﹞]/g

/** A 发文字号 as typed with its brackets as 〔〕; as long as before. */
export function withYearBrackets(typed: string): string {
  return typed.replace(opening, '〔').replace(closing, '〕')
}

/** 密级 as typed with ★ between it and its term; as long as before. */
export function withSecrecyStar(typed: string): string {
  return typed.replace(/[*＊☆]/g, '★')
}

export type DocumentNumberFault = 'hasOrdinalWord' | 'hasLeadingZero' | 'isYearShort'

/** What 7.2.5 forbids: 第 before the number, a number written with leading zeros, a year that is not whole. Empty for numbers of other forms. */
export function documentNumberFaults(documentNumber: string): readonly DocumentNumberFault[] {
  const found: DocumentNumberFault[] = []
  const [, year, number] = /〔([^〕]*)〕(.*)/.exec(documentNumber) ?? []
  if (year === undefined || number === undefined) return found
  if (/^\s*第/.test(number)) found.push('hasOrdinalWord')
  if (/^\s*第?\s*[0０]/.test(number)) found.push('hasLeadingZero')
  if (year !== '' && /^\D*\d{1,3}\D*$/.test(year)) found.push('isYearShort')
  return found
}

/** The 发文字号 that follows `last` in `year`: one more in the same year, number 1 in another. Null if `last` is none of the form 清档〔2025〕12号. */
export function nextDocumentNumber(last: string, year: number): string | null {
  const [, prefix, lastYear, number] = /^(.*)〔(\d{4})〕(\d{1,6})号$/.exec(last.trim()) ?? []
  if (prefix === undefined || number === undefined) return null
  return `${prefix}〔${year}〕${Number(lastYear) === year ? Number(number) + 1 : 1}号`
}

/** What is the same in every document of a unit, taken from `last` where `now` has nothing; `documentNumber` is the next one. Only what the format of `now` prints. */
export function withLastIssuing(now: Issuing, last: Issuing, year: number): Issuing {
  const lasting: readonly IssuingField[] = ['mark', 'hasFileWord', 'signers', 'isPreprinted', 'seal', 'post', 'copies', 'printer', 'endsOnEvenPage']
  const { head, close, end } = issuingFields[now.profile]
  const printed: readonly IssuingField[] = [...head, ...close, ...end]
  const taken = Object.fromEntries(Object.entries(last).filter(([key, value]) => {
    const field = key as IssuingField
    return lasting.includes(field) && printed.includes(field) && value !== undefined && now[field] === undefined
  })) as Partial<Issuing>
  const next = now.documentNumber === undefined && last.documentNumber !== undefined ? nextDocumentNumber(last.documentNumber, year) : null
  return { ...now, ...taken, ...(next === null ? {} : { documentNumber: next }) }
}

/** `issuing` with one part changed; what is empty is absent. Undefined when nothing but 普通材料 is left. */
export function changeIssuing<Field extends IssuingField>(issuing: Issuing | undefined, field: Field, value: Issuing[Field]): Issuing | undefined {
  const { [field]: _former, ...rest } = issuing ?? { profile: 'ordinary' as const }
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return needed((isEmpty ? rest : { ...rest, [field]: value }) as Issuing)
}

/** `issuing` in another format; the parts of the former one are kept. An order is signed by stamp (10.2). */
export function changeProfile(issuing: Issuing | undefined, profile: ProfileId): Issuing | undefined {
  return needed({ ...(profile === 'order' ? { seal: 'stamp' as const } : {}), ...issuing, profile })
}

function needed(issuing: Issuing): Issuing | undefined {
  return issuing.profile === 'ordinary' && Object.keys(issuing).length === 1 ? undefined : issuing
}
