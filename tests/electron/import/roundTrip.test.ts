/** What we export we import again without loss: generated reports through `exportWord` and the import of our own Word files. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { importFile } from '../../../electron/import/importReport'
import { readSource } from '../../../electron/import/readers'
import { sourceReport, type KeepPicture } from '../../../electron/import/sourceReport'
import { readDocx } from '../../../electron/import/word/readDocx'
import { readWordFile } from '../../../electron/import/word/readWordFile'
import { countingIds } from '../../../shared/base/ids'
import { succeed } from '../../../shared/base/result'
import { assignNumbers } from '../../../shared/outline/assignNumbers'
import { isOurs } from '../../../shared/print/styledBlocks'
import type { Issuing } from '../../../shared/report/issuing'
import type { Block, Report } from '../../../shared/report/report'
import { pngOf } from '../../support/pictures'
import { printedReport } from '../../support/printedReports'
import { issuedReports } from '../export/issuedReports'
import { part, wordParts } from '../export/readWord'
import { report, sampleReport, text } from '../export/sampleReport'

const seed = Number(process.env['FC_SEED'] ?? 20261121)

type Content = Pick<Report, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note' | 'numbering' | 'issuing'>

/** What a printed page shows of a report: no ids, states and origin; parts that the chosen format does not print are absent. */
function shown(given: Content): unknown {
  const { title, addressee, blocks, attachments, signature, date, note, numbering, issuing } = given
  return {
    title: title.join(''), addressee, attachments, signature, date, note,
    // Where two schemes print the same numbers, either of them is right.
    numbers: [...assignNumbers(blocks, numbering).values()],
    blocks: blocks.map(({ id: _id, ...block }) => block), issuing: issuing === undefined ? { profile: 'ordinary' } : shownIssuing(issuing),
  }
}

/** The wish for an even page leaves no trace where the last page is even anyway. */
function shownIssuing({ endsOnEvenPage: _endsOnEvenPage, ...issuing }: Issuing): unknown {
  return Object.fromEntries(Object.entries(issuing).filter(([, value]) => value !== ''))
}

async function again(given: Report): Promise<unknown> {
  return shown(await readOwn((await exportWord(given)).bytes))
}

async function readOwn(bytes: Uint8Array, keepPicture: KeepPicture | null = null): Promise<Content> {
  const document = readDocx(bytes)
  if (!isOurs(document.styleNames)) throw new Error('not known as our own file')
  return (await sourceReport(document, countingIds('n'), keepPicture)).content
}

describe('ROUND: our own Word file imported again', () => {
  it('ROUND-1: the sample', async () => {
    expect(await again(sampleReport)).toEqual(shown(sampleReport))
  })

  it.each(issuedReports.filter(([name]) => name !== 'preprinted'))('ROUND-2: %s with the parts of its format', async (_, given) => {
    expect(await again(given)).toEqual(shown(given))
  })

  it('ROUND-1 ROUND-2: generated reports', async () => {
    await fc.assert(fc.asyncProperty(printedReport, async (given) => { expect(await again(given)).toEqual(shown(given)) }), { seed, numRuns: 200 })
  })

  it('ROUND-1: the library stores what the file says, not what its text might mean', async () => {
    const stored: unknown[] = []
    const own = issuedReports[0]?.[1] ?? sampleReport
    const { bytes } = await exportWord(own)
    const target = { importReport: (given: { readonly content: Content }) => { stored.push(shown(given.content)); return Promise.resolve(succeed({ id: 'r', title: '', year: 2025, isKnown: false })) } }
    expect(await importFile(target, { name: '退回.docx', bytes }, { newId: countingIds('n'), read: readSource })).toMatchObject({ ok: true, value: { findings: 0 } })
    expect(stored).toEqual([shown(own)])
  })

  it('ROUND-1: pictures come back with their bytes, size and caption, and are kept', async () => {
    const [first, second] = [pngOf(3, 2), pngOf(40, 60)]
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const image = (bytes: Uint8Array, width: number, height: number, caption: string): Block => ({ kind: 'image', id: caption, sha256: hash(bytes), mediaType: 'image/png', width, height, caption })
    const own = report({ title: ['总结'], blocks: [text(0, '图如下。'), image(first, 3, 2, '图1　新泵站'), image(second, 40, 60, ''), text(0, '完。'), image(first, 3, 2, '图3　再看一次')], signature: ['甲'], date: '2025年1月5日' })
    const { bytes, changes } = await exportWord(own, {}, (sha256) => Promise.resolve(sha256 === hash(first) ? first : second))
    expect(changes).toEqual([])
    const kept: Uint8Array[] = []
    const read = await readOwn(bytes, ({ bytes: picture }) => { kept.push(picture); return Promise.resolve(succeed({ sha256: hash(picture) })) })
    expect(shown(read)).toEqual(shown(own))
    expect(kept.map(hash).sort()).toEqual([hash(first), hash(second)].sort())
  })

  it('ROUND-3: what a colleague changed in the file wins', async () => {
    const { bytes } = await exportWord(sampleReport)
    const parts = unzipSync(bytes)
    const edited = zipSync({ ...parts, 'word/document.xml': strToU8(part(bytes, 'word/document.xml').replaceAll('46处', '52处')) })
    const read = await readOwn(edited)
    expect(JSON.stringify(read)).toContain('52处')
    expect(JSON.stringify(read)).not.toContain('46处')
    // Nothing of the report hides in another part of the file.
    for (const [name, xml] of wordParts(bytes)) if (name !== 'word/document.xml' && name !== 'docProps/core.xml') expect(xml, name).not.toContain('供水')
  })

  it('IMPORT-6: the tables of a text box are read as its paragraphs', async () => {
    const box = '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:tbl><w:tr><w:tc><w:p><w:r><w:t>框里的表</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>'
    const { bytes } = await exportWord(sampleReport)
    const edited = zipSync({ ...unzipSync(bytes), 'word/document.xml': strToU8(part(bytes, 'word/document.xml').replace('</w:p>', box)) })
    const read = readWordFile(edited)
    expect(read.ok && JSON.stringify(read.value.blocks)).toContain('框里的表')
  })
})
