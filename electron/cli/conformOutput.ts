/** 条款体检单 as text for a terminal, and as a report that the exporters print. */
import { countOutcomes, type ConformSheet } from '../../shared/conform/conformSheet'
import type { PrintedReport } from '../../shared/print/layoutReport'
import type { Block } from '../../shared/report/report'
import { conformText } from '../../shared/text/conform'
import { fillPlaces } from '../../shared/text/errors'

export interface NamedSheet extends ConformSheet {
  readonly file: string
}

const order = ['fail', 'byHand', 'pass'] as const

/** The sheet for people: what fails and what is to be looked at first, then what is right. */
export function conformSheetText(sheet: NamedSheet): string {
  const rows = order.flatMap((outcome) => sheet.clauses.filter(({ result }) => result === outcome).flatMap((row) => [
    fillPlaces(conformText.line, { outcome: conformText.outcomes[outcome], clause: row.clause, item: row.item, found: row.found }),
    ...(outcome === 'fail' ? [fillPlaces(conformText.required, { required: row.required })] : []),
  ]))
  return `${[fillPlaces(conformText.title, { name: sheet.file }), summaryOf(sheet), ...rows].join('\n')}\n`
}

function summaryOf(sheet: ConformSheet): string {
  return fillPlaces(conformText.summary, { all: sheet.clauses.length, ...countOutcomes(sheet) })
}

/** What fails and what is to be looked at, as a table each; each file on a page of its own. What passes is only counted. */
export function conformReport(sheets: readonly NamedSheet[]): PrintedReport {
  const { heads, outcomes } = conformText
  const blocks = sheets.flatMap((sheet, index): readonly Block[] => {
    const rows = order.filter((outcome) => outcome !== 'pass').flatMap((outcome) => sheet.clauses.filter(({ result }) => result === outcome)
      .map((row) => [outcomes[outcome], row.clause, row.item, outcome === 'fail' ? row.required : '', row.found]))
    const id = (part: string): string => `sheet-${index}-${part}`
    return [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' as const, id: id('break') }]),
      { kind: 'text', id: id('name'), level: 0, runs: [{ text: sheet.file }] }, { kind: 'text', id: id('count'), level: 0, runs: [{ text: summaryOf(sheet) }] },
      { kind: 'table', id: id('rows'), headerRows: 1, rows: [[heads.result, heads.clause, heads.item, heads.required, heads.found], ...rows] },
    ]
  })
  return { title: [conformText.heading], addressee: '', blocks, attachments: [], signature: [], date: '', note: '', numbering: 'restart' }
}
