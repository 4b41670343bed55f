/** The unit's own templates (SPEC TEMPLATE): each is a report in a folder of its own, kept in generations; the list joins them with those of the program. */
import { AppFailure, type AppError } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import { leadLength } from '../../shared/outline/leadLength'
import { runsText } from '../../shared/report/blockText'
import type { Report } from '../../shared/report/report'
import { readablePlaces, templateFrom } from '../../shared/report/templates'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { readTemplateFile, writeTemplateFile } from '../../shared/store/templateFileSchema'
import { expectedFailure } from '../storage/errnoToAppError'
import type { Surroundings } from '../storage/generations'
import { findTemplate, reportTemplates, templateHeadings } from '../templates/reportTemplates'
import { templateReport } from '../templates/templateReport'
import { openShelf, type Shelf } from './reportShelf'

export type TemplateRow = Response<'library.templates'>[number]

export interface TemplateStore {
  /** Where a template lies as the report that it is. */
  readonly shelf: Shelf
  /** Whether the id is that of an own template that was listed, opened or made here before. */
  knows(id: string): boolean
  /** The same, after a look at the disk. */
  has(id: string): Promise<boolean>
  list(hidden: readonly string[]): Promise<TemplateRow[]>
  create(request: Request<'template.create'>, newId: () => string, year: number, reportOf: (id: string) => Promise<Report>): Promise<{ id: string }>
  rename(request: Request<'template.rename'>): Promise<void>
  setTrashed(id: string, trashedAt: string | null): Promise<void>
  /** The template as the text of a file, and its name. */
  write(id: string): Promise<{ readonly name: string; readonly text: string }>
  add(text: string, newId: () => string, year: number): Promise<{ readonly id: string; readonly name: string }>
}

export function openTemplates(surroundings: Surroundings, root: string): TemplateStore {
  const shelf = openShelf(surroundings, root, 'templates')
  const known = new Set<string>()

  async function ids(): Promise<readonly string[]> {
    const found = await shelf.ids()
    for (const id of found) known.add(id)
    return found
  }

  async function store(report: Report, name: string): Promise<{ id: string; name: string }> {
    await shelf.add(report, 'create', { name })
    known.add(report.id)
    return { id: report.id, name }
  }

  async function change(id: string, next: (stored: StoredReport) => StoredReport): Promise<void> {
    await shelf.document(id).update('state', (newest) => {
      if (newest === null) throw new AppFailure({ code: 'reportNotFound', detail: { id } })
      return next(newest.data)
    })
  }

  async function row(id: string): Promise<readonly TemplateRow[]> {
    try {
      const { data } = await shelf.newest(id)
      return data.trashedAt === undefined ? [{ id, name: data.template?.name ?? '', kind: data.report.kind, headings: [...headingsOf(data.report)], isOwn: true, isHidden: false }] : []
    } catch (error) {
      const trouble: AppError = expectedFailure(error)
      return [{ id, name: '', kind: 'other', headings: [], isOwn: true, isHidden: false, trouble }]
    }
  }

  return {
    shelf,
    knows: (id) => known.has(id),
    has: async (id) => known.has(id) || (await ids()).includes(id),
    list: async (hidden) => {
      const own = (await Promise.all((await ids()).map(row))).flat()
      return [...own, ...reportTemplates.map((template) => ({
        id: template.id, name: template.name, kind: template.kind, headings: templateHeadings(template).map(readablePlaces), isOwn: false, isHidden: hidden.includes(template.id),
      }))]
    },
    create: async ({ from, name, kind }, newId, year, reportOf) => {
      const frame = { id: newId(), year }
      const title = name.trim()
      if (from.kind === 'report') {
        const report = await reportOf(from.id)
        return store({ ...templateFrom(report), id: frame.id, kind, origin: { kind: 'template', from: report.id } }, title)
      }
      const builtIn = findTemplate(from.templateId)
      if (builtIn === null) throw new AppFailure({ code: 'reportNotFound', detail: { id: from.templateId } })
      return store({ ...templateReport(builtIn, frame), kind }, title)
    },
    rename: ({ id, name, kind }) => change(id, (stored) => ({ ...stored, report: { ...stored.report, kind }, template: { ...stored.template, name: name.trim() } })),
    setTrashed: (id, trashedAt) => change(id, ({ trashedAt: before, ...stored }) => (trashedAt === null ? stored : { ...stored, trashedAt: before ?? trashedAt })),
    write: async (id) => {
      const builtIn = findTemplate(id)
      if (builtIn !== null) return { name: builtIn.name, text: writeTemplateFile({ name: builtIn.name, kind: builtIn.kind, report: templateReport(builtIn, { id: '', year: 0 }) }) }
      const { data } = await shelf.newest(id)
      const name = data.template?.name ?? ''
      return { name, text: writeTemplateFile({ name: name || id, kind: data.report.kind, report: data.report }) }
    },
    add: async (text, newId, year) => {
      const read = readTemplateFile(text, { id: newId(), year })
      if (!read.ok) throw new AppFailure(read.error)
      return store(read.value.report, read.value.name)
    },
  }
}

function headingsOf({ blocks }: Report): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'text' && block.level === 1 ? [runsText(block.runs).slice(0, leadLength(block))] : []))
}
