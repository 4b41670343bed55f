/** What 四性检测 wants to know of a file that was archived (SPEC CHECK-3): whether it opens, what it says, what in it could act, and its fonts. */
import type { FiledFile } from '../../shared/archive/checks/checkFacts'
import { readWordFacts } from './word/facts/readFacts'
import { readWordFile } from './word/readWordFile'
import { resolveChanges } from './word/resolveChanges'
import { sniffFormat } from './sniffFormat'
import { parsableSource } from './sourceReport'

export type InspectedFile = Pick<FiledFile, 'format' | 'opens' | 'text' | 'active' | 'fontsOutside'>

export function inspectFile(bytes: Uint8Array): InspectedFile {
  const format = sniffFormat(bytes)
  if (format === 'docx') return inspectWord(bytes)
  if (format === 'pdf') return inspectPdf(bytes)
  return { format: 'unknown', opens: false, text: null, active: [], fontsOutside: null }
}

function inspectWord(bytes: Uint8Array): InspectedFile {
  const facts = readWordFacts(bytes)
  const word = readWordFile(bytes)
  const text = word.ok ? parsableSource({ ...word.value, blocks: resolveChanges(word.value, 'accepted') }).text.replace(/\s/g, '') : null
  const met = facts.ok ? facts.value.met : null
  const active = met === null ? [] : [...(met.macros ? ['macros' as const] : []), ...(met.external > 0 ? ['links' as const] : [])]
  return { format: 'docx', opens: facts.ok && word.ok, text, active, fontsOutside: null }
}

/** What may act in a PDF file (ISO 32000-1, 12.6.4 and 7.11.4). */
const pdfActions = [['/JavaScript', 'scripts'], ['/JS', 'scripts'], ['/Launch', 'programs'], ['/EmbeddedFile', 'embedded'], ['/URI', 'links'], ['/GoToR', 'links']] as const

/** Files of this program hold their objects in the open; only such files are judged, others do not "open" here. */
function inspectPdf(bytes: Uint8Array): InspectedFile {
  const text = openText(bytes)
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body] as const))
  const start = /startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1]
  const pages = [...objects.values()].filter((body) => /\/Type\/Page(?![a-z])/.test(body)).length
  const count = Number(/\/Type\/Pages\/Count (\d+)/.exec(text)?.[1] ?? -1)
  const opens = start !== undefined && text.startsWith('xref\n', Number(start)) && count > 0 && count === pages
  const dictionaries = [...objects.values()].map((body) => body.split('\nstream\n')[0] ?? '').join('\n')
  const active = [...new Set(pdfActions.flatMap(([name, part]) => (new RegExp(`${name}(?![A-Za-z])`).test(dictionaries) ? [part] : [])))]
  const fontsOutside = [...objects.values()].filter((body) => /\/Type\/FontDescriptor/.test(body) && !/\/FontFile[23]? /.test(body)).map((body) => /\/FontName\/([^/\s<>]+)/.exec(body)?.[1] ?? '?')
  return { format: 'pdf', opens, text: null, active, fontsOutside }
}

/** One character a byte, so that places in the text are places in the file. */
function openText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
