/**
 * Fonts by role (SPEC PRINT-5). The first name of a row is the one written into files, the others are what may stand in for it, in this order.
 * Source: GB/T 9704-2012, 5.2.2, 7.2.4, 7.3.1, 7.3.3 and 7.5; that Windows has 仿宋 but not 仿宋_GB2312, and no 小标宋, is general knowledge.
 */
export type FontRole = 'displaySong' | 'hei' | 'kai' | 'fang' | 'song'

export interface FontFamily {
  /** What the clerk calls the font. */
  readonly name: string
  /** Family names, the preferred one first; all are the same design. */
  readonly families: readonly [string, ...string[]]
  /** Families of another design that are taken when none of `families` is there. */
  readonly substitutes: readonly string[]
}

export const fontFamilies = {
  displaySong: { name: '小标宋', families: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'], substitutes: ['华文中宋', 'STZhongsong', '宋体', 'SimSun'] },
  hei: { name: '黑体', families: ['黑体', 'SimHei'], substitutes: ['华文黑体', 'STHeiti', '微软雅黑', 'Microsoft YaHei'] },
  kai: { name: '楷体', families: ['楷体_GB2312', '楷体', 'KaiTi', 'KaiTi_GB2312'], substitutes: ['华文楷体', 'STKaiti'] },
  fang: { name: '仿宋', families: ['仿宋_GB2312', '仿宋', 'FangSong', 'FangSong_GB2312'], substitutes: ['华文仿宋', 'STFangsong'] },
  song: { name: '宋体', families: ['宋体', 'SimSun'], substitutes: ['新宋体', 'NSimSun', '华文宋体', 'STSong'] },
} as const satisfies Record<FontRole, FontFamily>

/** Fonts of Linux desktops that stand in for a role, in files that bring their fonts along, where none of {@link fontFamilies} is installed. */
export const freeFonts = {
  displaySong: ['方正小标宋_GBK', '思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'FandolSong', 'AR PL UMing CN'],
  hei: ['方正黑体_GBK', '思源黑体', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'FandolHei', '文泉驿正黑', 'WenQuanYi Zen Hei', '文泉驿微米黑', 'WenQuanYi Micro Hei'],
  kai: ['方正楷体_GBK', 'FandolKai', 'AR PL UKai CN', '霞鹜文楷', 'LXGW WenKai'],
  fang: ['方正仿宋_GBK', 'FandolFang', '朱雀仿宋'],
  song: ['方正书宋_GBK', '思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'FandolSong', 'AR PL UMing CN'],
} as const satisfies Record<FontRole, readonly string[]>

/** The font for Latin letters and digits beside Chinese text. */
export const romanFont = 'Times New Roman'

/** Names for the four slots of a Word run. */
export interface FontSlots {
  readonly ascii: string
  readonly hAnsi: string
  readonly eastAsia: string
  readonly cs: string
}

/** The four slots of a role. 小标宋 and the 宋体 of page numbers keep their own digits; the others follow `digits`. */
export function fontSlots(role: FontRole, digits: 'roman' | 'fangsong'): FontSlots {
  const family = fontFamilies[role].families[0]
  const hasOwnDigits = digits === 'fangsong' || role === 'displaySong' || role === 'song'
  return { ascii: hasOwnDigits ? family : romanFont, hAnsi: family, eastAsia: family, cs: romanFont }
}

/** A font that is not installed. `substitute` is the installed family that comes nearest, null if there is none in the list. */
export interface MissingFont {
  readonly role: FontRole
  readonly name: string
  readonly substitute: string | null
}

/** The roles of which no family of the same design is among the `installed` family names (letter case does not matter); empty if all are there. */
export function missingFonts(installed: readonly string[]): readonly MissingFont[] {
  const known = new Set(installed.map((family) => family.trim().toLowerCase()))
  const isInstalled = (family: string): boolean => known.has(family.toLowerCase())
  return (Object.keys(fontFamilies) as FontRole[])
    .filter((role) => !fontFamilies[role].families.some(isInstalled))
    .map((role) => ({ role, name: fontFamilies[role].name, substitute: fontFamilies[role].substitutes.find(isInstalled) ?? null }))
}
