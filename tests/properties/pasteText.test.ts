import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '../../shared/base/ids'
import { assignNumbers } from '../../shared/outline/assignNumbers'
import { readHtmlTokens } from '../../shared/paste/htmlTokens'
import { readHtml } from '../../shared/paste/htmlTree'
import { pastedBlocks } from '../../shared/paste/pastedBlocks'
import { readPasted } from '../../shared/paste/readPasted'
import { blockText } from '../../shared/report/blockText'
import { effort } from '../support/effort'

const words = fc.string({ unit: fc.constantFrom('总', '结', '工', '作', '。', '，', '5', 'a', ' ', '&', '<', '“', '\n', '：', '附', '件', '日'), minLength: 1, maxLength: 10 })
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** HTML together with the text of it that a reader sees. */
interface Piece { readonly html: string; readonly seen: string }
const leaf: fc.Arbitrary<Piece> = words.map((text) => ({ html: escaped(text), seen: text }))
const hidden: fc.Arbitrary<Piece> = fc.tuple(words, fc.constantFrom('display:none', 'mso-hide:all', 'font-size:0', 'visibility:hidden', 'color:#fff')).map(([text, style]) => ({ html: `<span style="${style}">${escaped(text)}</span>`, seen: '' }))
const wrapped = (tie: fc.Arbitrary<readonly Piece[]>): fc.Arbitrary<Piece> => fc.tuple(tie, fc.constantFrom('p', 'div', 'span', 'b', 'h2', 'li', 'td', 'section', 'o:p', 'u')).map(([inner, name]) => ({ html: `<${name} class=x>${inner.map((each) => each.html).join('')}</${name}>`, seen: inner.map((each) => each.seen).join('') }))
const table = (tie: fc.Arbitrary<readonly Piece[]>): fc.Arbitrary<Piece> => fc.array(fc.array(fc.tuple(tie, fc.nat({ max: 3 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) => ({
  html: `<table>${rows.map((row) => `<tr>${row.map(([inner, across, down]) => `<td colspan=${across} rowspan=${down}>${inner.map((each) => each.html).join('')}`).join('')}`).join('')}</table>`,
  seen: rows.map((row) => row.map(([inner]) => inner.map((each) => each.seen).join('')).join('')).join(''),
}))
const { pieces } = fc.letrec<{ piece: Piece; pieces: readonly Piece[] }>((tie) => ({
  piece: fc.oneof({ maxDepth: 4 }, { weight: 4, arbitrary: leaf }, hidden, fc.constantFrom({ html: '<br>', seen: '' }, { html: '<img src=x>', seen: '' }, { html: '<!-- x -->', seen: '' }), wrapped(tie('pieces')), table(tie('pieces'))),
  pieces: fc.array(tie('piece'), { maxLength: 5 }),
}))
const ink = (text: string): string => text.replace(/\s+/g, '')

/** The blocks as they are read on the page: with the numbers that the program draws. */
function shown(html: string, text: string): string {
  const blocks = pastedBlocks(readPasted(text, html).parts, countingIds('p'))
  return blocks.map((block) => `${assignNumbers(blocks, 'restart').get(block.id) === undefined ? '' : ''}${blockText(block)}`).join('\n')
}

describe('pasted text', () => {
  it('PASTE-1: every visible character comes in, in its order, and nothing hidden does', () => {
    fc.assert(fc.property(pieces, (all) => {
      const html = all.map((each) => each.html).join('')
      const seen = ink(all.map((each) => each.seen).join(''))
      expect(ink(shown(html, '')).split('').sort().join('')).toBe(seen.split('').sort().join(''))
      if (!html.includes('<table') && !html.includes('<td')) expect(ink(shown(html, ''))).toBe(seen)
    }), { numRuns: 400 })
  })

  it('PASTE-1: plain text comes in whole; only a number that became a level is drawn instead', () => {
    const line = fc.oneof(words.map((text) => text.replaceAll('\n', '')), fc.constantFrom('一、主要工作', '（一）抓学习。做法。', '1.5万元', '附件：1.表', '2025年1月5日', '\f', '##paidend##甲', '第3页', '甲\t乙\t丙', '目录'))
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const came = ink(shown('', text))
      const drawn = ink(text).length - came.length
      const numbers = ink(text).match(/一、|（一）|1\.|\d+/g)?.join('').length ?? 0
      expect(drawn).toBeGreaterThanOrEqual(0)
      expect(drawn).toBeLessThanOrEqual(numbers)
    }), { numRuns: 300 })
  })

  it('PASTE-2: any string is read, and in time that grows with its length', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', '"', "'", '=', '!', '-', 'a', 'p', ' ', '&', ';', 'td', 'table', 'style', '甲'), maxLength: 60 }), (html) => {
      readHtmlTokens(html, () => undefined)
      expect(readHtml(html).name).toBe('#root')
      expect(Array.isArray(readPasted('', html).parts)).toBe(true)
    }), { numRuns: 500 })
  })

  it.each([['open brackets', '<'], ['open elements', '<div>'], ['quotes', '<a b="'], ['remarks', '<!--'], ['cells', '<table><tr><td>'], ['styles', '<style>{'], ['blanks', ' \n'], ['entities', '&amp'], ['scripts', '<script>']])('PASTE-2: a long text of %s is read in a moment', async (_name, piece) => {
    const html = piece.repeat(Math.floor(200_000 / piece.length))
    expect(await effort(() => { readPasted('', html) })).toBeLessThan(60)
  })
})
