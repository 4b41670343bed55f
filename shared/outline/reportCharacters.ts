import { characterCount } from '../base/characterCount'
import type { Report } from '../report/report'
import { blockCharacters } from './outlineRows'

/** 字数 of a report: title, addressee, body, attachments, signature, date and note, without the numbers that the program draws (SPEC REPORT-3). Bodies are remembered. */
export function reportCharacters(report: Pick<Report, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note'>): number {
  const around = [...report.title, report.addressee, ...report.attachments, ...report.signature, report.date, report.note]
  return around.reduce((sum, text) => sum + characterCount(text), 0) + report.blocks.reduce((sum, block) => sum + blockCharacters(block), 0)
}
