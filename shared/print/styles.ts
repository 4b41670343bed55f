/**
 * Paragraph styles as data (SPEC PRINT-6). Their ids are written into Word files and never change: our own files are known again by them.
 */
import type { Level, SchemeId } from '../report/report'
import type { FontRole } from './fonts'

export type StyleId =
  | 'Normal' | 'GwBody' | 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Heading4' | 'Heading5'
  | 'GwByline' | 'GwMark' | 'GwHead' | 'GwEndBlock' | 'GwAnchor'
  | 'GwPartTitle' | 'GwAttachLabel' | 'GwAttach' | 'GwSign' | 'GwTable' | 'GwPicture' | 'GwFooter'

export interface PrintStyle {
  readonly id: StyleId
  /** The name shown in Word; the built-in styles have the names Word knows them by. */
  readonly name: string
  readonly font: FontRole
  /** Half points. */
  readonly size: number
  readonly align: 'both' | 'center' | 'left' | 'right'
  /** Exact line pitch in twips; null is that of the page. */
  readonly line: number | null
  /** Whether lines grow with what stands in them, as one with a picture must. */
  readonly isLoose?: true
  /** First-line indent in 字. */
  readonly firstLine: 0 | 2
  /** Whether the characters are set closer as in body text, so that 28 fit into a line. */
  readonly isSpaced: boolean
  /** 0-based outline level; null for what does not show in the navigation pane. */
  readonly outlineLevel: number | null
  readonly source: string
}

const body = { font: 'fang', size: 32, align: 'both', line: null, firstLine: 2, isSpaced: true, outlineLevel: null } as const
const heading = { ...body, source: 'GB/T 9704-2012, 7.3.3' } as const

export const printStyles = [
  { ...body, id: 'Normal', name: 'Normal', firstLine: 0, source: 'GB/T 9704-2012, 5.2.2' },
  { ...body, id: 'GwBody', name: '公文正文', source: 'GB/T 9704-2012, 7.3.3: 左空二字, further lines 顶格' },
  { ...body, id: 'Title', name: 'Title', font: 'displaySong', size: 44, align: 'center', firstLine: 0, isSpaced: false, source: 'GB/T 9704-2012, 7.3.1: 2号小标宋' },
  { ...heading, id: 'Heading1', name: 'heading 1', font: 'hei', outlineLevel: 0 },
  { ...heading, id: 'Heading2', name: 'heading 2', font: 'kai', outlineLevel: 1 },
  { ...heading, id: 'Heading3', name: 'heading 3', outlineLevel: 2 },
  { ...heading, id: 'Heading4', name: 'heading 4', outlineLevel: 3 },
  { ...heading, id: 'Heading5', name: 'heading 5', outlineLevel: 4, source: 'the standard has four levels; ① follows the fourth' },
  { ...body, id: 'GwByline', name: '公文题下署名', font: 'kai', align: 'center', firstLine: 0, source: 'usual practice: 楷体, centred below the title' },
  { ...body, id: 'GwMark', name: '公文发文机关标志', font: 'displaySong', size: 84, align: 'center', firstLine: 0, isSpaced: false, source: 'GB/T 9704-2012, 7.2.4: 小标宋, red, the size is the unit\'s choice' },
  { ...body, id: 'GwHead', name: '公文版头', align: 'left', firstLine: 0, source: 'GB/T 9704-2012, 7.2.1–7.2.6' },
  { ...body, id: 'GwEndBlock', name: '公文版记', size: 28, align: 'left', line: 480, firstLine: 0, isSpaced: false, source: 'GB/T 9704-2012, 7.4.2, 7.4.3: 4号仿宋' },
  { ...body, id: 'GwAnchor', name: '公文定位', size: 2, align: 'left', line: 20, firstLine: 0, isSpaced: false, source: 'ours: holds what stands at a fixed place of the page' },
  { ...body, id: 'GwPartTitle', name: '公文部分标题', font: 'hei', align: 'center', firstLine: 0, source: 'usual practice' },
  { ...body, id: 'GwAttachLabel', name: '公文附件标识', font: 'hei', align: 'left', firstLine: 0, source: 'GB/T 9704-2012, 7.3.7: 3号黑体 顶格' },
  { ...body, id: 'GwAttach', name: '公文附件说明', align: 'left', firstLine: 0, source: 'GB/T 9704-2012, 7.3.4' },
  { ...body, id: 'GwSign', name: '公文署名', align: 'right', firstLine: 0, source: 'GB/T 9704-2012, 7.3.5' },
  { ...body, id: 'GwTable', name: '公文表格', size: 24, align: 'center', line: 400, firstLine: 0, isSpaced: false, source: 'usual practice: 小四, 20 pt' },
  { ...body, id: 'GwPicture', name: '公文图片', align: 'center', isLoose: true, firstLine: 0, source: 'usual practice: a picture and its caption, centred' },
  { ...body, id: 'GwFooter', name: 'footer', font: 'song', size: 28, align: 'left', line: 280, firstLine: 0, isSpaced: false, source: 'GB/T 9704-2012, 7.5' },
] as const satisfies readonly PrintStyle[]

/** Fonts of the headings of level 1 … 5. Source: GB/T 9704-2012, 7.3.3 for 一、（一）1.（1）; the 章 and 节 above them repeat 黑体 and 楷体. */
export const headingFonts = {
  restart: ['hei', 'kai', 'fang', 'fang', 'fang'],
  continuous: ['hei', 'kai', 'fang', 'fang', 'fang'],
  decimal: ['hei', 'kai', 'fang', 'fang', 'fang'],
  chapter: ['hei', 'kai', 'hei', 'kai', 'fang'],
} as const satisfies Record<SchemeId, readonly [FontRole, FontRole, FontRole, FontRole, FontRole]>

/** The style of a heading of `level`. */
export function headingStyle(level: Level): StyleId {
  return `Heading${level}`
}
