/** The documents of the development corpus as files of every format: each gives the outline of its text. Absent outside the development machine: then one visible skipped line. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument, type ReadDocument } from '../../electron/import/readDocument'
import { readSource } from '../../electron/import/readers'
import { describeOutline, type OutlineDescription } from '../../shared/outline/describeOutline'
import { bare, corpus, golds, grade, hasCorpus, type Gold } from '../support/goldOutlines'

const folder = `${corpus}word/`
const files = (group: string): readonly string[] => readdirSync(`${folder}${group}`).sort()

async function read(name: string): Promise<ReadDocument> {
  const document = await readDocument(readFileSync(`${folder}${name}`), name, readSource)
  if (!document.ok) throw new Error(`${name}: ${JSON.stringify(document.error)}`)
  return document.value
}

const goldOf = (name: string): Gold => golds.find((each) => each.name === `${name.slice(0, 2)}.json`)?.gold as Gold
const textOutline = (name: string): OutlineDescription => describeOutline(readFileSync(`${corpus}${goldOf(name).file}`, 'utf8'))

describe.skipIf(!hasCorpus)('documents of the corpus in every format', () => {
  it('PARSE-31: made of a text, each file gives the outline, title, addressee and signature of that text', async () => {
    const given = files('from-txt')
    expect(given).toHaveLength(28)
    for (const name of given) expect([name, describeOutline(await read(`from-txt/${name}`))]).toEqual([name, textOutline(name)])
  })

  it('PARSE-31: with numbers that Word makes, each file reaches the grade of its text', async () => {
    const given = files('autonum')
    expect(given).toHaveLength(4)
    for (const name of given) {
      const headings = describeOutline(await read(`autonum/${name}`)).headings
      const own = grade(goldOf(name), textOutline(name).headings)
      expect([name, grade(goldOf(name), headings)]).toEqual([name, own])
      expect(headings.map(({ text }) => bare(text))).toEqual(textOutline(name).headings.map(({ text }) => bare(text)))
    }
  })

  it('the comparison sees a number that is lost', async () => {
    const document = await read('autonum/02-autonum.docx')
    const without = describeOutline({ ...document, text: document.text.replace(/^（一）/m, '') })
    expect(grade(goldOf('02'), without.headings).f1).toBeLessThan(1)
  })
})
