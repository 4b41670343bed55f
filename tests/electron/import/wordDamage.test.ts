import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../electron/import/word/readDocx'
import { docxSeeds } from '../../fuzz/docxSeeds'
import { allowedGrowth, growth } from '../../support/growth'
import { listed, paragraph, wordFile } from '../../support/wordFiles'
import { outcomeOf } from '../../support/sourceDocuments'

const outcome = (bytes: Uint8Array, read: (bytes: Uint8Array) => unknown = readDocx): string => outcomeOf(read, bytes)

function drawing(seed: number): (most: number) => number {
  let state = seed
  return (most) => (state = (state * 48271) % 2147483647) % most
}

type Mutate = (text: string, draw: (most: number) => number) => string

/** Damage to the text of a part: tags lost, moved, doubled or wrapped, values changed. */
const mutations: readonly Mutate[] = [
  (text, draw) => swap(text, draw, () => ''),
  (text, draw) => swap(text, draw, (tag) => tag + tag),
  (text, draw) => swap(text, draw, (tag) => tag.replace(/"[^"]*"/, `"${['', '-1', '99999999999', '1e9', '__proto__', 'x'][draw(6)] ?? ''}"`)),
  (text, draw) => swap(text, draw, (tag) => tag.replace(/w:[a-zA-Z]+/, `w:${['p', 'r', 't', 'tbl', 'tc', 'del', 'fldChar', 'txbxContent', 'sdt', 'constructor'][draw(10)] ?? 'p'}`)),
  (text, draw) => {
    const whole = /<w:(p|r|tr|tc|tbl|lvl|style|num)[ >].*?<\/w:\1>/s.exec(text.slice(draw(text.length)))?.[0]
    return whole === undefined ? text : text.replace(whole, draw(2) === 0 ? '' : whole.repeat(1 + draw(3)))
  },
  (text, draw) => text.slice(0, draw(text.length)),
]

/** Changes one tag somewhere. */
function swap(text: string, draw: (most: number) => number, change: (tag: string) => string): string {
  const at = text.indexOf('<', draw(text.length))
  const end = at === -1 ? -1 : text.indexOf('>', at)
  return end === -1 ? text : text.slice(0, at) + change(text.slice(at, end + 1)) + text.slice(end + 1)
}

describe('damaged Word files', () => {
  it('IMPORT-20: the files that are damaged are sound', () => {
    for (const [name, bytes] of docxSeeds) expect([name, outcome(bytes)]).toEqual([name, 'read'])
  })

  it('IMPORT-20: any damage to a part gives a document or a refusal', () => {
    const draw = drawing(11)
    const met = new Map<string, number>()
    for (let round = 0; round < 2000; round += 1) {
      const parts = unzipSync(docxSeeds[round % docxSeeds.length]![1])
      const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
      for (let change = 0; change <= draw(3); change += 1) {
        const name = names[draw(names.length)]!
        parts[name] = strToU8(mutations[draw(mutations.length)]!(strFromU8(parts[name]!), draw))
      }
      const code = outcome(zipSync(parts, { level: 0 }))
      met.set(code, (met.get(code) ?? 0) + 1)
    }
    // Both ways are taken often, so that neither is untested.
    expect(met.get('read')).toBeGreaterThan(500)
    expect(met.get('fileDamaged')).toBeGreaterThan(200)
  })

  it('IMPORT-20: any damage to the bytes gives a document or a refusal', () => {
    const draw = drawing(5)
    for (let round = 0; round < 2000; round += 1) {
      const bytes = Uint8Array.from(docxSeeds[round % docxSeeds.length]![1])
      for (let change = 0; change <= draw(4); change += 1) bytes[draw(bytes.length)] = draw(256)
      expect(typeof outcome(round % 3 === 0 ? bytes.subarray(0, draw(bytes.length)) : bytes)).toBe('string')
    }
  })

  const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
  const joined = '<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
  const open = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:r><w:b/><w:t>甲</w:t></w:r></w:p>`
  const numbers = (size: number): string => `<w:abstractNum w:abstractNumId="1">${'<w:lvl w:ilvl="0"/>'.repeat(size)}</w:abstractNum>${'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'.repeat(size)}`
  const repeated: readonly (readonly [string, (size: number) => Uint8Array])[] = [
    ['paragraphs that are joined', (size) => wordFile(joined.repeat(size * 4000))],
    ['removed ends of paragraphs', (size) => wordFile(open.repeat(size * 4000))],
    ['cells merged with the one on their left', (size) => wordFile(`<w:tbl><w:tr>${'<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'.repeat(size * 4000)}</w:tr></w:tbl>`)],
    ['notes with marks of their own in one run', (size) => wordFile(`<w:p><w:r>${'<w:footnoteReference w:id="1" w:customMarkFollows="1"/>'.repeat(size * 6000)}</w:r></w:p>`)],
    ['comments that never end', (size) => wordFile(`<w:p>${Array.from({ length: size * 4000 }, (_, id) => `<w:commentRangeStart w:id="${id}"/><w:r><w:t>甲乙丙丁戊己庚辛壬癸</w:t></w:r>`).join('')}</w:p>`)],
    ['lists with many levels', (size) => wordFile(paragraph('甲', listed(1)), { numbering: numbers(size * 2000) })],
    ['results that never end', (size) => wordFile(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>甲</w:t></w:r>'.repeat(size * 3000)}</w:p>`)],
    ['fields that never end', (size) => wordFile(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>甲</w:t></w:r>'.repeat(size * 4000)}</w:p>`)],
  ]
  it.each(repeated)('IMPORT-20: the time grows with the length: %s', (_, make) => {
    expect(growth(make, (bytes) => { outcome(bytes) })).toBeLessThan(allowedGrowth)
  })

  it('IMPORT-20: a reader that trips over damage would be noticed', () => {
    expect(() => outcome(new Uint8Array(), () => { throw new TypeError('x') })).toThrow(TypeError)
  })
})
