import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../electron/import/readers'
import { sourceText } from '../../../../electron/import/sourceText'

const corpus = path.resolve('../shared/corpus')
const word = path.join(corpus, 'word')
const isThere = existsSync(word)
if (!isThere) process.stdout.write('No corpus of Word files here: the .doc files of others are not tested.\n')

const filesIn = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)]))

async function linesOf(file: string): Promise<readonly string[] | string> {
  const read = await readSource(readFileSync(file), 'x.doc')
  return read.ok ? sourceText(read.value.document).text.split('\n') : read.error.code
}

/** Refusals that are right for the files of the corpus that are no document of Word, or hold no character. */
const rightRefusals = ['fileEncrypted', 'fileEmpty', 'formatUnknown']

describe.skipIf(!isThere)('.doc files of others', () => {
  it('IMPORT-10: all are read, or refused with the right word', async () => {
    const outcomes = new Map<string, string>()
    for (const file of filesIn(word).filter((each) => each.endsWith('.doc'))) {
      const lines = await linesOf(file)
      outcomes.set(path.basename(file), typeof lines === 'string' ? lines : 'read')
    }
    expect([...outcomes].filter(([, outcome]) => outcome !== 'read' && !rightRefusals.includes(outcome))).toEqual([])
    expect([...outcomes.values()].filter((outcome) => outcome === 'read').length).toBeGreaterThan(20)
    expect(Object.fromEntries([...outcomes].filter(([name]) => /password|drm|Word6\.doc/.test(name)))).toEqual({
      'password_password_cryptoapi.doc': 'fileEncrypted', 'password_tika_binaryrc4.doc': 'fileEncrypted', 'testWORD_protected_drm.doc': 'fileEncrypted', 'Word6.doc': 'read',
    })
  })

  it('IMPORT-11: a document saved as .doc has its text line by line', async () => {
    for (const file of filesIn(path.join(word, 'from-txt')).filter((each) => each.endsWith('.doc'))) {
      const own = readFileSync(path.join(corpus, 'docs', `${path.basename(file, '.doc')}.txt`), 'utf8').split(/\r?\n/)
      if (own[own.length - 1] === '') own.pop()
      expect(await linesOf(file)).toEqual(own)
    }
  })

  it('IMPORT-11: Word’s own numbers are those of the .docx file', async () => {
    for (const file of filesIn(path.join(word, 'autonum')).filter((each) => each.endsWith('.doc'))) {
      const lines = await linesOf(file)
      expect(lines).toEqual(await linesOf(file.replace(/doc$/, 'docx')))
      expect(lines).not.toEqual(await linesOf(path.join(word, 'from-txt', '05.doc')))
    }
  })
})
