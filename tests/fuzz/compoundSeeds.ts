/** Small Word 97 files that between them have everything the reader of compound files looks at. */
import { change, docFile, plain, row, type DocLevel, type DocParts, type DocStyle } from '../support/docFiles'
import { numberBytes, wideBytes } from '../support/compoundFiles'
import { oldDocFile } from '../support/oldDocFiles'
import { pngOf } from '../support/pictures'

export const chineseLevels: readonly DocLevel[] = [
  { format: 39, text: '\u0000、' }, { format: 39, text: '（\u0001）' }, { format: 0, text: '\u0002.', follow: 1 }, { format: 18, text: '\u0003' }, { format: 0, text: '\u0000.\u0004', flags: 4 }, { format: 23, text: '•' },
]

const styles: readonly DocStyle[] = [
  { name: '正文', number: 0 }, { name: '标题 1', number: 1, basedOn: 0, paragraph: [...change(0x2640, 0)], characters: [...change(0x0835, 1), ...change(0x4a43, 32, 0)] },
  { name: '强调', kind: 2, characters: [...change(0x0836, 1)] },
]

const listed = (level: number, list = 1): readonly number[] => [...change(0x260a, level), ...change(0x460b, ...numberBytes(list, 2))]

/** A tick out of a font of symbols, and a letter that is set in one. */
export const symbolParts: DocParts = {
  main: [{ runs: [{ text: '已办' }, { text: '(', changes: change(0x6a09, 1, 0, 0xfc, 0xf0) }, { text: '，' }, { text: 'a', changes: change(0x4a4f, 0, 0) }, { text: '角' }] }],
  tables: { 15: [...numberBytes(2, 2), 0, 0, ...['Symbol', 'Wingdings'].flatMap((name) => [39 + name.length * 2 + 2, ...Array.from({ length: 39 }, () => 0), ...wideBytes(name), 0, 0])] },
}

/** Positions of a table in the table stream, and what follows them. */
export const positions = (...values: readonly number[]): readonly number[] => values.flatMap((value) => numberBytes(value, 4))

export const noteParts: DocParts = {
  main: [{ runs: [{ text: '全年办结' }, { text: '\u0002', changes: change(0x0855, 1) }, { text: '一百件' }, { text: '\u0002', changes: change(0x0855, 1) }, { text: '。' }] }],
  footnotes: [plain('\u0002 不含撤回件'), plain('')],
  endnotes: [plain('\u0002 据台账'), plain('')],
  tables: { 2: [...positions(4, 10), 1, 0], 3: positions(0, 8, 9), 46: [...positions(8, 10), 1, 0], 47: positions(0, 6, 7) },
}

const record = (kind: number, instance: number, content: readonly number[], isContainer = false): readonly number[] => [...numberBytes((instance << 4) | (isContainer ? 0xf : 0), 2), ...numberBytes(kind, 2), ...numberBytes(content.length, 4), ...content]
const container = (kind: number, ...content: readonly (readonly number[])[]): readonly number[] => record(kind, 0, content.flat(), true)
const shape = (id: number, kind: number, properties: readonly (readonly [number, number])[], long: readonly number[] = []): readonly number[] => container(
  0xf004, record(0xf00a, kind, [...numberBytes(id, 4), 0, 0, 0, 0]), record(0xf00b, properties.length, [...properties.flatMap(([name, value]) => [...numberBytes(name, 2), ...numberBytes(value, 4)]), ...long]),
)
const pictureRecord = record(0xf01e, 0x6e0, [...Array.from({ length: 17 }, () => 7), ...pngOf(3, 2)])
const words = wideBytes('艺术字\0')
/** A store with one picture; a text box, a picture and words as drawings, the last two in a group. */
const art = [
  ...container(0xf000, container(0xf001, record(0xf007, 6, [...Array.from({ length: 36 }, () => 0), ...pictureRecord]))), 0,
  ...container(0xf002, container(
    0xf003, container(0xf004, record(0xf00a, 0, numberBytes(1, 8))), shape(2, 202, []), container(0xf003, shape(3, 0, []), shape(4, 75, [[0x104, 1]]), shape(5, 136, [[0x80c0, words.length]], words)),
  )),
]
const anchored = (id: number): readonly number[] => [...numberBytes(id, 4), ...Array.from({ length: 22 }, () => 0)]
const boxed = (id: number): readonly number[] => [...Array.from({ length: 14 }, () => 0), ...numberBytes(id, 4), 0, 0, 0, 0]

/** A text box at the first drawing, a group at the second. */
export const drawnParts: DocParts = {
  main: [plain('甲\u0008乙'), plain('丙\u0008丁')], textBoxes: [plain('框内'), plain(''), plain('')],
  tables: { 40: [...positions(1, 5, 7), ...anchored(2), ...anchored(3)], 50: art, 56: [...positions(0, 4, 5), ...boxed(2), ...boxed(0)] },
}

