/** RTF files that nest, count and point too far. */
import { latin, odd, refused, sound, type HostileFile } from './hostileFile'

const rtf = (body: string): Uint8Array => latin(`{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}${body}}`)

export const hostileRtf: readonly HostileFile[] = [
  sound('RTF: nothing wrong', () => rtf("\\'bc\\'d7\\par")),
  refused('RTF: 100,000 groups in each other', () => rtf('{'.repeat(100_000) + 'x' + '}'.repeat(100_000))),
  refused('RTF: 5 million open groups', () => latin(`{\\rtf1 ${'{'.repeat(5_000_000)}`)),
  odd('RTF: a million groups side by side', () => rtf(`x${'{\\b x}'.repeat(1_000_000)}`)),
  odd('RTF: a million empty groups', () => rtf(`x${'{}'.repeat(1_000_000)}`)),
  odd('RTF: more closed than opened', () => rtf(`x${'}'.repeat(100_000)}`)),
  odd('RTF: bytes beyond the file', () => rtf('x\\bin4294967295 y')),
  odd('RTF: bytes of a negative number', () => rtf('x\\bin-2147483648 y')),
  odd('RTF: numbers of 100,000 figures', () => rtf(`x\\fs${'9'.repeat(100_000)} y\\u${'9'.repeat(100_000)} z\\uc${'9'.repeat(100_000)} ?`)),
  odd('RTF: a word of 5 million letters', () => rtf(`x\\${'a'.repeat(5_000_000)} y`)),
  refused('RTF: 400,000 paragraphs', () => rtf('x\\par '.repeat(400_000))),
  refused('RTF: 400,000 empty paragraphs', () => rtf(`x${'\\par'.repeat(400_000)}`)),
  refused('RTF: 3 million characters', () => rtf('x'.repeat(3_000_000))),
  odd('RTF: 300,000 cells', () => rtf(`\\trowd${'\\cellx100'.repeat(300)}${`\\intbl ${'x\\cell '.repeat(300)}\\row `.repeat(1_000)}`)),
  odd('RTF: a row of 300,000 columns', () => rtf(`\\trowd${'\\cellx100'.repeat(300_000)}\\intbl x\\cell\\row`)),
  odd('RTF: 20,000 fonts, styles and lists', () => rtf(`{\\fonttbl${Array.from({ length: 20_000 }, (_, index) => `{\\f${index}\\fcharset134 F;}`).join('')}}{\\stylesheet${Array.from({ length: 20_000 }, (_, index) => `{\\s${index}\\sbasedon${index + 1} S;}`).join('')}}{\\*\\listtable${'{\\list{\\listlevel{\\leveltext\\\'02\\\'00.;}}}'.repeat(20_000)}}x`)),
  odd('RTF: styles in a ring', () => rtf('{\\stylesheet{\\s1\\sbasedon2 A;}{\\s2\\sbasedon1 B;}}\\s1 x\\par')),
  odd('RTF: names of what every object inherits', () => rtf('{\\stylesheet{\\s1 __proto__;}{\\s2 constructor;}}{\\__proto__ x}\\constructor{\\*\\toString y}\\hasOwnProperty1\\valueOf z\\par \\s1 a')),
  odd('RTF: half a character at every end', () => rtf("\\'d6\\par \\'d6{\\'d0}\\'d6\\f0\\'81\\u-10179 ?\\par \\u-9216 ?x\\'")),
  odd('RTF: an object and a picture of 10 MB', () => rtf(`x{\\object{\\*\\objdata ${'00'.repeat(5_000_000)}}}{\\pict\\pngblip ${'ff'.repeat(2_500_000)}}`)),
  odd('RTF: a picture that says it is larger than the world', () => rtf(`x{\\pict\\pngblip\\picw2147483647\\pich2147483647 89504e470d0a1a0a0000000d494844527fffffff7fffffff0802000000}`)),
  odd('RTF: fields in each other', () => rtf(`x${'{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt '.repeat(400)}y${'}}'.repeat(400)}`)),
  odd('RTF: tables in each other', () => rtf(`${Array.from({ length: 500 }, (_, index) => `\\intbl\\itap${index + 1} x\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}`).join('')}\\cell\\row`)),
  odd('RTF: nothing but escapes', () => rtf("\\'".repeat(2_000_000))),
]
