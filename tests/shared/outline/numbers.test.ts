import { describe, expect, it } from 'vitest'
import { assignNumbers } from '../../../shared/outline/assignNumbers'
import { leadEnd, leadLength } from '../../../shared/outline/leadLength'
import { readChineseNumeral, toChineseNumeral } from '../../../shared/outline/numerals'
import { recognizeNumber } from '../../../shared/outline/recognizeNumber'
import { circledNumber, schemes } from '../../../shared/outline/schemes'
import { firstSentenceEnd } from '../../../shared/outline/sentences'
import type { Block, Level, SchemeId, TextBlock } from '../../../shared/report/report'

/** '1 2 2c 0: 0p' → blocks of these levels; c clause, p part title, : a paragraph that ends with a colon. */
function blocks(levels: string): readonly Block[] {
  return levels.split(' ').map((each, index): Block => {
    const level = Number(each.charAt(0)) as 0 | Level
    const plain = { kind: 'text', id: `b${index}`, level, runs: [{ text: each.endsWith(':') ? '如下：' : '加强领导' }] } as const
    return each.endsWith('c') ? { ...plain, form: 'clause' } : each.endsWith('p') ? { ...plain, form: 'heading' } : plain
  })
}

const labels = (levels: string, scheme: SchemeId): string => [...assignNumbers(blocks(levels), scheme).values()].map((label) => label.trim()).join(' ')
const text = (value: string, rest: Partial<TextBlock> = {}): TextBlock => ({ kind: 'text', id: 'b', level: 1, runs: [{ text: value }], ...rest })

describe('numerals', () => {
  it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [21, '二十一'], [27, '二十七'], [99, '九十九'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [999, '九百九十九']])('NUM-1: %d is written %s', (value, numeral) => {
    expect(toChineseNumeral(value)).toBe(numeral)
    expect(readChineseNumeral(numeral)).toBe(value)
  })

  it.each([['廿一', 21], ['卅', 30], ['一〇五', 105], ['二○二二', 2022], ['一百零五', 105], ['零', null], ['', null], ['十十', null], ['一十百', null], ['甲', null]])('NUM-2: %s is read as %s', (numeral, value) => {
    expect(readChineseNumeral(numeral)).toBe(value)
  })

  it('NUM-1: what is no number of paragraphs is written in digits', () => {
    expect([toChineseNumeral(0), toChineseNumeral(1000), toChineseNumeral(1.5), circledNumber(51)]).toEqual(['0', '1000', '1.5', '（51）'])
  })
})

describe('schemes', () => {
  it.each<[SchemeId, string, string]>([
    ['restart', '1 2 2 3 4 5 2 1 2', '一、 （一） （二） 1. （1） ① （三） 二、 （一）'],
    ['decimal', '1 2 3 3 4 2 1 2', '1 1.1 1.1.1 1.1.2 （1） 1.2 2 2.1'],
    ['chapter', '1 2 3 4 5 2 1 2', '第一章 第一节 一、 （一） 1. 第二节 第二章 第一节'],
  ])('NUM-3: %s numbers %s', (scheme, levels, expected) => {
    expect(labels(levels, scheme)).toBe(expected)
  })

  it.each([['1 2 2 1 2 3 2 3', '一、 （一） （二） 二、 （三） 1. （四） 1.'], ['1 3 3 1 3', '一、 1. 2. 二、 3.'], ['1 2 4 1 4', '一、 （一） （1） 二、 （1）']])('NUM-4: continuous numbers %s', (levels, expected) => {
    expect(labels(levels, 'continuous')).toBe(expected)
  })

  it('NUM-5: a level may be left out, and clauses count with headings', () => {
    expect(labels('1 3 3c 1 3', 'restart')).toBe('一、 1. 2. 二、 1.')
  })

  it('NUM-6: numbers start anew after a part title, clauses also after a colon', () => {
    expect(labels('1 1 0p 1', 'restart')).toBe('一、 二、 一、')
    expect(labels('1 4c 4c 0: 4c 4c', 'restart')).toBe('一、 （1） （2） （1） （2）')
    expect(labels('1 4c 4c 0 4c', 'restart')).toBe('一、 （1） （2） （3）')
    expect(labels('1 3 0: 3', 'restart')).toBe('一、 1. 2.')
  })

  it('NUM-3: the example of every scheme begins with its first number', () => {
    for (const scheme of Object.values(schemes)) expect(scheme.example.startsWith(labels('1', scheme.id))).toBe(true)
  })
})

