import { describe, expect, it } from 'vitest'
import { changeIssuing, changeProfile, documentNumberFaults, issuingFields, nextDocumentNumber, printedParts, withLastIssuing, withSecrecyStar, withYearBrackets } from '../../../shared/report/issuingFields'
import type { Issuing } from '../../../shared/report/issuing'
import { issuingSchema } from '../../../shared/report/schema'

describe('ISSUING-1: parts by format', () => {
  it('every part that the report can hold is asked for by some format', () => {
    const asked = new Set(Object.values(issuingFields).flatMap(({ head, close, end }) => [...head, ...close, ...end] as string[]))
    expect(Object.keys(issuingSchema.shape).filter((key) => key !== 'profile' && !asked.has(key))).toEqual([])
  })
  it('a part without words is absent, and 普通材料 alone is nothing', () => {
    expect(changeIssuing({ profile: 'letter', secrecy: '秘密' }, 'secrecy', '')).toEqual({ profile: 'letter' })
    expect(changeIssuing({ profile: 'ordinary', seal: 'sealed' }, 'seal', undefined)).toBeUndefined()
    expect(changeIssuing({ profile: 'redHead', copies: ['甲'] }, 'copies', [])).toEqual({ profile: 'redHead' })
    expect(changeIssuing(undefined, 'signaturePlace', 'underTitle')).toEqual({ profile: 'ordinary', signaturePlace: 'underTitle' })
  })
  it('HEAD-1: what was filled in for another format is not printed', () => {
    expect(printedParts({ profile: 'minutes', mark: ['甲'], hasFileWord: true, seal: 'stamp', post: '局长', present: '张三', signers: ['李四'] })).toEqual({ profile: 'minutes', mark: ['甲'], present: '张三' })
    expect(printedParts({ profile: 'letter', mark: ['甲'], hasFileWord: true, printer: '乙', copies: ['丙'], signaturePlace: 'underTitle' })).toEqual({ profile: 'letter', mark: ['甲'], copies: ['丙'] })
  })
  it('another format keeps the parts of the former one', () => {
    const red: Issuing = { profile: 'redHead', mark: ['甲县乙局'], signers: ['张三'] }
    expect(changeProfile(red, 'ordinary')).toEqual({ ...red, profile: 'ordinary' })
    expect(changeProfile(undefined, 'ordinary')).toBeUndefined()
    expect(changeProfile(undefined, 'order')).toEqual({ profile: 'order', seal: 'stamp' })
  })
})

describe('ISSUING-2: 发文字号 and 密级 while they are typed', () => {
  it.each([['清档[2026]12号', '清档〔2026〕12号'], ['清档（2026）12号', '清档〔2026〕12号'], ['清档【2026】1号', '清档〔2026〕1号'], ['清档〔2026〕1号', '清档〔2026〕1号'], ['第12号', '第12号']])('%s', (typed, wanted) => {
    expect(withYearBrackets(typed)).toBe(wanted)
    expect(withYearBrackets(typed)).toHaveLength(typed.length)
  })
  it('a star', () => { expect(withSecrecyStar('机密*1年')).toBe('机密★1年') })
  it.each([
    ['清档〔2026〕12号', []], ['清档〔2026〕第12号', ['hasOrdinalWord']], ['清档〔2026〕012号', ['hasLeadingZero']], ['清档〔2026〕第012号', ['hasOrdinalWord', 'hasLeadingZero']],
    ['清档〔26〕12号', ['isYearShort']], ['第12号', []], ['清档〔', []], ['清档〔〕', []],
  ])('%s: %j', (number, faults) => { expect(documentNumberFaults(number)).toEqual(faults) })
})

describe('ISSUING-3: what the last report had', () => {
  it.each([['清档〔2026〕12号', 2026, '清档〔2026〕13号'], ['清档〔2025〕12号', 2026, '清档〔2026〕1号'], ['第12号', 2026, null], ['', 2026, null]] as const)('%s in %i: %s', (last, year, next) => {
    expect(nextDocumentNumber(last, year)).toBe(next)
  })
  it('fills in what is empty and prints here, and replaces nothing', () => {
    const last: Issuing = { profile: 'redHead', mark: ['甲县乙局'], hasFileWord: true, documentNumber: '乙发〔2026〕7号', signers: ['张三'], secrecy: '秘密', printDate: '2026年1月2日', seal: 'sealed' }
    expect(withLastIssuing({ profile: 'redHead', signers: ['李四'] }, last, 2026)).toEqual({ profile: 'redHead', mark: ['甲县乙局'], hasFileWord: true, documentNumber: '乙发〔2026〕8号', signers: ['李四'], seal: 'sealed' })
    expect(withLastIssuing({ profile: 'letter' }, { ...last, profile: 'letter' }, 2026)).not.toHaveProperty('signers')
  })
})
