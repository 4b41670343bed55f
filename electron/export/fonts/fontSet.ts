/** Which face draws which character (SPEC PDF-3): the prescribed font, what may stand in for it, and for a rare character any font that has it. */
import type { DrawnText } from '../../../shared/print/drawing'
import { fontFamilies, freeFonts, romanFont, type FontRole } from '../../../shared/print/fonts'
import type { FontSource } from './fontSource'
import { readFaces, type FontFace } from './readFaces'

export type DrawnFont = DrawnText['font']

/** A face for one character, and what is missing of the manner asked for. */
export interface ChosenFace {
  readonly face: FontFace
  /** The face is not bold itself: its outlines are to be made thicker. */
  readonly needsBold: boolean
  /** The face stands upright: it is to be slanted. */
  readonly needsSlant: boolean
}

/** `isForbidden`: the prescribed family is on the computer, but must not be put into documents. */
export interface Replacement {
  readonly by: string
  readonly isForbidden: boolean
}

export interface FontSet {
  /** Null if no font of the computer has the character. */
  readonly faceFor: (text: Pick<DrawnText, 'font' | 'isBold' | 'isItalic'>, code: number) => ChosenFace | null
  /** What stands in for a prescribed family, by its role. */
  readonly replaced: () => ReadonlyMap<FontRole, Replacement>
  /** Whether there is any font for Chinese text. */
  readonly hasChinese: boolean
  /** The same without fonts that turned out to be broken. */
  readonly without: (faces: readonly FontFace[]) => FontSet
}

/** Fonts made to have the widths of Times New Roman. */
const romanFonts = [romanFont, 'Liberation Serif', 'Tinos', 'Nimbus Roman', 'Nimbus Roman No9 L', 'TeX Gyre Termes', 'FreeSerif']

/** The weight a role looks for: 小标宋 is a bold face by design. */
const weights = { displaySong: 700, hei: 400, kai: 400, fang: 400, song: 400, roman: 400 } as const satisfies Record<DrawnFont, number>
const boldWeight = 700

/** Where a role looks when its own fonts lack a character, and in which order. */
const chineseRoles = ['fang', 'song', 'kai', 'hei', 'displaySong'] as const satisfies readonly FontRole[]

/** 的: a font without it is no font for Chinese text. */
const commonCharacter = 0x7684

const remembered = new Map<string, readonly FontFace[]>()

/** The fonts of the computer by role. What was read of a file is remembered while the file is the same. */
export async function loadFontSet(source: FontSource): Promise<FontSet> {
  const faces: FontFace[] = []
  for (const { path, size, modified } of await source.list()) {
    const key = `${path}|${size}|${modified}`
    // A font file that cannot be read is as good as none.
    const own = remembered.get(key) ?? await source.readParts(path, (read) => readFaces(path, read)).catch(() => [])
    remembered.set(key, own)
    for (const face of own) faces.push(face)
  }
  return fontSetOf(faces)
}

/** The same for faces at hand. Those that must not be embedded are not used. */
export function fontSetOf(all: readonly FontFace[]): FontSet {
  const faces = all.filter(({ isEmbeddable }) => isEmbeddable)
  const byFamily = new Map<string, FontFace[]>()
  for (const face of faces) for (const family of face.families) byFamily.set(family, [...(byFamily.get(family) ?? []), face])
  const listed = new Map(chineseRoles.map((role) => [role, chineseFaces(role, byFamily)]))
  const any = [...chineseRoles.flatMap((role) => listed.get(role) ?? []), ...faces.filter((face) => face.coverage(commonCharacter))].slice(0, 1)
  const chinese = new Map(chineseRoles.map((role) => [role, (listed.get(role) ?? []).length > 0 ? listed.get(role) ?? [] : any]))
  const roman = familyFaces(romanFonts, byFamily)
  const chosen = new Map<string, ChosenFace | null>()

  const candidates = (font: DrawnFont): readonly (readonly FontFace[])[] => {
    const others = chineseRoles.filter((role) => role !== font).map((role) => chinese.get(role) ?? [])
    return font === 'roman' ? [roman, ...others] : [chinese.get(font) ?? [], ...others, roman]
  }
  const choose = (font: DrawnFont, isBold: boolean, isItalic: boolean, code: number): ChosenFace | null => {
    const weight = isBold ? boldWeight : weights[font]
    const groups = [...candidates(font), faces]
    for (const group of groups) {
      const able = group.filter((face) => face.coverage(code))
      const face = best(able, weight, isItalic)
      if (face !== undefined) return { face, needsBold: isBold && face.weight < 600, needsSlant: isItalic && !face.isItalic }
    }
    return null
  }
  return {
    faceFor: ({ font, isBold = false, isItalic = false }, code) => {
      const key = `${font} ${String(isBold)} ${String(isItalic)} ${code}`
      const known = chosen.get(key)
      if (known !== undefined) return known
      const face = choose(font, isBold, isItalic, code)
      chosen.set(key, face)
      return face
    },
    replaced: () => new Map(chineseRoles.flatMap((role) => {
      const face = chinese.get(role)?.[0]
      if (face === undefined || isPrescribed(role, face)) return []
      return [[role, { by: face.name, isForbidden: all.some((each) => !each.isEmbeddable && isPrescribed(role, each)) }] as const]
    })),
    hasChinese: any.length > 0,
    without: (broken) => fontSetOf(all.filter((face) => !broken.includes(face))),
  }
}

function isPrescribed(role: FontRole, face: FontFace): boolean {
  return fontFamilies[role].families.some((family) => face.families.includes(family.toLowerCase()))
}

function chineseFaces(role: FontRole, byFamily: ReadonlyMap<string, readonly FontFace[]>): readonly FontFace[] {
  const { families, substitutes } = fontFamilies[role]
  return familyFaces([...families, ...substitutes, ...freeFonts[role]], byFamily).filter((face) => face.coverage(commonCharacter))
}

/** The faces of the first family that is there. */
function familyFaces(families: readonly string[], byFamily: ReadonlyMap<string, readonly FontFace[]>): readonly FontFace[] {
  for (const family of families) {
    const faces = byFamily.get(family.toLowerCase())
    if (faces !== undefined) return faces
  }
  return []
}

/** The nearest in weight among those that stand as asked; the first of equals. */
function best(faces: readonly FontFace[], weight: number, isItalic: boolean): FontFace | undefined {
  const standing = faces.filter((face) => face.isItalic === isItalic)
  const among = standing.length > 0 ? standing : faces
  return among.reduce<FontFace | undefined>((nearest, face) => (nearest === undefined || Math.abs(face.weight - weight) < Math.abs(nearest.weight - weight) ? face : nearest), undefined)
}