describe('leads', () => {
  it.each([
    ['总体要求', 4], ['加强领导。各单位要抓好落实。', 5], ['加强领导。', 5], ['什么是“好。坏”的标准。其余', 12], ['坚持（试行。）制度。其余', 10],
    ['用好“主心骨“。其余各项', 8], ['用好“主心骨。其余各项', 7], ['谁来抓？怎么抓。', 4], ['', 0],
    ['加强领导.各单位要抓好落实.', 5], ['加强领导.5月底前完成.', 5], ['指导思想:以上级精神为指导,全面加强各项工作,务求实效.', 5], ['完成投资1.2亿元，见www.a.cn。其余', 20], ['排名第一.其余', 7],
  ])('NUM-7, NUM-8: the lead of %s has %d characters', (value, length) => {
    expect(leadEnd(value)).toBe(length)
  })

  it('NUM-8: a sentence ends outside brackets; without an end there is none', () => {
    expect([firstSentenceEnd('（见附件。）'), firstSentenceEnd('总体要求'), firstSentenceEnd('《甲。乙》。')]).toEqual([0, 0, 6])
  })

  it.each([
    ['指导思想　以上级精神为指导，全面加强各项工作，务求实效。', 5], ['指导思想：以上级精神为指导，全面加强各项工作，务求实效。', 5],
    ['总　　则', 4], ['活动时间：3月至5月', 10], ['中共中央 国务院印发有关规定的主要内容和基本要求。', 25],
  ])('NUM-9: the lead of %s has %d characters', (value, length) => {
    expect(leadEnd(value)).toBe(length)
  })

  it('NUM-10: forms decide before the text does', () => {
    const value = '加强领导。各单位要抓好落实。'
    expect([leadLength(text(value)), leadLength(text(value, { form: 'heading' })), leadLength(text(value, { form: 'clause' })), leadLength(text(value, { level: 0 }))]).toEqual([5, 14, 0, 0])
  })
})

describe('typed numbers', () => {
  it.each([
    ['一、总体要求', 'han', 1, 2], ['一、 总体要求', 'han', 1, 3], ['二十一、总体', 'han', 21, 4], ['廿一、总体', 'han', 21, 3], ['一．总体', 'han', 1, 2], ['三 、总体', 'han', 3, 3], ['一、1996年情况', 'han', 1, 2], ['一、二〇二二年工作', 'han', 1, 2],
    ['（一）总体', 'hanParen', 1, 3], ['(一)总体', 'hanParen', 1, 3], ['（一)总体', 'hanParen', 1, 3], ['（二十七）总体', 'hanParen', 27, 5], ['（一）、总体', 'hanParen', 1, 4], ['二）总体', 'hanParen', 2, 2], ['㈢总体', 'hanParen', 3, 1], ['<一>、总体', 'hanParen', 1, 4], ['〈二〉总体', 'hanParen', 2, 3], ['【三】总体', 'hanParen', 3, 3], ['（一）项目概况', 'hanParen', 1, 3], ['（二）款项管理', 'hanParen', 2, 3], ['(三)类别划分', 'hanParen', 3, 3],
    ['1.总体', 'digitDot', 1, 2], ['1．总体', 'digitDot', 1, 2], ['１．总体', 'digitDot', 1, 2], ['12、总体', 'digitDot', 12, 3], ['1.2022年工作', 'digitDot', 1, 2], ['1、2022年工作', 'digitDot', 1, 2], ['⒉总体', 'digitDot', 2, 1],
    ['（1）总体', 'digitParen', 1, 3], ['(10)总体', 'digitParen', 10, 4], ['1）总体', 'digitParen', 1, 2], ['⑶总体', 'digitParen', 3, 1],
    ['①总体', 'circled', 1, 1], ['㉑总体', 'circled', 21, 1], ['第一章 总则', 'chapter', 1, 4], ['第3章　总则', 'chapter', 3, 4], ['第二节　范围', 'section', 2, 4], ['第一部分 情况', 'chapter', 1, 5],
  ])('NUM-11: %s begins with a number', (value, style, number, length) => {
    const found = recognizeNumber(value)
    expect([found?.style, found?.values[0], found?.length]).toEqual([style, number, length])
  })

  it.each([['1.1编制目的', [1, 1]], ['2.1.3　职责', [2, 1, 3]], ['１．２ 依据', [1, 2]], ['3　附则', [3]]])('NUM-11: %s is decimal', (value, values) => {
    expect([recognizeNumber(value)?.style, recognizeNumber(value)?.values]).toEqual(['decimal', values])
  })

  it.each([
    '一、二季度工作', '二、三产业融合', '3、4月份开展', '1.5万元资金', '3.5%的企业', '1.2亿元', '（一）（二）项规定', '（一）至（三）项', '（三）项规定', '（三）项的内容', '（一）款和其他规定', '2022年工作', '2022.12.30', '第一、第二汽车厂', '第一书记', '第一，加强领导', '一是加强领导', '总体要求', '', '——坚持', '一方面', '0.5个百分点', '1.com', '10:30开会',
  ])('NUM-12: %s begins with no number', (value) => {
    expect(recognizeNumber(value)).toBeNull()
  })
})
