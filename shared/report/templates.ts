/** Templates that a unit makes from its own reports (SPEC TEMPLATE): what stands for unit, years and figures, and how a new report fills it. */
import type { NewId } from '../base/ids'
import { runsText } from './blockText'
import { figureBlanks, replaced, type Replacement } from './blankFigures'
import type { Block, Report, Run } from './report'

/** The places of a template that are filled when a report is made from it, as the clerk reads them. */
export const templatePlaces = { unit: '〔单位〕', lastYear: '〔上年〕', year: '〔年度〕', nextYear: '〔下年〕' } as const

/** `text` with its places filled. The templates of the program write them as {unit}, {year} and {nextYear}. */
export function fillPlaces(text: string, { unit, year }: { readonly unit: string; readonly year: number }): string {
  const values = { unit, lastYear: String(year - 1), year: String(year), nextYear: String(year + 1) }
  return (Object.keys(values) as (keyof typeof values)[]).reduce((filled, key) => filled.replaceAll(`{${key}}`, values[key]).replaceAll(templatePlaces[key], values[key]), text)
}

/** A text of the program's own templates as a clerk reads it: 〔年度〕 for {year}. */
export function readablePlaces(text: string): string {
  return (Object.keys(templatePlaces) as (keyof typeof templatePlaces)[]).reduce((read, key) => read.replaceAll(`{${key}}`, templatePlaces[key]), text)
}

/**
 * What a report is as a template: structure, manner and words kept; its unit and years become places, other figures XX; the date, the marks of
 * what is not confirmed and the lines set aside are dropped. Id, kind and origin are the caller's.
 */
export function templateFrom(report: Report): Report {
  const { filing: _filing, target: _target, ...kept } = report
  const unit = report.unit || (report.signature[0] ?? '')
  const blank = (text: string): string => replaced(text, blanksIn(text, report.year, unit))
  const line = (text: string): string => withoutUnit(yearsAsPlaces(text, report.year), unit)
  return {
    ...kept,
    unit: '', state: 'draft', title: report.title.map(line), addressee: report.addressee, date: '', setAside: [],
    blocks: report.blocks.map((block) => blankBlock(block, report.year, unit, blank)),
    attachments: report.attachments.map(line), signature: report.signature.map((name) => withoutUnit(name, unit)),
  }
}

/** What a template made from a report of this title may be called: the title without unit and year; '' if nothing is left. */
export function templateName(title: string, unit: string): string {
  return withoutUnit(title, unit).replaceAll(templatePlaces.unit, '').replace(/(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年度?/g, '').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '').slice(0, 60)
}

/** A template as the content of a new report: places filled, every block with a new id. */
export function fillFrom(template: Report, given: { readonly unit: string; readonly year: number }, newId: NewId): Report {
  const fill = (text: string): string => fillPlaces(text, given)
  return {
    ...template,
    title: template.title.map(fill), addressee: fill(template.addressee), attachments: template.attachments.map(fill), note: fill(template.note),
    signature: template.signature.map(fill).filter((name) => name !== ''),
    blocks: template.blocks.map((block): Block => {
      if (block.kind === 'text') return { ...block, id: newId(), runs: block.runs.map((run) => ({ ...run, text: fill(run.text) })).filter(({ text }) => text !== '') }
      return block.kind === 'table' ? { ...block, id: newId(), rows: block.rows.map((row) => row.map(fill)) } : { ...block, id: newId() }
    }),
  }
}

function blankBlock(block: Block, year: number, unit: string, blank: (text: string) => string): Block {
  if (block.kind === 'pageBreak' || block.kind === 'image') return block
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row, index) => (index < block.headerRows ? row : row.map(blank))) }
  const { taken: _taken, target: _target, ...kept } = block
  return { ...kept, runs: replaceInRuns(block.runs, blanksIn(runsText(block.runs), year, unit)) }
}

function blanksIn(text: string, year: number, unit: string): readonly Replacement[] {
  const units: Replacement[] = []
  if (unit.length >= 4) for (let at = text.indexOf(unit); at !== -1; at = text.indexOf(unit, at + unit.length)) units.push({ from: at, to: at + unit.length, text: templatePlaces.unit })
  const blanks = figureBlanks(text, year, templatePlaces).filter(({ from, to }) => !units.some((place) => from < place.to && place.from < to))
  return [...units, ...blanks].sort((a, b) => a.from - b.from)
}

/** The runs with the replacements made: each stands in the run in which it begins. Nothing is marked as stale any more. */
function replaceInRuns(runs: readonly Run[], replacements: readonly Replacement[]): readonly Run[] {
  let start = 0
  return runs.flatMap(({ stale: _stale, ...run }) => {
    const end = start + run.text.length
    let done = start
    let text = ''
    for (const place of replacements) {
      if (place.to <= start || place.from >= end) continue
      text += run.text.slice(done - start, Math.max(place.from, done) - start) + (place.from >= start ? place.text : '')
      done = Math.min(place.to, end)
    }
    text += run.text.slice(done - start)
    start = end
    return text === '' ? [] : [{ ...run, text }]
  })
}

function yearsAsPlaces(text: string, year: number): string {
  const places: Readonly<Record<number, string>> = { [year - 1]: templatePlaces.lastYear, [year]: templatePlaces.year, [year + 1]: templatePlaces.nextYear }
  return text.replace(/(?<!\d)\d{4}(?!\d)/g, (found) => places[Number(found)] ?? found).replace(/[一二][〇○零一二三四五六七八九]{3}(?=年)/g, (found) => {
    const value = Number([...found].map((character) => ('○零'.includes(character) ? 0 : '〇一二三四五六七八九'.indexOf(character))).join(''))
    return places[value] ?? found
  })
}

function withoutUnit(text: string, unit: string): string {
  return unit.length >= 4 ? text.replaceAll(unit, templatePlaces.unit) : text
}
