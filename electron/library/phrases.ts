/** The phrase library on the disk (SPEC PHRASE-1): a document of its own with generations, so that it is never half written and never lost. */
import { join } from 'node:path'
import { AppFailure, type AppError } from '../../shared/base/errors'
import { changePhrases, type PhraseChange } from '../../shared/phrases/changePhrases'
import type { PhraseLibrary } from '../../shared/phrases/phrase'
import { phraseLibrarySchema } from '../../shared/phrases/phrasesSchema'
import { startLibrary } from '../../shared/phrases/startPhrases'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Surroundings } from '../storage/generations'
import { openDocument } from '../storage/openDocument'
import { openQuarantine } from '../storage/quarantine'

const phrasesFormat: DataFormat<PhraseLibrary> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => phraseLibrarySchema.safeParse(data).data ?? null,
}

export interface ReadPhrases {
  readonly library: PhraseLibrary
  /** What the clerk must know: an older generation was opened, or none could be read. */
  readonly trouble?: AppError
}

export interface PhraseStore {
  read(): Promise<ReadPhrases>
  change(change: PhraseChange): Promise<ReadPhrases>
  settle(): Promise<void>
}

/** Old generations are thinned after so many changes. */
const changesBetweenThinning = 20

export function openPhrases(surroundings: Surroundings, root: string): PhraseStore {
  const document = openDocument(openGenerations(surroundings, join(root, 'phrases'), phrasesFormat, openQuarantine(surroundings, root, 'phrases')))
  let changes = 0
  let trouble: AppError | undefined

  async function read(): Promise<ReadPhrases & { readonly isUnreadable: boolean }> {
    try {
      const newest = await document.read()
      if (newest?.fellBackFrom !== undefined) trouble = { code: 'phrasesDamaged' }
      return { library: newest?.revision.data ?? startLibrary, isUnreadable: false, ...said(trouble) }
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error
      if (error.error.code === 'reportNewer') throw new AppFailure({ code: 'phrasesNewer' }, error)
      if (error.error.code !== 'reportUnreadable') throw error
      trouble = { code: 'phrasesUnreadable' }
      return { library: startLibrary, isUnreadable: true, ...said(trouble) }
    }
  }

  return {
    read: async () => {
      const { isUnreadable: _isUnreadable, ...found } = await read()
      return found
    },
    change: async (change) => {
      const world = { newId: () => `p-${surroundings.randomName()}`, now: new Date(surroundings.clock()).toISOString() }
      const { library, isUnreadable } = await read()
      const next = changePhrases(library, change, world)
      if (next === library) return { library, ...said(trouble) }
      // Unreadable ones stay where they are; the library begins anew beside them.
      const saved = isUnreadable ? await document.save(next, 0, 'auto') : await document.update('auto', (newest) => changePhrases(newest?.data ?? startLibrary, change, world))
      changes += 1
      if (changes % changesBetweenThinning === 0) void document.thin()
      return { library: saved.revision.data, ...said(trouble) }
    },
    settle: () => document.settle(),
  }
}

function said(trouble: AppError | undefined): { readonly trouble?: AppError } {
  return trouble === undefined ? {} : { trouble }
}
