/** `conform FILE…`: 条款体检单 of Word files (SPEC CONFORM-5). It ends with 1 if a clause fails. */
import { fail, succeed, type Result } from '../../shared/base/result'
import { countOutcomes, type ConformSheet } from '../../shared/conform/conformSheet'
import { conformText } from '../../shared/text/conform'
import { fillPlaces } from '../../shared/text/errors'
import { readableFormat } from '../import/readers'
import { conformWord } from '../import/word/conformWord'
import { exitCodes } from './exitCodes'
import { readBytes } from './readText'
import type { Refusal, Run, World } from './world'

interface NamedSheet extends ConformSheet {
  readonly file: string
}

export const runConform: Run = async (given, world) => {
  const sheets: NamedSheet[] = []
  for (const typed of given.words) {
    const sheet = await sheetOf(typed, world)
    if (!sheet.ok) return sheet
    sheets.push({ file: typed, ...sheet.value })
  }
  const [only] = sheets
  if (given.flags.has('--json')) world.write(`${JSON.stringify(sheets.length === 1 && only !== undefined ? { clauses: only.clauses } : sheets, null, 2)}\n`)
  else world.write(sheets.map(sheetText).join('\n'))
  return succeed(sheets.some((sheet) => countOutcomes(sheet).fail > 0) ? exitCodes.findings : exitCodes.done)
}

async function sheetOf(typed: string, world: World): Promise<Result<ConformSheet, Refusal>> {
  const file = await readBytes(typed, world)
  if (!file.ok) return file
  const { bytes, name } = file.value
  const format = readableFormat(bytes, name)
  if (!format.ok) return fail({ kind: 'failure', error: format.error })
  if (format.value !== 'docx') return fail({ kind: 'failure', error: { code: 'wordExpected', detail: { name } } })
  const sheet = conformWord(bytes)
  return sheet.ok ? sheet : fail({ kind: 'failure', error: { ...sheet.error, detail: { ...sheet.error.detail, name } } })
}

/** The sheet for people: what fails and what is to be looked at first, then what is right. */
export function sheetText(sheet: NamedSheet): string {
  const order = ['fail', 'byHand', 'pass'] as const
  const rows = order.flatMap((outcome) => sheet.clauses.filter(({ result }) => result === outcome).flatMap((row) => [
    fillPlaces(conformText.line, { outcome: conformText.outcomes[outcome], clause: row.clause, item: row.item, found: row.found }),
    ...(outcome === 'fail' ? [fillPlaces(conformText.required, { required: row.required })] : []),
  ]))
  return `${[fillPlaces(conformText.title, { name: sheet.file }), fillPlaces(conformText.summary, { all: sheet.clauses.length, ...countOutcomes(sheet) }), ...rows].join('\n')}\n`
}
