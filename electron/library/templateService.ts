import type { Report } from '../../shared/report/report'
import { attempt } from './attempt'
import type { Library } from './library'
import type { SettingsStore } from './settings'
import type { TemplateStore } from './templates'

type TemplateService = Pick<Library, 'templates' | 'createTemplate' | 'renameTemplate' | 'removeTemplate' | 'restoreTemplate' | 'writeTemplate' | 'addTemplate'>

export interface TemplateTools {
  readonly store: TemplateStore
  readonly settings: SettingsStore
  readonly newReportId: () => string
  readonly clock: () => number
  readonly reportOf: (id: string) => Promise<Report>
}

/** What the library does with templates (SPEC TEMPLATE). */
export function templateService({ store, settings, newReportId, clock, reportOf }: TemplateTools): TemplateService {
  const thisYear = (): number => new Date(clock()).getFullYear()
  return {
    templates: () => attempt(async () => store.list((await settings.read()).hiddenTemplates)),
    createTemplate: (request) => attempt(() => store.create(request, newReportId, thisYear(), reportOf)),
    renameTemplate: (request) => attempt(async () => { await store.rename(request); return undefined }),
    removeTemplate: ({ id }) => attempt(async () => { await store.setTrashed(id, new Date(clock()).toISOString()); return undefined }),
    restoreTemplate: ({ id }) => attempt(async () => { await store.setTrashed(id, null); return undefined }),
    writeTemplate: ({ id }) => attempt(() => store.write(id)),
    addTemplate: ({ text }) => attempt(() => store.add(text, newReportId, thisYear())),
  }
}
