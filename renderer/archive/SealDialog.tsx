import { countChecks } from '../../shared/archive/checks/checks'
import { checksText } from '../../shared/text/checks'
import { fillPlaces } from '../../shared/text/errors'
import { roomsText } from '../../shared/text/rooms'
import { sealingText as words } from '../../shared/text/sealing'
import { copyText } from '../state/clipboard'
import { useStore } from '../state/createStore'
import { closeSealing, copySealed, sealAsked, sealing, stopSealing, type SealPlan, type SealProgress, type Sealing } from '../state/sealing'
import { showToast } from '../state/toast'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import styles from './Seal.module.css'

/** 封存本年: what will happen, the work, and the short code at the end. */
export function SealDialog() {
  const state = useStore(sealing, (all) => all)
  if (state.view === 'plan') return <Asked plan={state.plan} check={state.check} working={state.working} progress={state.progress} />
  return state.view === 'done' && state.sealed !== null ? <Done sealed={state.sealed} working={state.working} progress={state.progress} /> : null
}

function Asked({ plan, check, working, progress }: Pick<Sealing, 'plan' | 'check' | 'working' | 'progress'>) {
  const isBusy = working !== null
  const canSeal = plan !== null && plan.reports > 0
  return (
    <Dialog title={words.title} onClose={closeSealing}
      actions={isBusy ? <Button onClick={() => void stopSealing()}>{words.stop}</Button>
        : <><Button onClick={closeSealing}>{roomsText.cancel}</Button><Button kind="official" disabled={!canSeal} onClick={() => void sealAsked()}>{words.confirm}</Button></>}>
      {plan === null ? <p role="status">{words.reading}</p> : isBusy ? <Progress progress={progress} /> : <Plan plan={plan} check={check} />}
    </Dialog>
  )
}

function Plan({ plan, check }: { readonly plan: SealPlan; readonly check: Sealing['check'] }) {
  const { year, sequence, reports, sealedBefore, unnumbered, unfiled } = plan
  if (reports === 0) {
    return <><p>{sealedBefore > 0 ? words.nothing : words.nothingFiled}</p><Unfiled unfiled={unfiled} /></>
  }
  return (
    <>
      <p>{fillPlaces(words.lead, { year, count: reports, name: `${year}-${sequence}` })}{sealedBefore > 0 && fillPlaces(words.before, { count: sealedBefore })}</p>
      <ol className="filing-steps">{words.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      {unnumbered > 0 && <div className="note amber"><Icon name="warn" /><p>{fillPlaces(words.unnumbered, { count: unnumbered })}</p></div>}
      <Unfiled unfiled={unfiled} />
      <Checked check={check} />
      <p className="hint">{words.after}</p>
    </>
  )
}

/** 四性检测 before sealing: what deviates is named; the rest is in the sheet of the room. */
function Checked({ check }: { readonly check: Sealing['check'] }) {
  if (check === null) return <p className="hint" role="status">{checksText.busy}</p>
  const { pass, fail, byHand } = countChecks(check.rows)
  const failed = check.rows.filter(({ result }) => result === 'fail')
  return (
    <div className={fail === 0 ? 'note' : 'note amber'}>
      <Icon name={fail === 0 ? 'tick' : 'warn'} />
      <div><p>{checksText.title}：{checksText.summary(pass, fail, byHand)}</p>{fail > 0 && <ul className={styles['titles']}>{failed.map(({ id, item, found }) => <li key={id}>{item}：{found}</li>)}</ul>}</div>
    </div>
  )
}

/** So many titles are named before the rest is only counted. */
const mostTitles = 5

function Unfiled({ unfiled }: { readonly unfiled: readonly string[] }) {
  if (unfiled.length === 0) return null
  return (
    <div className="note amber">
      <Icon name="warn" />
      <div><p>{fillPlaces(words.unfiled, { count: unfiled.length })}</p><ul className={styles['titles']}>{unfiled.slice(0, mostTitles).map((title, index) => <li key={index}>{title || roomsText.untitled}</li>)}{unfiled.length > mostTitles && <li>……</li>}</ul></div>
    </div>
  )
}

/** How far the work is, in words and as a bar. */
export function Progress({ progress }: { readonly progress: SealProgress | null }) {
  const what = progress === null ? words.starting : words.stages[progress.stage]
  const share = progress === null || progress.total === 0 ? 0 : Math.min(100, Math.round((progress.done / progress.total) * 100))
  return (
    <div className={styles['progress']}>
      <p role="status">{what}</p>
      <progress className={styles['bar']} max={100} value={share} aria-label={what} />
    </div>
  )
}

function Done({ sealed, working, progress }: { readonly sealed: NonNullable<Sealing['sealed']> } & Pick<Sealing, 'working' | 'progress'>) {
  const { name, reports, shortCode, missingFormats } = sealed
  const isBusy = working !== null
  return (
    <Dialog title={words.doneTitle} onClose={closeSealing}
      actions={isBusy ? <Button onClick={() => void stopSealing()}>{words.stop}</Button> : <><Button onClick={closeSealing}>{words.close}</Button><Button kind="primary" onClick={() => void copySealed(name)}>{words.copy}</Button></>}>
      <p className={styles['good']} role="status"><Icon name="tick" small />{fillPlaces(words.done, { name, count: reports })}</p>
      <div className={styles['code']}>
        <span>{words.code}</span>
        <code>{shortCode}</code>
        <Button kind="quiet" onClick={() => { if (copyText(shortCode)) showToast({ text: words.codeCopied }) }}>{words.copyCode}</Button>
      </div>
      <p className="hint">{words.codeHint}</p>
      {missingFormats.length > 0 && <div className="note amber"><Icon name="warn" /><p>{fillPlaces(words.missingFormats, { formats: missingFormats.map((format) => words.formats[format as keyof typeof words.formats] ?? format).join('、') })}</p></div>}
      {isBusy && <Progress progress={progress} />}
      <Copied />
    </Dialog>
  )
}

/** That the copy was read back and can be taken out. */
export function Copied() {
  const copied = useStore(sealing, (state) => state.copied)
  return copied === null ? null : <p className={styles['good']} role="status"><Icon name="tick" small />{copied}</p>
}
