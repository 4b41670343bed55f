/** Real Word files beside the text that LibreOffice makes of them (SPEC IMPORT-20). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../electron/import/readers'
import type { SourceBlock, SourceDocument } from '../../../electron/import/sourceDocument'
import { sourceText } from '../../../electron/import/sourceText'
import { officeReason, officeTexts } from '../../support/office'
import { isInstalled, mammothText, pythonParagraphs } from '../../support/otherReaders'
import { compareTexts, rules, type Comparison } from '../../support/sameText'

const corpus = path.resolve('../shared/corpus/word')
const reason = existsSync(corpus) ? officeReason() : 'no corpus beside this clone'
if (reason !== null) console.log(`not compared with LibreOffice: ${reason}`)

/** Groups of the corpus with Chinese documents. */
const chinese = ['cn', 'from-txt', 'autonum']

describe.skipIf(reason !== null)('IMPORT-20: real Word files', () => {
  const files = reason !== null ? [] : wordFiles(corpus).map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(corpus, name))) }))
  const read = Promise.all(files.map(async ({ name, bytes }) => ({ name, bytes, result: await readSource(bytes, name) })))
  const office = reason !== null ? {} : officeTexts(Object.fromEntries(files.map(({ name, bytes }) => [name, { bytes, kind: 'accepted' as const }])))

  it('IMPORT-20: open, or are refused with a reason that is true', async () => {
    const refused = (await read).flatMap(({ name, result }) => (result.ok ? [] : [[name, result.error.code] as const]))
    console.log(`${files.length} files, refused: ${refused.map(([name, code]) => `${path.basename(name)} ${code}`).join(', ')}`)
    expect(refused.filter(([name]) => chinese.includes(name.split('/')[0] ?? ''))).toEqual([])
    // A file that LibreOffice finds text in is never refused.
    expect(refused.filter(([name]) => (office[name] ?? '').trim() !== '')).toEqual([])
  })

  it('IMPORT-20: every character and number stands as in the text of LibreOffice', async () => {
    const compared = (await read).flatMap(({ name, bytes, result }) => (result.ok && office[name] !== undefined ? [[name, compareTexts(result.value.document, office[name], hasFrames(bytes))] as const] : []))
    for (const [title, group] of [['Chinese', compared.filter(([name]) => isChinese(name))], ['torture', compared.filter(([name]) => !isChinese(name))]] as const) console.log(summary(title, group.map(([, each]) => each)))
    const lost = compared.flatMap(([name, { unexplained }]) => unexplained.map((each) => `${name} ${each}`))
    for (const each of lost.slice(0, 60)) console.log(each)
    expect(compared.length).toBeGreaterThan(50)
    expect(lost).toEqual([])
    // In the Chinese ones nothing is explained away but blanks and bullets.
    for (const [name, { explained }] of compared.filter(([each]) => isChinese(each))) expect([name, { ...explained, blanks: 0, bullets: 0 }]).toEqual([name, Object.fromEntries(rules.map((rule) => [rule, 0]))])
  })

  it('IMPORT-20: a reader that loses numbers or a run is noticed', async () => {
    const spoilt = async (spoil: (document: SourceDocument) => SourceDocument): Promise<number> => (await read).filter(({ name, result }) => result.ok && isChinese(name) && office[name] !== undefined && compareTexts(spoil(result.value.document), office[name]).unexplained.length > 0).length
    expect(await spoilt((document) => ({ ...document, blocks: withoutLabels(document.blocks) }))).toBeGreaterThan(5)
    expect(await spoilt((document) => ({ ...document, blocks: withoutOneRun(document.blocks) }))).toBeGreaterThan(20)
  })
})

describe.skipIf(reason !== null || !isInstalled('mammoth'))('IMPORT-20: real Word files by another library', () => {
  it('IMPORT-20: mammoth finds the same characters in Chinese files, numbers aside', async () => {
    let characters = 0
    for (const name of wordFiles(corpus).filter(isChinese)) {
      const bytes = new Uint8Array(readFileSync(path.join(corpus, name)))
      const read = await readSource(bytes, name)
      if (!read.ok) throw new Error(name)
      const text = flatText(sourceText({ blocks: withoutLabels(read.value.document.blocks), notes: [] }).text)
      expect([name, text]).toEqual([name, flatText(await mammothText(bytes))])
      characters += text.length
    }
    expect(characters).toBeGreaterThan(80_000)
  })
})

describe.skipIf(reason !== null)('IMPORT-20: real Word files in Python', () => {
  it('IMPORT-20: python3-docx finds no paragraph that is not here, in this order', async () => {
    const names = reason === null ? wordFiles(corpus).filter(isChinese) : []
    const theirs = pythonParagraphs(names.map((name) => path.join(corpus, name)))
    if (theirs === null) {
      console.log('not compared with python3-docx: not installed')
      return
    }
    let found = 0
    for (const [file, paragraphs] of Object.entries(theirs)) {
      const read = await readSource(new Uint8Array(readFileSync(file)), file)
      if (!read.ok) throw new Error(file)
      const text = flatText(sourceText({ blocks: withoutLabels(read.value.document.blocks), notes: [] }).text)
      let at = 0
      for (const paragraph of paragraphs.map(flatText).filter((each) => each !== '')) {
        const next = text.indexOf(paragraph, at)
        expect([path.basename(file), paragraph, next >= at]).toEqual([path.basename(file), paragraph, true])
        at = next + paragraph.length
        found += 1
      }
    }
    expect(found).toBeGreaterThan(1000)
  })
})

function flatText(text: string): string {
  return text.replace(/\s/g, '')
}

function withoutLabels(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  return blocks.map((block): SourceBlock => {
    if (block.kind === 'paragraph') return { ...block, label: '' }
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, label: '' })) })) })) }
  })
}

function isChinese(name: string): boolean {
  return chinese.includes(name.split('/')[0] ?? '')
}

function wordFiles(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.docx')).map((name) => name.split(path.sep).join('/')).sort()
}

function hasFrames(bytes: Uint8Array): boolean {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).includes('<w:framePr ')
}

function summary(title: string, all: readonly Comparison[]): string {
  const sum = (read: (each: Comparison) => number): number => all.reduce((total, each) => total + read(each), 0)
  return `${title}: ${all.length} files, ${sum(({ characters }) => characters)} characters; ${rules.map((rule) => `${rule} ${sum(({ explained }) => explained[rule])}`).join(', ')}; unexplained ${sum(({ unexplained }) => unexplained.length)}`
}

/** The blocks without the first run that says something. */
function withoutOneRun(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.runs.some(({ text }) => text.trim() !== ''))
  return blocks.map((block, index) => (block.kind === 'paragraph' && index === at ? { ...block, runs: block.runs.slice(1) } : block))
}
