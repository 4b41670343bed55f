import { describe, expect, it } from 'vitest'
import { judgeFiles, nearlySame, readSketch, writeSketch } from '../../../electron/library/folderImport/judgeFiles'
import type { FilePicture } from '../../../electron/library/folderImport/filePictures'
import type { JobFile, LookedFile } from '../../../electron/library/folderImport/jobRecord'
import { bareText, sketchSimilarity, textSketch } from '../../../shared/compare/sketch'
import { oldReport } from '../../support/oldFolder'
import { effort } from '../../support/effort'

const looked: LookedFile = {
  format: '', rank: 0, title: '', titleFrom: 'text', year: 2019, yearFrom: 'title', isYearDoubtful: false, otherYear: null, kind: 'other', unit: '', characters: 1, print: '', shelfPrint: '', pictures: [], sketch: '', findings: 0, setAside: 0, met: [], toCheck: [],
}

/** A file of this text; texts that are the same have the same print. */
function file(path: string, text: string, more: Partial<JobFile & LookedFile> = {}): JobFile {
  const bare = bareText(text)
  return { path, bytes: 1, modified: more.modified ?? 0, sha256: path, looked: { ...looked, rank: more.rank ?? 0, print: bare, pictures: more.pictures ?? [], format: more.format ?? '', characters: more.characters ?? text.length, sketch: writeSketch(textSketch(bare)) }, ...(more.stored === undefined ? {} : { stored: more.stored }) }
}

const text = (seed: number): string => oldReport(seed, 10).lines.join('')

describe('files of a folder beside each other', () => {
  it('FOLDER-6: of one text what is stored is chosen, then the better format, the younger file, the shorter path', () => {
    const chosen = (...files: readonly JobFile[]): readonly (number | undefined)[] => judgeFiles(files, () => undefined).map(({ copyOf }) => copyOf)
    expect(chosen(file('a', text(1), { rank: 1 }), file('b', text(1)), file('c', text(2)))).toEqual([1, undefined, undefined])
    expect(chosen(file('a', text(1)), file('b', text(1), { modified: 5 }))).toEqual([1, undefined])
    expect(chosen(file('aa', text(1)), file('b', text(1)))).toEqual([1, undefined])
    expect(chosen(file('a', text(1)), file('b', text(1), { rank: 7, stored: { reportId: 'r', isKnown: false } }))).toEqual([1, undefined])
  })

  it('FOLDER-6: the same words with other pictures are no copy; a format that lost pictures or wrote them anew is', () => {
    const copies = (...files: readonly JobFile[]): readonly (number | undefined)[] => judgeFiles(files, () => undefined).map(({ copyOf }) => copyOf)
    const picture = (sha256: string, width = 800, height = 600): FilePicture => ({ sha256, width, height })
    const pictures = [picture('a'), picture('b', 300, 400)]
    const [docx, doc] = [{ format: 'docx' }, { format: 'doc', rank: 1 }]
    expect(copies(file('1', text(1), { ...docx, pictures }), file('2', text(1), { ...docx, pictures: [picture('a'), picture('c', 300, 400)] }))).toEqual([undefined, undefined])
    expect(copies(file('1', text(1), { ...docx, pictures }), file('2', text(1), { ...doc, pictures }))).toEqual([undefined, 0])
    expect(copies(file('1', text(1), docx), file('2', text(1), { ...doc, pictures: pictures.slice(0, 1) }), file('3', text(1), { format: 'txt', rank: 8 }))).toEqual([1, undefined, 1])
    expect(copies(file('1', text(1), { ...docx, pictures }), file('2', text(1), { ...doc, pictures: [picture('x', 401, 300), picture('y', 299, 400)] }))).toEqual([undefined, 0])
    expect(copies(file('1', text(1), { ...docx, pictures }), file('2', text(1), { ...doc, pictures: [picture('x', 300, 400), picture('y', 300, 400)] }))).toEqual([undefined, undefined])
    // Scans: of one shape, with hardly a word.
    expect(copies(file('1', text(1), { ...docx, pictures, characters: 150 }), file('2', text(1), { ...doc, pictures: [picture('x'), picture('y', 300, 400)], characters: 150 }))).toEqual([undefined, undefined])
    expect(copies(file('1', text(1), { ...docx, stored: { reportId: 'r', isKnown: false } }), file('2', text(1), { ...docx, pictures }))).toEqual([undefined, undefined])
  })

  it('FOLDER-6: near copies are found among thousands, as by comparing each with each, without a halt', async () => {
    const files = Array.from({ length: 1500 }, (_, index) => {
      const lines = oldReport((index % 750) + 1, 10).lines
      return file(`${index}`, (index < 750 ? lines : lines.map((line, at) => (at === 3 ? `${line}另外说明一点。` : line))).join(''))
    })
    let judged: ReturnType<typeof judgeFiles> = []
    expect(await effort(() => { judged = judgeFiles(files, () => undefined) })).toBeLessThan(60)
    expect(judged.filter(({ related }, index) => related.includes((index + 750) % 1500)).length).toBeGreaterThan(1450)
    const sketches = files.slice(0, 300).map((each) => readSketch(each.looked?.sketch ?? ''))
    for (let one = 0; one < 300; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const isNear = sketchSimilarity(sketches[one] ?? [], sketches[other] ?? []) >= nearlySame
        if (isNear) expect(judged[one]?.related.includes(other) === true || (judged[one]?.related.length ?? 0) >= 3).toBe(true)
      }
    }
  })
})
