import { useState } from 'react'
import { sizeText } from '../../shared/text/backup'
import { transferRoomText as words } from '../../shared/text/transferRoom'
import { useStore } from '../state/createStore'
import { stopWork, workProgress } from '../state/longWork'
import { closePackages, packages, packNow, verifyPacked, type PackageDialog, type PackageForm } from '../state/packages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorNote } from '../ui/ErrorNote'
import { Icon } from '../ui/Icon'
import { Segmented } from '../ui/Segmented'
import { WorkBar } from '../ui/WorkBar'

type Pack = Extract<PackageDialog, { readonly kind: 'pack' }>

const forms = (['folder', 'file'] as const).map((id) => ({ id, label: words.forms[id] }))

/** 打包到U盘: what goes, in which form, how far it is, and the word that the medium may be pulled out. */
export function PackDialog() {
  const { dialog } = useStore(packages, (state) => state)
  return dialog?.kind === 'pack' ? <Packing dialog={dialog} /> : null
}

function Packing({ dialog }: { readonly dialog: Pack }) {
  const { isBusy, error } = useStore(packages, (state) => state)
  const part = useStore(workProgress, (state) => state.part)
  const [form, setForm] = useState<PackageForm>('folder')
  const { packed } = dialog
  const actions = packed === null
    ? <><Button onClick={closePackages} disabled={isBusy}>{words.close}</Button><Button kind="primary" busy={isBusy} onClick={() => void packNow(form)}>{words.choose}</Button></>
    : <><Button busy={isBusy} onClick={() => void verifyPacked()}>{words.verify}</Button><Button kind="primary" onClick={closePackages} disabled={isBusy}>{words.close}</Button></>
  return (
    <Dialog title={words.packDialog} onClose={closePackages} actions={actions}>
      <p className="strong">{dialog.label}</p>
      {packed === null && <p>{words.packLead}</p>}
      {error && <ErrorNote error={error} />}
      {packed === null && !isBusy && (
        <div className="setting"><div><p className="setting-name">{words.formName}</p><p className="hint">{words.formHints[form]}</p></div><Segmented label={words.formName} options={forms} value={form} onChange={setForm} /></div>
      )}
      {isBusy && <WorkBar text={words.working} part={part} stop={packed === null ? { label: words.cancel, run: stopWork } : undefined} />}
      {packed !== null && <Result dialog={dialog} />}
    </Dialog>
  )
}

function Result({ dialog: { packed, verified } }: { readonly dialog: Pack }) {
  if (packed === null) return null
  return (
    <>
      <div className="proof" role="status"><Icon name="tick" /><div><p className="strong">{words.mayPullOut}</p><p>{words.packed(packed.reports, packed.files, sizeText(packed.bytes))}</p><p className="hint">{words.packedWhere(packed.fileName, packed.folderName)}</p></div></div>
      {packed.left > 0 && <p>{words.leftDamaged(packed.left)}</p>}
      {packed.others.length > 0 && <p className="hint">{words.others(packed.others)}</p>}
      {verified === null ? <p className="hint">{words.verifyLead}</p> : verified.isWhole ? <p role="status">{words.verified}</p> : <div className="note bad" role="alert"><Icon name="warn" /><p>{words.verifyFailed(verified.wrong)}</p></div>}
    </>
  )
}
