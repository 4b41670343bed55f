/** Small valid RTF files, each with another part of what RTF can say; built in code. */
import { pngOf } from '../support/pictures'

/** Bytes of a text of characters below 256. */
export function latinBytes(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
}

/** Characters beyond ASCII as `\u` with a question mark to stand in. */
export function rtfText(text: string): string {
  return [...text].flatMap((character) => (character < '\u0080' ? [character] : [...Array(character.length).keys()].map((index) => `\\u${(character.charCodeAt(index) << 16) >> 16}?`))).join('')
}

const fonts = '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\ftech\\fcharset2 Symbol;}{\\f13\\fnil\\fcharset134 SimSun;}{\\f14\\fnil\\fcharset136 MingLiU;}{\\f15\\fnil\\fcharset128 MS Mincho;}{\\f16\\fnil\\fcharset129 Batang;}{\\f17\\fnil SimHei;}}'

/** A file with these groups and paragraphs; the code page of the file is that of China. */
export function rtfFile(body: string, head = ''): Uint8Array {
  return latinBytes(`{\\rtf1\\ansi\\ansicpg936\\deff0${fonts}${head}\r\n${body}}`)
}

/** A level of a list as it stands in a file: `text` has characters below 9 for the numbers of levels. */
export function rtfLevel(code: number, text: string, more = ''): string {
  const written = [...text].map((character) => (character < ' ' ? `\\'0${character.charCodeAt(0)}` : rtfText(character))).join('')
  return `{\\listlevel\\levelnfc${code}\\levelnfcn${code}\\leveljc0\\levelfollow0\\levelstartat1${more}{\\leveltext\\'${text.length.toString(16).padStart(2, '0')}${written};}{\\levelnumbers\\'01;}\\f0}`
}

const lists = `{\\*\\listtable{\\list\\listtemplateid1${rtfLevel(37, '\u0000、')}${rtfLevel(37, '（\u0001）')}${rtfLevel(0, '\u0002.')}{\\listname ;}\\listid7}{\\list${rtfLevel(23, '\u00b7')}\\listid8}}{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid8\\listoverridecount0\\ls2}{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls3}}`

const styles = `{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 ${rtfText('小标题')};}{\\*\\cs10 Default Paragraph Font;}}`

const png = [...pngOf(2, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const rtfSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['plain', rtfFile(`\\pard\\plain ${rtfText('工作总结')}\\par ${rtfText('今年以来')}\\tab 1\\line 2\\par`)],
  ['code pages', rtfFile("\\f13\\'b9\\'a4\\'d7\\'f7\\par\\f14\\'a4\\'40\\par\\f15\\'82\\'a0\\par\\f16\\'b0\\'a1\\par\\f0\\'93x\\'94\\par\\f1\\'b7\\par")],
  ['raw bytes', rtfFile('\\f13\u00b9\u00a4\u0095\\\u0081{\u0081}\\par')],
  ['surrogates', rtfFile(`${rtfText('𠮷')}{\\uc2\\u20013\\'d6\\'d0}{\\uc0\\u25991}\\par`)],
  ['listtext', rtfFile(`{\\listtext\\pard\\plain ${rtfText('一、')}\\tab}\\pard\\ls1\\ilvl0 ${rtfText('主要做法')}\\par{\\pntext\\f1\\'b7\\tab}\\pard ${rtfText('要点')}\\par`, lists)],
  ['counted lists', rtfFile(`\\pard\\ls1 a\\par\\ilvl1 b\\par\\ilvl1 c\\par\\ilvl0 d\\par\\ls2 e\\par\\ls3 f\\par`, lists)],
  ['styles', rtfFile(`\\pard\\s1\\outlinelevel0\\qc\\b\\fs32 ${rtfText('标题')}\\par\\pard\\plain\\s2\\fs28\\i x{\\ul y}\\par`, styles)],
  ['table', rtfFile('\\trowd\\trhdr\\trleft0\\cellx1000\\cellx3000\\pard\\intbl a\\cell b\\cell\\row\\trowd\\trleft0\\clmgf\\cellx1000\\clmrg\\cellx2000\\clvmgf\\cellx3000\\pard\\intbl c\\cell\\cell d\\cell\\row\\trowd\\trleft0\\cellx2000\\clvmrg\\cellx3000\\pard\\intbl e\\par f\\cell\\cell\\row\\pard g\\par')],
  ['nested table', rtfFile('\\trowd\\cellx3000\\pard\\intbl\\itap1 a\\par\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 d\\cell\\row\\pard e\\par')],
  ['notes', rtfFile(`a{\\super\\chftn{\\footnote\\pard\\plain\\chftn ${rtfText('脚注')}}}b{\\super\\chftn{\\footnote\\ftnalt\\pard\\plain\\chftn ${rtfText('尾注')}}}\\par{\\*\\atrfstart 1}c{\\*\\atrfend 1}{\\*\\atnid X}{\\*\\atnauthor ${rtfText('王')}}{\\chatn{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate 130364027}\\pard d}}\\par`, `{\\header\\pard ${rtfText('页眉')}\\par}{\\footerf\\pard 1\\par}`)],
  ['pictures', rtfFile(`{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv b}}}\\picw2\\pich2\\pngblip\r\n${png}}}{\\nonshppict{\\pict\\wmetafile8 0102}}a\\par{\\pict\\emfblip 0102}{\\pict\\jpegblip\\bin3 {\\}}\\par{\\object\\objemb{\\*\\objclass Excel}{\\*\\objdata 0102}{\\result b}}\\par`)],
  ['fields', rtfFile('{\\field{\\*\\fldinst PAGEREF x}{\\fldrslt 3}}\\page{\\*\\unknown x{y}}{\\upr{a}{\\*\\ud b}}\\~\\_\\-\\emdash\\ldblquote\\par')],
  ['hidden and changed', rtfFile('a{\\v b}{\\deleted c}{\\revised d}\\par{\\deleted\\par}e\\par{\\v f\\par}g\\par')],
  ['text boxes', rtfFile('a{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard b\\par c\\par}}{\\shprslt{\\*\\do{\\dptxbx{\\dptxbxtext d\\par}}}}}e\\par{\\*\\do{\\dptxbx{\\dptxbxtext f\\par}}}\\par{\\mmath{\\*\\moMath{\\mr{\\mrPr x}y}}{\\mmathPict z}}\\par')],
]
