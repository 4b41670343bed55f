import { expect, it } from 'vitest'
import { fontFamilies, fontSlots, missingFonts } from '../../../shared/print/fonts'

it('PRINT-5: digits in Times New Roman or in the Chinese font; 小标宋 and page numbers keep their own', () => {
  expect(fontSlots('fang', 'roman')).toEqual({ ascii: 'Times New Roman', hAnsi: '仿宋_GB2312', eastAsia: '仿宋_GB2312', cs: 'Times New Roman' })
  expect(fontSlots('fang', 'fangsong').ascii).toBe('仿宋_GB2312')
  expect(fontSlots('displaySong', 'roman').ascii).toBe('方正小标宋简体')
  expect(fontSlots('song', 'roman').ascii).toBe('宋体')
})

it('PRINT-5: a Windows as it is delivered lacks only 小标宋, and 宋体 stands in for it', () => {
  expect(missingFonts(['SimSun', 'SimHei', 'KaiTi', 'FangSong', 'Microsoft YaHei', 'Arial'])).toEqual([{ role: 'displaySong', name: '小标宋', substitute: 'SimSun' }])
  expect(missingFonts(['宋体', '黑体', '楷体', '仿宋', '华文中宋'])).toEqual([{ role: 'displaySong', name: '小标宋', substitute: '华文中宋' }])
})

it('PRINT-5: letter case and blanks do not matter; without any font all roles are missing', () => {
  expect(missingFonts([' simsun', 'SIMHEI', 'kaiti_gb2312', 'fangsong_gb2312', 'fzxiaobiaosong-b05s'])).toEqual([])
  expect(missingFonts([]).map((font) => font.role)).toEqual(Object.keys(fontFamilies))
  expect(missingFonts([]).every((font) => font.substitute === null)).toBe(true)
})

it('PRINT-5: no family stands twice in one row', () => {
  for (const { families, substitutes } of Object.values(fontFamilies)) expect(new Set([...families, ...substitutes]).size).toBe(families.length + substitutes.length)
})
