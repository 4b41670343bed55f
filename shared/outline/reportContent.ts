import type { Report } from '../report/report'

/** What a text can say about a report; all other fields come from where the text came from. */
export type ReportContent = Pick<Report, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note' | 'numbering' | 'setAside'>

/** A report without a word in it. */
export const emptyContent: ReportContent = {
  title: [], addressee: '', blocks: [], attachments: [], signature: [], date: '', note: '', numbering: 'restart', setAside: [],
}
