/** The seeds and development documents beside the project, where they are; they are never part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import type { Report } from '../../../shared/report/report'
import { report } from './sampleReport'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
const folders = ['seeds', 'corpus/docs'].map((folder) => path.join(shared, folder))

export const hasCorpus = folders.every((folder) => existsSync(folder))

/** File name and parsed report of every document; empty where the folder is not. */
export function corpusReports(): readonly (readonly [string, Report])[] {
  if (!hasCorpus) {
    console.log('skipped: the seeds and development documents are not beside the project')
    return []
  }
  return folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => {
    const { content } = parseReport(readFileSync(path.join(folder, name), 'utf8'), { newId: countingIds() })
    return [name, report(content)] as const
  }))
}
