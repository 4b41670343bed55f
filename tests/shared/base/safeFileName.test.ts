import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../../shared/base/safeFileName'

const name = (base: string, taken: readonly string[] = []): string => safeFileName(base, '.docx', '未命名', taken)

describe('names of files that leave the program', () => {
  it.each([
    ['青河县2025年度工作总结', '青河县2025年度工作总结.docx'],
    ['a:b', 'a：b.docx'], ['<"报告"/\\|?*>', '＜＂报告＂／＼｜？＊＞.docx'],
    ['  总结. . ', '总结.docx'], ['...', '未命名.docx'], ['', '未命名.docx'], ['\u202e\u200b\ufeff\u0000', '未命名.docx'],
    ['con', 'con_.docx'], ['NUL', 'NUL_.docx'], ['COM1', 'COM1_.docx'], ['lpt¹', 'lpt¹_.docx'], ['aux.总结', 'aux_.总结.docx'], ['CONIN$', 'CONIN$_.docx'], ['控制', '控制.docx'], ['console', 'console.docx'],
    ['a\ud800b', 'ab.docx'], ['e\u0301', 'é.docx'],
  ])('STORE-14: %j becomes %s', (base, expected) => {
    expect(name(base)).toBe(expected)
  })

  it('STORE-14: a taken name, whatever its case, gets the next number', () => {
    expect(name('总结', ['总结.docx'])).toBe('总结 (2).docx')
    expect(name('Report', ['REPORT.DOCX', 'report (2).docx'])).toBe('Report (3).docx')
  })

  it('STORE-14: a long name is cut between characters and keeps its ending', () => {
    const cut = name('𬱖'.repeat(100))
    expect(cut.length).toBeLessThanOrEqual(120)
    expect(cut.endsWith('𬱖.docx')).toBe(true)
    expect(name('总'.repeat(300), [name('总'.repeat(300))])).toMatch(/总 \(2\)\.docx$/)
  })

  it('STORE-14: whatever the title, the name is one that Windows and Word accept', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (base) => {
      const safe = name(base)
      expect(safe.length).toBeLessThanOrEqual(120)
      expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[\s.]|[\s.]\.docx$|^\.docx$/)
      expect(safe.slice(0, safe.indexOf('.'))).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i)
      expect(safe.endsWith('.docx')).toBe(true)
    }), { numRuns: 2000, seed: 20260105 })
  })
})
