/**
 * A folder of old files in every format that an office owns. Word 97, ODT and PDF files come from LibreOffice, a few of each, and are varied by
 * putting other words of the same length in their place; RTF, web pages and texts are written here; Word files are those of {@link asWord} and our own.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { exportWord } from '../../electron/export/exportWord'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { convertByOffice } from './convertByOffice'
import { asText, asWord, encryptedFile, oldReport, type OldFile } from './oldFolder'

const deeds = ['走访农户', '排查隐患', '整修渠道', '核对台账', '开展演练', '组织培训', '发放资料', '巡查堤坝', '清理沟道', '登记造册', '回访群众', '更新名册']
/** So many files of each format are made by LibreOffice. */
const bases = 10

type Variant = (text: string) => string

/** Other deeds and other figures in the same places: another report of the same length. */
function variant(seed: number): Variant {
  return (text) => text.replace(new RegExp(deeds.join('|'), 'g'), (deed) => deeds[(deeds.indexOf(deed) + 1 + (seed % 11)) % deeds.length] ?? deed)
    .replace(/(?<![\d年月])[1-9]\d{1,2}(?=次|处|人次)/g, (figure) => String((Number(figure) * 7 + seed * 13) % (9 * 10 ** (figure.length - 1)) + 10 ** (figure.length - 1)))
}

/** The bytes of a Word 97 file hold its text in two-byte characters. */
function varyDoc(bytes: Uint8Array, vary: Variant): Uint8Array {
  const file = Buffer.from(bytes)
  const text = file.toString('utf16le')
  return Buffer.concat([Buffer.from(text.replace(/[\u4e00-\u9fff，。、\d\r\n（）]{8,}/g, vary), 'utf16le'), file.subarray(text.length * 2)])
}

function varyOdt(bytes: Uint8Array, vary: Variant): Uint8Array {
  const parts = unzipSync(bytes)
  // First and unpacked, or it is no ODT file.
  const { mimetype = new Uint8Array(), ...others } = parts
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...others, 'content.xml': strToU8(vary(strFromU8(parts['content.xml'] ?? new Uint8Array()))) })
}

function asRtf(lines: readonly string[]): Uint8Array {
  const coded = (text: string): string => [...text].map((character) => (character.charCodeAt(0) < 0x80 ? character : `\\u${(character.charCodeAt(0) << 16) >> 16}?`)).join('')
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\r\n${lines.map((line) => `\\pard\\f0\\fs32 ${coded(line)}\\par`).join('\r\n')}}`, 'latin1')
}

function asPage(lines: readonly string[]): Uint8Array {
  return Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${lines[0] ?? ''}</title></head><body>${lines.map((line, at) => (at === 0 ? `<h1>${line}</h1>` : `<p>${line}</p>`)).join('\n')}</body></html>`, 'utf8')
}

/** Files of one format as LibreOffice writes them. */
function byOffice(format: 'doc' | 'odt' | 'pdf', sources: readonly (readonly string[])[]): readonly Uint8Array[] {
  return Object.values(convertByOffice(Object.fromEntries(sources.map((lines, index) => [`${index}.docx`, asWord(lines)])), format))
}

/** `count` files, every format in its share, a tenth of them copies, damaged, locked or no reports at all. */
export async function mixedFiles(count: number): Promise<readonly OldFile[]> {
  const texts = (from: number): readonly (readonly string[])[] => Array.from({ length: bases }, (_, index) => oldReport(from + index, 40).lines)
  const made = { doc: byOffice('doc', texts(1000)), odt: byOffice('odt', texts(2000)), pdf: byOffice('pdf', texts(3000)) }
  const files: OldFile[] = []
  for (let index = 0; files.length < count; index += 1) {
    const vary = variant(Math.floor(index / 10) + 1)
    const base = Math.floor(index / 10) % bases
    const { title, year, lines } = oldReport(50_000 + index, 40)
    const add = (extension: string, bytes: Uint8Array | undefined, fate: OldFile['fate'] = 'report', of: { readonly year: number; readonly title: string } = { year, title }): void => {
      files.push({ path: `${of.year}年/${String(index).padStart(3, '0')}${of.title}.${extension}`, bytes: bytes ?? new Uint8Array(), fate })
    }
    switch (index % 20) {
      case 0: case 10: add('doc', varyDoc(made.doc[base] ?? new Uint8Array(), vary), 'report', oldReport(1000 + base, 40)); break
      case 1: case 11: case 15: add('wps', varyDoc(made.doc[(base + 3) % bases] ?? new Uint8Array(), variant(index + 400)), 'report', oldReport(1000 + ((base + 3) % bases), 40)); break
      case 2: add('odt', varyOdt(made.odt[base] ?? new Uint8Array(), vary), 'report', oldReport(2000 + base, 40)); break
      case 3: case 13: add('rtf', asRtf(lines)); break
      case 4: if (Math.floor(index / 20) < bases) add('pdf', made.pdf[Math.floor(index / 20)], 'report', oldReport(3000 + Math.floor(index / 20), 40)); break
      case 5: add('htm', asPage(lines)); break
      case 6: add('txt', asText(lines, 'gb18030')); break
      case 7: add('txt', asText(lines)); break
      case 8: add('docx', asWord(lines)); add('备份.txt', asText(lines), 'copy'); break
      case 9: add('docx', asWord(lines).subarray(0, 2000), 'refused'); break
      case 12: add('doc', encryptedFile(), 'refused'); add('jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, index % 256, 1]), 'refused'); break
      case 14: case 16: case 17: add('docx', (await exportWord({ ...parseReport(lines.join('\n'), { newId: countingIds() }).content })).bytes); break
      default: add('docx', asWord(lines))
    }
  }
  return files.slice(0, count)
}
