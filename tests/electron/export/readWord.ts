/** Reads our own Word files again, without the library that wrote them: the parts as text, the paragraphs with all that is set on them. */
import { strFromU8, unzipSync } from 'fflate'

export interface SourceRun {
  readonly text: string
  readonly fonts: Readonly<Record<string, string>>
  readonly bold: boolean
}
export interface SourceParagraph {
  readonly style: string
  readonly runs: readonly SourceRun[]
  readonly text: string
  readonly inTable: boolean
}

export function wordParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
}

export function part(bytes: Uint8Array, name: string): string {
  const found = wordParts(bytes).get(name)
  if (found === undefined) throw new Error(`no part ${name}`)
  return found
}

/** Every paragraph of the body in order, those in tables included. */
export function wordParagraphs(xml: string): readonly SourceParagraph[] {
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map((match) => [match.index, match.index + match[0].length] as const)
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map((match) => {
    const content = match[1] ?? ''
    const runs = [...content.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map((run) => readRun(run[1] ?? ''))
    return {
      style: /<w:pStyle w:val="([^"]*)"/.exec(content)?.[1] ?? 'Normal',
      runs,
      text: runs.map((run) => run.text).join(''),
      inTable: tables.some(([from, to]) => match.index >= from && match.index < to),
    }
  })
}

function readRun(xml: string): SourceRun {
  const fonts = Object.fromEntries([...(/<w:rFonts ([^>]*)\/>/.exec(xml)?.[1] ?? '').matchAll(/w:(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
  const pieces = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
  const text = pieces.map((piece) => (piece[2] === 'br' ? '\n' : piece[2] === 'tab' ? '\t' : unescape(piece[1] ?? ''))).join('')
  return { text, fonts, bold: /<w:b\/>/.test(xml) }
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}
