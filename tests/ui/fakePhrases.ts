/** The phrase library of the stand-in. */
import type { Handlers } from '../../electron/ipc/answer'
import { importPhrases } from '../../electron/import/importPhrases'
import { readSource } from '../../electron/import/readers'
import { countingIds } from '../../shared/base/ids'
import { succeed, type Result } from '../../shared/base/result'
import type { Request, Response } from '../../shared/ipc/contract'
import { changePhrases } from '../../shared/phrases/changePhrases'
import { startGathering } from '../../shared/phrases/gatherPhrases'
import { startLibrary } from '../../shared/phrases/startPhrases'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { shellText } from '../../shared/text/shell'

export interface FakeDialogs {
  readonly now: () => string
  readonly newToken: () => string
  readonly isExportCancelled: () => boolean
  readonly chosen: () => readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

type Channels = 'phrases.read' | 'phrases.change' | 'phrases.suggest' | 'phrases.export' | 'phrases.import'

export function fakePhrases({ now, newToken, isExportCancelled, chosen }: FakeDialogs, reports: () => readonly StoredReport[]): Pick<Handlers, Channels> {
  let library = startLibrary
  const newId = countingIds('p')
  async function change(asked: Request<'phrases.change'>): Promise<Result<Response<'phrases.change'>>> {
    library = changePhrases(library, asked, { newId, now: now() })
    return succeed({ library })
  }
  const read = async () => succeed({ library })
  return {
    'phrases.read': read,
    'phrases.change': change,
    'phrases.suggest': async () => {
      const finished = reports().filter(({ report, trashedAt }) => (report.state === 'final' || report.state === 'filed') && trashedAt === undefined)
      const gathering = startGathering()
      for (const { report } of finished) gathering.add(report)
      return succeed({ reports: finished.length, suggestions: [...gathering.suggestions(library, 60)] })
    },
    'phrases.export': async () => (isExportCancelled() ? succeed({ kind: 'cancelled' }) : succeed({ kind: 'written', fileName: shellText.phrasesFileName, folderName: '文档', token: newToken() })),
    'phrases.import': async () => {
      const [file] = chosen()
      return file === undefined ? succeed({ kind: 'cancelled' }) : importPhrases({ readPhrases: read, changePhrases: change }, file, readSource)
    },
  }
}
