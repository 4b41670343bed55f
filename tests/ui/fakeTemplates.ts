/** The templates of the stand-in: own ones are stored beside the reports, with their name. */
import { done, type Handlers } from '../../electron/ipc/answer'
import { reportTemplates, findTemplate, templateHeadings } from '../../electron/templates/reportTemplates'
import { templateReport } from '../../electron/templates/templateReport'
import { fail, succeed } from '../../shared/base/result'
import { runsText } from '../../shared/report/blockText'
import type { Report } from '../../shared/report/report'
import { readablePlaces, templateFrom } from '../../shared/report/templates'
import type { StoredReport } from '../../shared/store/storedReportSchema'
import { readTemplateFile, writeTemplateFile } from '../../shared/store/templateFileSchema'
import type { FakeDialogs } from './fakePhrases'

export interface FakeShelf {
  readonly all: () => readonly StoredReport[]
  readonly find: (id: string) => { readonly data: StoredReport }
  readonly put: (data: StoredReport) => unknown
  readonly newReportId: () => string
  readonly hidden: () => readonly string[]
}

type Channels = 'library.templates' | 'template.create' | 'template.rename' | 'template.remove' | 'template.restore' | 'template.export' | 'template.import'

export function fakeTemplates(dialogs: FakeDialogs, { all, find, put, newReportId, hidden }: FakeShelf): Pick<Handlers, Channels> {
  const add = (report: Report, name: string): { id: string; name: string } => {
    put({ report, template: { name } })
    return { id: report.id, name }
  }
  const builtIn = (id: string, frame: { readonly id: string; readonly year: number }): Report | null => {
    const template = findTemplate(id)
    return template === null ? null : templateReport(template, frame)
  }
  return {
    'library.templates': async () => succeed([
      ...all().flatMap(({ report, template, trashedAt }) => (template === undefined || trashedAt !== undefined ? [] : [{
        id: report.id, name: template.name, kind: report.kind, isOwn: true, isHidden: false,
        headings: report.blocks.flatMap((block) => (block.kind === 'text' && block.level === 1 ? [runsText(block.runs)] : [])),
      }])),
      ...reportTemplates.map((template) => ({ id: template.id, name: template.name, kind: template.kind, headings: templateHeadings(template).map(readablePlaces), isOwn: false, isHidden: hidden().includes(template.id) })),
    ]),
    'template.create': async ({ from, name, kind }) => {
      const id = newReportId()
      const report = from.kind === 'report' ? templateFrom(find(from.id).data.report) : builtIn(from.templateId, { id, year: 2026 })
      return report === null ? fail({ code: 'reportNotFound' }) : succeed({ id: add({ ...report, id, kind, origin: { kind: 'template' } }, name).id })
    },
    'template.rename': async ({ id, name, kind }) => {
      const { data } = find(id)
      put({ ...data, report: { ...data.report, kind }, template: { name } })
      return done
    },
    'template.remove': async ({ id }) => {
      put({ ...find(id).data, trashedAt: dialogs.now() })
      return done
    },
    'template.restore': async ({ id }) => {
      const { trashedAt: _trashedAt, ...data } = find(id).data
      put(data)
      return done
    },
    'template.export': async ({ id }) => {
      if (dialogs.isExportCancelled()) return succeed({ kind: 'cancelled' })
      const report = builtIn(id, { id: 'r-00000000000000000000000000', year: 2026 }) ?? find(id).data.report
      const name = findTemplate(id)?.name ?? find(id).data.template?.name ?? ''
      if (writeTemplateFile({ name, kind: report.kind, report }) === '') return fail({ code: 'internal' })
      return succeed({ kind: 'written', fileName: `${name}.模板.json`, folderName: '文档', token: dialogs.newToken() })
    },
    'template.import': async () => {
      const [file] = dialogs.chosen()
      if (file === undefined) return succeed({ kind: 'cancelled' })
      const read = readTemplateFile(new TextDecoder().decode(file.bytes), { id: newReportId(), year: 2026 })
      return read.ok ? succeed({ kind: 'read', ...add(read.value.report, read.value.name) }) : fail({ ...read.error, detail: { name: file.name } })
    },
  }
}
