import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isProduct, projectRoot, readSources } from './sources'
import { citationsIn, ruleSections, statedRules, titleCitations } from './spec'

const spec = readFileSync(join(projectRoot, 'SPEC.md'), 'utf8')
const stated = statedRules(spec)
const sections = ruleSections(spec)
const files = readSources()
const tests = files.filter((file) => !file.path.startsWith('tests/house/spec.'))

describe('SPEC.md', () => {
  it('HOUSE-7: every rule has a number of its own, in a section of its name', () => {
    expect(stated.filter((id, index) => stated.indexOf(id) !== index)).toEqual([])
    expect(stated.filter((id) => !sections.includes(id.replace(/-\d+$/, '')))).toEqual([])
    expect(new Set(sections).size).toBe(sections.length)
  })

  it('HOUSE-7: every rule that is cited stands there', () => {
    const cited = [...titleCitations(tests, sections), ...citationsIn(tests.filter((file) => isProduct(file.path)), sections)]
    expect(cited.filter((each) => !stated.includes(each.id)).map((each) => `${each.id} ${each.path}`)).toEqual([])
  })

  it('HOUSE-7: every rule is cited by a test', () => {
    const cited = new Set(titleCitations(tests, sections).map((each) => each.id))
    expect(stated.filter((id) => id !== 'HOUSE-7' && !cited.has(id))).toEqual([])
  })

  it('the check would notice a doubled rule, a rule nobody cites and a citation of nothing', () => {
    const planted = '### NUM — numbers\n- **NUM-1** One.\n- **NUM-1** Again.\n- **NUM-2** Two.\n'
    const test = { path: 'tests/shared/a.test.ts', text: `it('NUM-1 NUM-9: in UTF-8', () => {})\n// NUM-2\n` }
    expect(statedRules(planted)).toEqual(['NUM-1', 'NUM-1', 'NUM-2'])
    expect(titleCitations([test], ruleSections(planted)).map((each) => each.id)).toEqual(['NUM-1', 'NUM-9'])
    expect(citationsIn([test], ruleSections(planted)).map((each) => each.id)).toEqual(['NUM-1', 'NUM-9', 'NUM-2'])
  })
})
