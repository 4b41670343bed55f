/** The fixtures are what README.md and their own README say of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../electron/import/text/decodeText'
import { countingIds } from '../../shared/base/ids'
import { describeOutline } from '../../shared/outline/describeOutline'
import { parseReport } from '../../shared/outline/parseReport'
import { projectRoot } from './sources'

const bytes = (name: string): Uint8Array => readFileSync(join(projectRoot, 'tests', 'fixtures', name))
const text = (name: string): string => new TextDecoder().decode(bytes(name))

describe('fixtures', () => {
  it('dirty-2025.txt: five run-in or whole headings, the doubled number told, six lines set aside, the sentence reads on', () => {
    const { content, diagnostics } = parseReport(text('dirty-2025.txt'), { newId: countingIds() })
    const outline = describeOutline(text('dirty-2025.txt'))
    expect(outline.headings.map((heading) => [heading.level, heading.runIn])).toEqual([[1, true], [1, true], [1, true], [1, true], [1, false]])
    expect(diagnostics.map((diagnostic) => diagnostic.line)).toContain(13)
    expect(content.setAside.length).toBeGreaterThanOrEqual(5)
    expect(JSON.stringify(content.blocks)).toContain('接受党性教育和革命传统教育')
    expect(JSON.stringify(content.blocks)).not.toContain('云朵')
  })

  it.each(['dirty-2025.utf8-bom.txt', 'dirty-2025.gb18030.txt', 'dirty-2025.utf16le.txt', 'dirty-2025.utf16be.txt'])('%s holds the same text', (name) => {
    const decoded = decodeText(bytes(name))
    expect(decoded.ok && decoded.value.text.replaceAll('\r\n', '\n')).toBe(text('dirty-2025.txt'))
  })

  it('rare-characters.txt survives GB18030', () => {
    const decoded = decodeText(bytes('rare-characters.gb18030.txt'))
    expect(decoded.ok && decoded.value.text).toBe(text('rare-characters.txt'))
  })

  it('clauses-30.txt has no heading', () => {
    expect(describeOutline(text('clauses-30.txt')).headings).toEqual([])
  })
})
