import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { borrowed, machinePlaces, mergeMarks, readTexts, spansOf } from './provenance'
import { projectRoot } from './sources'

const texts = readTexts(projectRoot)
const shared = join(projectRoot, '..', 'shared')

describe('what must not be committed', () => {
  it('HOUSE-12: no place of the machine the work was done on', () => {
    const own = texts.filter((file) => !file.path.startsWith('tests/house/provenance'))
    expect(own.flatMap((file) => machinePlaces(file.text).map((place) => `${file.path}:${place}`))).toEqual([])
  })

  it('HOUSE-14: no merge left undecided', () => {
    expect(texts.flatMap((file) => mergeMarks(file.text).map((place) => `${file.path}:${place}`))).toEqual([])
    expect(mergeMarks(`a\n${'<'.repeat(7)} HEAD\nb\n${'='.repeat(7)}\nc\n${'>'.repeat(7)} 0a1b2c3\n`)).toEqual([`2: ${'<'.repeat(7)} HEAD`, `6: ${'>'.repeat(7)} 0a1b2c3`])
  })

  it('HOUSE-12: the search would notice a place and a sentence', () => {
    expect(machinePlaces('a\nwriteFile("/tmp/out.docx")')).toEqual(['2: /tmp/out.docx'])
    expect(machinePlaces('https://example.invalid/work/here and ./tmp/x')).toEqual([])
    const spans = spansOf(['全年完成纸质档案数字化扫描八十二万页，著录目录。'])
    expect(borrowed('无\n去年全年完成纸质档案、数字化扫描八十二万页。', spans).length).toBe(1)
    expect(borrowed('去年全年完成纸质档案。', spans)).toEqual([])
  })
})

describe.skipIf(!existsSync(join(shared, 'seeds')))('beside the documents we learn from', () => {
  it('HOUSE-12: no sentence of the seeds or of the corpus stands in the project', () => {
    const folders = ['seeds', 'corpus/docs'].map((folder) => join(shared, folder)).filter(existsSync)
    const theirs = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8')))
    const spans = spansOf(theirs)
    expect(spans.size).toBeGreaterThan(1000)
    expect(texts.flatMap((file) => borrowed(file.text, spans).map((place) => `${file.path}:${place}`))).toEqual([])
  })
})