/** The properties of the second paragraph stand in the stream of data, behind a picture. */
const inline = [...container(0xf004), ...pictureRecord]
const pictured: readonly number[] = [...numberBytes(68 + inline.length, 4), ...numberBytes(68, 2), 100, 0, ...Array.from({ length: 60 }, () => 0), ...inline]
export const dataParts: DocParts = {
  main: [{ runs: [{ text: '图' }, { text: '\u0001', changes: [...change(0x6a03, 0, 0, 0, 0), ...change(0x0855, 1)] }] }, plain('居中', { changes: change(0x6646, ...numberBytes(pictured.length, 4)) })],
  data: Uint8Array.from([...pictured, 3, 0, ...change(0x2403, 1)]),
}

/** A ticked box, and the second entry of a list: their settings stand in the stream of data. */
const settings = (kind: number, result: number, more: readonly number[]): readonly number[] => {
  const form = [...numberBytes(0xffffffff, 4), kind | (result << 2), 0, 0, 0, 0, 0, 1, 0, 0x61, 0, 0, 0, ...more]
  return [...numberBytes(68 + form.length, 4), ...numberBytes(68, 2), ...Array.from({ length: 62 }, () => 0), ...form]
}
const ticked = settings(1, 25, [1, 0])
const listEntries = ['甲局', '乙局'].flatMap((entry) => [...numberBytes(entry.length, 2), ...wideBytes(entry)])
const chosen = settings(2, 1, [0, 0, ...Array.from({ length: 20 }, () => 0), 0xff, 0xff, ...numberBytes(2, 2), 0, 0, ...listEntries])
const form = (code: string, at: number): readonly { readonly text: string; readonly changes?: readonly number[] }[] => [
  { text: `\u0013 ${code} ` }, { text: '\u0001', changes: [...change(0x6a03, ...numberBytes(at, 4)), ...change(0x0806, 1), ...change(0x0855, 1)] }, { text: '\u0014\u0015' },
]
export const formParts: DocParts = {
  main: [{ runs: [...form('FORMCHECKBOX', 0), { text: '同意，' }, ...form('FORMDROPDOWN', ticked.length), { text: '。' }] }], data: Uint8Array.from([...ticked, ...chosen]),
}

export const seedParts: readonly (readonly [string, DocParts])[] = [
  ['plain', { main: [plain('关于报送总结的报告'), plain('“优化”服务——全年办结120件…'), plain('')] }],
  ['narrow', { main: [plain('\u201cPlan\u201d \u2014 1,000 items'), plain('end')], isNarrow: true }],
  ['pieces', { main: [plain('第一段有许多字。'), plain('第二段也有。', { style: 1 }), plain('第三段。')], styles, pieces: 5 }],
  ['lists', { main: [plain('工作', { changes: listed(0) }), plain('学习', { changes: listed(1) }), plain('一次', { changes: listed(2) }), plain('另起', { changes: listed(0, 2) })], lists: [chineseLevels], uses: [{ list: 0 }, { list: 0, starts: { 0: 5 } }] }],
  ['table', { main: [plain('统计表'), ...row(['单位', '上半年'], [0, 1000, 3000]), ...row(['甲', '1', '2'], [0, 1000, 2000, 3000], [0x60, 0, 0]), ...row(['', '3', '4'], [0, 1000, 2000, 3000], [0x20, 1, 2]), plain('表后')] }],
  ['looks', { main: [{ runs: [{ text: '看得见' }, { text: '看不见', changes: change(0x083c, 1) }, { text: '删去的', changes: change(0x0800, 1) }, { text: '加上的', changes: change(0x0801, 1) }, { text: '强调', changes: [...change(0x4a30, 2, 0), ...change(0x2a3e, 1)] }], style: 1, changes: change(0x2461, 1) }], styles }],
  ['fields', { main: [plain('见\u0013 HYPERLINK "x" \u0014附件\u0015和\u0013EMBED Equation.3\u0014\u0001\u0015，第\u0013 PAGE \u0015页\u001e\u001f\t\u000b下一行')] }],
  ['notes', noteParts],
  ['symbols', symbolParts],
  ['comments', {
    main: [plain('请核对\u0005数字')], comments: [plain('\u0005与台账不一致'), plain('')],
    tables: { 4: [...positions(3, 6), ...numberBytes(1, 2), ...wideBytes('甲'), ...Array.from({ length: 16 }, () => 0), 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], 5: positions(0, 8, 9), 36: [...numberBytes(2, 2), ...wideBytes('张三')] },
  }],
  ['form', formParts],
  ['drawn', drawnParts],
  ['equations', { main: [plain('\u0013 eq \\o\\ac(○,21)\u0015要点，\u0013EQ \\f(1,3)\u0015。')] }],
  ['data', dataParts],
  ['margins', { main: [plain('正文')], headers: [plain('页眉：某县档案局'), plain('')], tables: { 11: positions(0, 0, 0, 0, 0, 0, 0, 9, 10) } }],
]

export const compoundSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...seedParts.map(([name, parts]) => [name, docFile(parts)] as const),
  ['old', oldDocFile([{ text: Uint8Array.of(0xb9, 0xd8, 0xd3, 0xda, 0x31), changes: [5, 1], characters: [85, 1] }, { text: Uint8Array.of(0xd3, 0xda), mark: 7, changes: [24, 1] }, { text: Uint8Array.of(), mark: 7, changes: [24, 1, 25, 1] }], 0x0804)],
]
