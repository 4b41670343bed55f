import { useId, useState, type FormEvent } from 'react'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'
import { templatesText as words } from '../../shared/text/templates'
import { useStore } from '../state/createStore'
import { askTemplate, finishTemplate, templates, type AskedTemplate } from '../state/templates'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

const kinds = reportKinds.map(({ id, name }) => ({ id, label: name }))

/** Asks what a template is called and for which kind of report it is. */
export function TemplateDialog() {
  const asked = useStore(templates, (state) => state.asked)
  return asked === null ? null : <OpenDialog asked={asked} />
}

function OpenDialog({ asked }: { readonly asked: AskedTemplate }) {
  const formId = useId()
  const [name, setName] = useState(asked.name)
  const [kind, setKind] = useState<ReportKindId>(asked.of)
  const [isBusy, setBusy] = useState(false)
  const close = (): void => askTemplate(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '' || isBusy) return
    setBusy(true)
    const isDone = await finishTemplate(asked, name.trim(), kind)
    setBusy(false)
    if (isDone) close()
  }
  return (
    <Dialog
      title={words.dialogs[asked.kind]} onClose={close}
      actions={<><Button onClick={close}>{words.cancel}</Button><button type="submit" form={formId} className="btn primary" aria-busy={isBusy || undefined} disabled={name.trim() === ''}>{words.confirm[asked.kind]}</button></>}
    >
      <form id={formId} className="form" onSubmit={(event) => { void submit(event) }}>
        <Field label={words.name} value={name} onChange={setName} maxLength={60} />
        <Choice label={words.kind} options={kinds} value={kind} onChange={setKind} />
        {asked.kind !== 'rename' && <p className="hint">{asked.kind === 'save' ? words.saveHint : words.copyHint}</p>}
      </form>
    </Dialog>
  )
}
