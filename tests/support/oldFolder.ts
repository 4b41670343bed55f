/** A folder of old files as an office has them: reports of many years in several formats, copies under other names, near copies, and things that are no reports. Texts are made up here. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chance } from './simulatedDisk'
import { paragraph, wordFile } from './wordFiles'

export interface OldFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** What must become of it: a report of its own, a copy of another one, refused, or passed over. */
  readonly fate: 'report' | 'copy' | 'refused' | 'skipped'
  /** The year and title of the report, where they are certain. */
  readonly year?: number
  readonly title?: string
}

const units = ['青河县水务局', '白石镇人民政府', '青河县教育局', '青河县农业农村局', '柳林乡人民政府']
const kinds = ['安全生产', '党建', '意识形态', '法治建设', '思想政治', '年度']
const starts = ['年初以来，', '按照县里的安排，', '围绕全年目标，', '针对薄弱环节，', '结合本单位实际，', '入汛之后，', '利用农闲时节，']
const doers = ['各股室', '全体干部', '各村支部', '包片人员', '分管领导', '值班人员', '普查员', '驻村队员']
const deeds = ['走访农户', '排查隐患', '整修渠道', '核对台账', '开展演练', '组织培训', '发放资料', '巡查堤坝', '清理沟道', '登记造册', '回访群众', '更新名册']
const ends = ['，底数更加清楚', '，问题逐项销号', '，群众比较满意', '，进度快于去年', '，资料已经归卷', '，责任落实到人', '，还要继续跟进']

/** A report of `paragraphs` paragraphs; another seed, another text. */
export function oldReport(seed: number, paragraphs = 24): { readonly title: string; readonly year: number; readonly lines: readonly string[] } {
  const next = chance(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  const sentence = (): string => `${pick(starts)}${pick(doers)}${pick(deeds)}${Math.floor(next() * 900) + 10}次，${pick(deeds)}${Math.floor(next() * 90) + 3}处，${pick(doers)}${pick(deeds)}${Math.floor(next() * 700) + 5}人次${pick(ends)}。`
  const year = 2012 + Math.floor(next() * 13)
  const unit = pick(units)
  const title = `${unit}${year}年度${pick(kinds)}工作总结`
  const body = Array.from({ length: paragraphs }, (_, at) => (at % 8 === 0 ? `${['一', '二', '三', '四', '五', '六', '七', '八'][at / 8] ?? '九'}、${pick(deeds)}情况` : `${sentence()}${sentence()}${sentence()}`))
  return { title, year, lines: [title, ...body, unit, `${year}年12月2${Math.floor(next() * 9)}日`] }
}

/** As a Word file without styles, the way it came from another program. */
export function asWord(lines: readonly string[], more: readonly string[] = []): Uint8Array {
  return wordFile([...lines.map((line) => paragraph(line)), ...more].join(''))
}

export function asText(lines: readonly string[], encoding: 'utf-8' | 'gb18030' | 'utf-16le' = 'utf-8'): Uint8Array {
  const text = lines.join('\r\n')
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return Buffer.concat([...text].map((character) => gbCode(character)))
}

let codes: Map<string, Buffer> | null = null

/** The two-byte code of a character in GB18030; every character of the texts here has one. */
function gbCode(character: string): Buffer {
  if (character.charCodeAt(0) < 0x80) return Buffer.from(character, 'latin1')
  if (codes === null) {
    codes = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
      for (let trail = 0xa1; trail <= 0xfe; trail += 1) codes.set(decoder.decode(Uint8Array.of(lead, trail)), Buffer.from([lead, trail]))
    }
  }
  const code = codes.get(character)
  if (code === undefined) throw new RangeError(`${character} has no code of two bytes`)
  return code
}

/** A compound file that says of itself that it has a password. */
export function encryptedFile(): Uint8Array {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(480)])
}

/** About `count` files of every sort that needs no other program to be made. */
export function oldFiles(count: number, seed = 1): readonly OldFile[] {
  const files: OldFile[] = []
  const encodings = ['utf-8', 'gb18030', 'utf-16le'] as const
  for (let index = 0; files.length < count; index += 1) {
    const { title, year, lines } = oldReport(seed * 10_000 + index)
    const folder = `${year}年/${['党建', '安全', '综合'][index % 3] ?? ''}`
    const named = `${String(index + 1).padStart(3, '0')}.${title}`
    const report = { year, title, fate: 'report' as const }
    switch (index % 10) {
      case 0: files.push({ path: `${folder}/${named}.txt`, bytes: asText(lines, encodings[index % 3]), ...report }); break
      case 3:
        // The same text twice: the Word file is the better one.
        files.push({ path: `${folder}/${named}.docx`, bytes: asWord(lines), ...report }, { path: `备份/${named} - 副本.txt`, bytes: asText(lines, 'gb18030'), fate: 'copy' })
        break
      case 5: {
        const bytes = asWord(lines)
        // Of two equal files the younger one is taken.
        files.push({ path: `U盘/${named}.docx`, bytes, fate: 'copy' }, { path: `${folder}/${named}（定稿）.docx`, bytes, ...report })
        break
      }
      case 7: files.push({ path: `${folder}/${named}.docx`, bytes: asWord(lines).subarray(0, 900), fate: 'refused' }); break
      case 9:
        files.push(
          { path: `杂项/~$${named.slice(2)}.docx`, bytes: Buffer.from('lock'), fate: 'skipped' }, { path: `杂项/加密${index}.doc`, bytes: encryptedFile(), fate: 'refused' },
          { path: `杂项/照片${index}.jpg`, bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, index % 256]), fate: 'refused' }, { path: `杂项/空白${index}.txt`, bytes: new Uint8Array(), fate: 'skipped' },
        )
        break
      default: files.push({ path: `${folder}/${named}.docx`, bytes: asWord(lines), ...report })
    }
  }
  return files
}

/** Writes the files below `root`, each a minute younger than the one before. */
export function writeOldFiles(root: string, files: readonly OldFile[]): void {
  files.forEach(({ path, bytes }, index) => {
    const full = join(root, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, bytes)
    const time = Date.UTC(2024, 0, 1) / 1000 + index * 60
    utimesSync(full, time, time)
  })
}
