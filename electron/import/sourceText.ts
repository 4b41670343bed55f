/**
 * A document from outside as lines for the parser (SPEC IMPORT-8): one printed paragraph a line, cells parted by tabs, notes at the end. A table of one
 * column is a frame around its paragraphs.
 */
import type { GivenTable, LineHint, ParsableText } from '../../shared/outline/parsableText'
import type { SourceDocument, SourceParagraph } from './sourceDocument'
import { pairedSource, type KnownPictures } from './styledSource'

export function sourceText({ blocks, notes }: Pick<SourceDocument, 'blocks' | 'notes'>, pictures: KnownPictures = new Map()): ParsableText {
  const lines: string[] = []
  const hints = new Map<number, LineHint>()
  const tables: GivenTable[] = []
  const add = (text: string, hint: LineHint = {}): void => {
    if (Object.keys(hint).length > 0) hints.set(lines.length, hint)
    lines.push(text)
  }
  for (const { styled, source } of pairedSource(blocks, pictures)) {
    const onNewPage: LineHint = styled.pageBreakBefore ? { pageBreakBefore: true } : {}
    if (styled.kind === 'table') {
      const { rows, headerRows, merges } = styled
      const isFrame = rows.every((row) => row.length <= 1)
      const texts = isFrame ? rows.flatMap(([cell = '']) => cell.split('\n')) : rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
      if (!isFrame) tables.push({ from: lines.length, to: lines.length + rows.length - 1, rows, headerRows, ...(merges === undefined ? {} : { merges }) })
      texts.forEach((text, at) => { add(text, at === 0 ? onNewPage : {}) })
      continue
    }
    const own = source.kind === 'paragraph' ? paragraphHint(source) : {}
    const texts = styled.runs.map((run) => run.text).join('').split(/\r\n?|\n/)
    texts.forEach((text, at) => {
      const picture = at === texts.length - 1 && styled.picture !== undefined ? { picture: styled.picture } : {}
      add(text, { ...own, ...(at === 0 ? onNewPage : {}), ...picture })
    })
  }
  for (const { mark, text } of notes) add(`${mark} ${text.replace(/\s*\n\s*/g, ' ')}`, { isNote: true })
  return { text: lines.join('\n'), hints, tables }
}

/** What the file says of all lines of a paragraph. */
function paragraphHint({ outline, style, isCentered, isContents, size, line, runs }: SourceParagraph): LineHint {
  const written = runs.filter(({ text }) => text.trim() !== '')
  return {
    ...(line === undefined ? {} : { line }),
    ...(outline === null ? {} : { outline: outline + 1 }),
    ...(/^(title|标题)$/i.test(style.name) ? { isTitle: true as const } : {}),
    ...(isCentered ? { isCentered } : {}),
    ...(isContents ? { isContents } : {}),
    ...(written.length > 0 && written.every(({ bold }) => bold) ? { isBold: true as const } : {}),
    ...(size === undefined ? {} : { size }),
  }
}
