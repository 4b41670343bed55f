import { expect, it } from 'vitest'
import { describeMissingFonts } from '../../../shared/text/export'

it.each([
  [[], ''],
  [[{ name: '小标宋', substitute: '华文中宋' }], '这台电脑没有小标宋，Word 里将以华文中宋代替。'],
  [[{ name: '小标宋', substitute: null }], '这台电脑没有小标宋，Word 里将由 Word 自选字体代替。'],
  [[{ name: '小标宋', substitute: '宋体' }, { name: '楷体', substitute: '华文楷体' }], '这台电脑没有小标宋、楷体，Word 里将小标宋以宋体代替，楷体以华文楷体代替。'],
  [[{ name: '小标宋', substitute: '宋体' }, { name: '楷体', substitute: null }], '这台电脑没有小标宋、楷体，Word 里将小标宋以宋体代替，楷体由 Word 自选字体代替。'],
] as const)('UI-17: missing fonts %#', (fonts, words) => { expect(describeMissingFonts(fonts)).toBe(words) })
