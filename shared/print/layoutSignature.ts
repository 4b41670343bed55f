/** 落款 as printed paragraphs (SPEC PRINT-11, HEAD-11): unsealed, sealed, under the stamp of the one who signs, or below the title (GB/T 9704-2012, 7.3.5). */
import { textWidth } from '../base/textWidth'
import type { Issuing } from '../report/issuing'
import { emptyLine, plainParagraph } from './layoutEnd'
import type { PrintParagraph } from './printDocument'
import { placeSeals, placeSignature, placeStamp } from './signatureBlock'

const lineWidth = 28

/** The lines of 落款 with the empty ones above them; nothing if there is neither signature nor date. `unit` is the width of one 字 in twips. */
export function layoutSignature(signature: readonly string[], date: string, { seal, post = '' }: Pick<Issuing, 'seal' | 'post'>, unit: number): readonly PrintParagraph[] {
  if (seal === 'stamp') return layoutStamp(signature, post, date, unit)
  if (signature.length === 0 && date === '') return []
  if (seal === 'sealed' && signature.length > 1) return layoutSeals(signature, date, unit)
  const place = placeSignature(signature.map(textWidth), textWidth(date), seal === 'sealed')
  const lines = [...signature.map((line, index) => signLine(line, place.signatureRight[index] ?? 0, unit)), ...(date === '' ? [] : [signLine(date, place.dateRight, unit)])]
  return [...(seal === 'sealed' ? [emptyLine, emptyLine] : [emptyLine]), ...lines]
}

/** Signature and date below the title, centred in 楷体, on material for a meeting (usual practice). */
export function layoutByline(signature: readonly string[], date: string): readonly PrintParagraph[] {
  return [...signature, ...(date === '' ? [] : [`（${date}）`])].map((text) => plainParagraph('GwByline', text, 'kai'))
}

/** Units that issue together stand side by side with room for a seal each, in rows, the last one above the date. */
function layoutSeals(signature: readonly string[], date: string, unit: number): readonly PrintParagraph[] {
  const { rows, dateRight, linesBetween } = placeSeals(signature.map(textWidth), textWidth(date))
  const lines = rows.flatMap((row, index) => {
    const [first, ...others] = row.map(({ from }) => Math.round(from * unit))
    const text = row.map(({ index: at }) => signature[at] ?? '').join('\t')
    const line: PrintParagraph = { ...plainParagraph('GwSign', text), align: 'left', indent: { left: first ?? 0 }, ...(others.length === 0 ? {} : { tabs: others }) }
    return index === 0 ? [line] : [...Array.from({ length: linesBetween }, () => emptyLine), line]
  })
  return [emptyLine, emptyLine, ...lines, ...(date === '' ? [] : [signLine(date, dateRight, unit)])]
}

/** The post before the room for the stamp, two lines below the body; the date one line below the stamp (7.3.5.3). */
function layoutStamp(signature: readonly string[], post: string, date: string, unit: number): readonly PrintParagraph[] {
  const posts = post.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (signature.length + posts.length === 0 && date === '') return []
  const { postRight, dateRight } = placeStamp()
  const units = signature.map((line) => signLine(line, postRight, unit))
  const lines = (posts.length === 0 && signature.length > 0 ? [] : posts.length === 0 ? [''] : posts).map((line) => signLine(line, postRight, unit))
  return [emptyLine, emptyLine, ...units, ...lines, ...(date === '' ? [] : [emptyLine, signLine(date, dateRight, unit)])]
}

function signLine(text: string, right: number, unit: number): PrintParagraph {
  return { ...plainParagraph('GwSign', text), indent: { right: Math.round(Math.min(right, lineWidth) * unit) } }
}
