import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../shared/base/textWidth'
import { placeSignature } from '../../../shared/print/signatureBlock'

/** 字 left free at the right of each signature line and of the date. */
function check(signature: readonly string[], date: string, sealed: boolean, expected: { readonly signature: readonly number[]; readonly date: number }): void {
  const place = placeSignature(signature.map(textWidth), textWidth(date), sealed)
  expect({ signature: place.signatureRight, date: place.dateRight }).toEqual(expected)
}

describe('PRINT-11: 落款 without a seal', () => {
  it('PRINT-11: signature longer than the date: 2 from the right, the date begins 2 to the right of it', () => {
    check(['临江县水利和湖泊管理局'], '2025年1月5日', false, { signature: [2], date: 5 })
    check(['中共临江县水务局党组'], '2025年12月30日', false, { signature: [2], date: 3 })
  })
  it('PRINT-11: as long as the date: the literal rule asks whether the date is longer, and it is not', () => {
    check(['临江县档案局'], '2025年1月5日', false, { signature: [2], date: 0 })
    check(['临江县水务局办'], '2025年12月30日', false, { signature: [2], date: 0 })
  })
  it('PRINT-11: longer by half a character, by one and by one and a half: the date may come nearer to the margin than 2', () => {
    check(['临江县档案局'], '2025年1月5', false, { signature: [2], date: 1 })
    check(['临江县水务局办'], '2025年1月15日', false, { signature: [2], date: 0.5 })
    check(['临江县水务局办'], '2025年1月5日', false, { signature: [2], date: 1 })
  })
  it('PRINT-11: the date longer by half, one and more: it stands 2 from the right, the signature gives way', () => {
    check(['临江县档案局'], '2025年1月15日', false, { signature: [4.5], date: 2 })
    check(['临江县档案局'], '2025年12月30日', false, { signature: [5], date: 2 })
    check(['水务局'], '2025年12月30日', false, { signature: [8], date: 2 })
  })
  it('PRINT-11: always, the date begins 2 字 to the right of the first character of the signature', () => {
    for (let signature = 1; signature <= 26; signature += 1) {
      for (let date = 5; date <= 8; date += 0.5) {
        const place = placeSignature([signature], date, false)
        expect(28 - place.dateRight - date - (28 - (place.signatureRight[0] ?? 0) - signature)).toBe(2)
      }
    }
  })
  it('PRINT-11: several units begin under one another', () => {
    check(['中共临江县水务局党组', '临江县水务局'], '2025年1月5日', false, { signature: [2, 6], date: 4 })
    check(['水务局', '档案局'], '2025年12月30日', false, { signature: [8, 8], date: 2 })
  })
  it('PRINT-11: one of the two alone stands 2 from the right', () => {
    check(['临江县水务局'], '', false, { signature: [2], date: 6 })
    check([], '2025年1月5日', false, { signature: [], date: 2 })
  })
  it('PRINT-11: wider than the page allows: nothing goes beyond the margins', () => {
    check(['中'.repeat(27)], '2025年1月5日', false, { signature: [1], date: 20 })
    check(['中'.repeat(40)], '2025年1月5日', false, { signature: [0], date: 20 })
    const longDate = placeSignature([6], 60, false)
    expect(Math.max(...longDate.signatureRight)).toBeLessThanOrEqual(22)
  })
})

describe('PRINT-11: 落款 with a seal', () => {
  it('PRINT-11: the date 4 from the right, the signature centred on it', () => {
    check(['临江县水务局'], '2025年12月30日', true, { signature: [4.5], date: 4 })
    check(['临江县档案局'], '2025年1月5日', true, { signature: [4], date: 4 })
    check(['中共临江县水务局党组'], '2025年1月5日', true, { signature: [2], date: 4 })
  })
  it('PRINT-11: a very long signature ends 2 from the right and the date is centred under it', () => {
    check(['临江县农村供水和防汛抗旱工作领导小组办公室'], '2025年12月30日', true, { signature: [2], date: 9 })
  })
  it('PRINT-11: several units are each centred', () => {
    check(['中共临江县水务局党组', '临江县水务局'], '2025年1月5日', true, { signature: [2, 4], date: 4 })
  })
})
