import { useEffect, useId, useState, type FormEvent } from 'react'
import { libraryText } from '../../shared/text/library'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import type { Request, Response } from '../../shared/ipc/contract'
import { call } from '../api/client'
import { useStore } from '../state/createStore'
import { useReports } from '../state/library'
import { createReport } from '../state/reports'
import { settings } from '../state/settings'
import { startNew, type NewReport } from '../state/shelf'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { olderReports, OlderReports } from './OlderReports'
import { TemplatePicker } from './TemplatePicker'

const words = libraryText.create
const kinds = reportKinds.map(({ id, name }) => ({ id, label: name }))

/** So many older reports are offered, the newest. */
const mostOlder = 300

export interface NewReportDialogProps {
  readonly asked: NewReport
  readonly year: number
}

export function NewReportDialog({ asked, year: shownYear }: NewReportDialogProps) {
  const ownUnit = useStore(settings, (state) => state.unit)
  const formId = useId()
  const [kind, setKind] = useState<ReportKindId>(asked.kind ?? 'general')
  const [year, setYear] = useState(String(shownYear))
  // A report that goes on from an older one keeps its unit, until the clerk names another.
  const [unit, setUnit] = useState(asked.source === 'lastYear' ? null : ownUnit)
  const [isBusy, setBusy] = useState(false)
  const [templates, setTemplates] = useState<Response<'library.templates'>>([])
  const [templateId, setTemplateId] = useState<string | null>(asked.templateId ?? null)
  const [from, setFrom] = useState<string | null>(asked.from ?? null)
  useEffect(() => {
    if (asked.source !== 'template') return
    void call('library.templates', undefined).then((listed) => { if (listed.ok) setTemplates(listed.value.filter(({ isHidden, trouble, id }) => trouble === undefined && (!isHidden || id === asked.templateId))) })
  }, [asked.source, asked.templateId])

  const template = templates.find((each) => each.id === templateId) ?? templates.find((each) => each.kind === kind) ?? templates[0]
  const before = useReports(asked.source === 'lastYear' && /^\d{4}$/.test(year) ? { before: Number(year) } : null, mostOlder)
  const named = useReports(asked.from === undefined ? null : { id: asked.from, before: Number(year) }, 1)
  const older = olderReports([...(named?.reports ?? []), ...(before?.reports ?? [])])
  const base = older.find((report) => report.id === from) ?? older[0]
  const isYear = /^(19|2\d)\d\d$/.test(year)
  const source = sourceOf(asked.source, template?.id, base?.id)
  const unitShown = unit ?? base?.unit ?? ''

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isYear || source === null || isBusy) return
    setBusy(true)
    const kindOf = asked.source === 'template' ? template?.kind : asked.source === 'lastYear' ? base?.kind : kind
    const isCreated = await createReport({ source, kind: kindOf ?? kind, year: Number(year), unit: unitShown.trim() })
    setBusy(false)
    if (isCreated) startNew(null)
  }

  return (
    <Dialog title={words.titles[asked.source]} onClose={() => startNew(null)} isWide={asked.source !== 'blank'}
      actions={<><Button onClick={() => startNew(null)}>{words.cancel}</Button><SubmitButton form={formId} busy={isBusy} disabled={!isYear || source === null} /></>}>
      <form id={formId} className="form" onSubmit={(event) => { void submit(event) }}>
        {asked.source === 'template' && <TemplatePicker templates={templates} chosen={template ?? null} onChoose={setTemplateId} year={isYear ? Number(year) : shownYear} unit={unitShown} />}
        {asked.source === 'lastYear' && <OlderReports reports={older} chosen={base?.id ?? null} onChoose={setFrom} />}
        <div className="columns">
          {asked.source === 'blank' && <Choice label={words.kind} options={kinds} value={kind} onChange={setKind} />}
          <Field label={words.year} value={year} onChange={setYear} inputMode="numeric" maxLength={4} isInvalid={!isYear} hint={isYear ? undefined : words.badYear} />
        </div>
        <Field label={words.unit} value={unitShown} onChange={setUnit} maxLength={200} placeholder={words.unitPlaceholder} hint={asked.source === 'template' ? words.unitHint : undefined} />
      </form>
    </Dialog>
  )
}

function SubmitButton({ form, busy, disabled }: { readonly form: string; readonly busy: boolean; readonly disabled: boolean }) {
  return <button type="submit" form={form} className="btn primary" aria-busy={busy || undefined} disabled={disabled}>{words.confirm}</button>
}

function sourceOf(source: NewReport['source'], templateId: string | undefined, from: string | undefined): Request<'report.create'>['source'] | null {
  switch (source) {
    case 'blank': return { kind: 'blank' }
    case 'template': return templateId === undefined ? null : { kind: 'template', templateId }
    case 'lastYear': return from === undefined ? null : { kind: 'lastYear', from }
  }
}
