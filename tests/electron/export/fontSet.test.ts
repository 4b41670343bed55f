import { describe, expect, it } from 'vitest'
import { fontSetOf } from '../../../electron/export/fonts/fontSet'
import { tellReplaced } from '../../../electron/export/tellFonts'
import type { FontFace } from '../../../electron/export/fonts/readFaces'

const hanzi = (code: number): boolean => code >= 0x3000 && code <= 0x9fff
const latin = (code: number): boolean => code >= 0x20 && code <= 0x7e
function face(family: string, change: Partial<FontFace> = {}): FontFace {
  return { path: `/${family}.ttf`, index: 0, families: [family.toLowerCase()], name: family, weight: 400, isItalic: false, isEmbeddable: true, coverage: (code) => hanzi(code) || latin(code), ...change }
}
const nameOf = (faces: readonly FontFace[], font: 'fang' | 'roman' | 'displaySong' | 'hei', character: string, manner: { isBold?: true; isItalic?: true } = {}): string | undefined =>
  fontSetOf(faces).faceFor({ font, ...manner }, character.codePointAt(0) ?? 0)?.face.name

describe('fonts by role', () => {
  const faces = [face('宋体'), face('华文仿宋'), face('仿宋'), face('黑体'), face('方正小标宋简体'), face('Times New Roman', { coverage: latin })]
  it('PDF-3: the prescribed family goes before its substitutes, whatever the order of the files', () => {
    expect(nameOf(faces, 'fang', '字')).toBe('仿宋')
    expect(nameOf(faces.filter(({ name }) => name !== '仿宋'), 'fang', '字')).toBe('华文仿宋')
    expect(nameOf(faces, 'displaySong', '字')).toBe('方正小标宋简体')
    expect(nameOf(faces, 'roman', '2')).toBe('Times New Roman')
  })
  it('PDF-3: what stands in for a missing role is told, what is there is not', () => {
    expect([...fontSetOf(faces).replaced()]).toEqual([['kai', { by: '仿宋', isForbidden: false }]])
    expect(fontSetOf([...faces, face('楷体')]).replaced().size).toBe(0)
  })
  it('PDF-10: a family that must not be embedded is passed over, and told apart from one that is not there', () => {
    const forbidden = faces.map((each) => (each.name === '仿宋' ? { ...each, isEmbeddable: false } : each))
    expect(nameOf(faces, 'fang', '字')).toBe('仿宋')
    expect(nameOf(forbidden, 'fang', '字')).toBe('华文仿宋')
    expect(fontSetOf(faces).replaced().get('fang')).toBeUndefined()
    expect(fontSetOf(forbidden).replaced().get('fang')).toEqual({ by: '华文仿宋', isForbidden: true })
    expect(fontSetOf(forbidden).replaced().get('kai')).toEqual({ by: '华文仿宋', isForbidden: false })
    expect(tellReplaced(fontSetOf(forbidden), new Set(['fang', 'kai']))).toEqual([expect.stringContaining('没有楷体'), expect.stringContaining('仿宋的字体授权不许嵌入文件，文件里用“华文仿宋”代替')])
    expect(tellReplaced(fontSetOf(forbidden), new Set(['hei']))).toEqual([])
    expect(fontSetOf([face('仿宋', { isEmbeddable: false })]).hasChinese).toBe(false)
  })
  it('PDF-3: a rare character is taken from any font that has it, and from none if none has it', () => {
    const rare = face('SimSun-ExtB', { coverage: (code) => code >= 0x20000 })
    expect(nameOf([...faces, rare], 'fang', '𬱖')).toBe('SimSun-ExtB')
    expect(nameOf(faces, 'fang', '𬱖')).toBeUndefined()
  })
  it('PDF-3: bold and italic faces are used where they are, and made where they are not', () => {
    const bold = face('Times New Roman', { weight: 700, coverage: latin, path: '/b.ttf' })
    expect(fontSetOf([...faces, bold]).faceFor({ font: 'roman', isBold: true }, 0x41)).toMatchObject({ face: { path: '/b.ttf' }, needsBold: false })
    expect(fontSetOf(faces).faceFor({ font: 'fang', isBold: true, isItalic: true }, 0x5b57)).toMatchObject({ needsBold: true, needsSlant: true })
  })
  it('PDF-3: a family without Chinese characters does not stand for a Chinese role', () => {
    expect(nameOf([face('仿宋', { coverage: latin }), face('宋体')], 'fang', '字')).toBe('宋体')
    expect(fontSetOf([face('仿宋', { coverage: latin })]).hasChinese).toBe(false)
  })
})
