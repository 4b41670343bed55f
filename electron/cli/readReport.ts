import { countingIds } from '../../shared/base/ids'
import { succeed, type Result } from '../../shared/base/result'
import { parseReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import type { ParsedArguments } from './parseArguments'
import { readText } from './readText'
import type { Refusal, World } from './world'

/** Whether a word is the id of a report of the library. */
export function isReportId(word: string): boolean {
  return /^r-[0-9a-z]{26}$/.test(word)
}

/** What stands behind a word of the command line: a report of the library by its id, else a file. Ids of blocks from a file begin with `prefix`. */
export async function readReport(command: string, typed: string, given: ParsedArguments, world: World, prefix = 'b'): Promise<Result<ReportContent, Refusal>> {
  if (isReportId(typed)) return (await import('./withLibrary')).openStoredReport(command, typed, given, world)
  const file = await readText(typed, world)
  return file.ok ? succeed(parseReport(file.value, { newId: countingIds(prefix) }).content) : file
}
