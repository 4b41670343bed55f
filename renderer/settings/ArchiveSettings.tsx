import { useState, type ReactNode } from 'react'
import { formatArchivalNumber, retentions } from '../../shared/archive/archivalNumber'
import { filingClass, retentionTable, spineWidths, type ArchiveScheme } from '../../shared/archive/archiveScheme'
import type { Retention } from '../../shared/report/filing'
import type { ReportKindId } from '../../shared/report/kinds'
import { archiveSchemeText as words } from '../../shared/text/archiveScheme'
import { useStore } from '../state/createStore'
import { changeSettings, settings } from '../state/settings'
import { Field } from '../ui/Field'
import { IconButton } from '../ui/IconButton'
import { Segmented } from '../ui/Segmented'
import { ArchiveUnits } from './ArchiveUnits'
import { codeOf } from './archiveCodes'
import styles from './ArchiveSettings.module.css'

const yearBys = (['about', 'formed'] as const).map((id) => ({ id, label: words.yearBys[id] }))
const spines = spineWidths.map((id) => ({ id, label: words.millimetres(id) }))
const terms = retentions.map((id) => ({ id, label: words.retentions[id] }))

/** 归档: what 档号 are made of, and which 保管期限 is suggested. Each part is written when it is sound. */
export function ArchiveSettings() {
  const scheme = useStore(settings, (state) => state.archive)
  const change = (part: Partial<ArchiveScheme>): void => void changeSettings({ archive: { ...settings.get().archive, ...part } })
  return (
    <section aria-labelledby="settings-archive">
      <h2 id="settings-archive">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <p className={styles['example']} aria-live="polite">{scheme.fonds === '' ? words.noExample : <>{words.example}　<b>{exampleOf(scheme)}</b></>}</p>
      <div className={styles['fields']}>
        <CodeField label={words.fonds} stored={scheme.fonds} pattern={/^([0-9A-Z]{4})?$/} hint={words.fondsHint} bad={words.badFonds} placeholder={words.fondsPlaceholder} onSound={(fonds) => change({ fonds })} />
        <TextField label={words.fondsName} stored={scheme.fondsName} hint={words.fondsNameHint} placeholder={words.fondsNamePlaceholder} onDone={(fondsName) => change({ fondsName })} />
        <CodeField label={words.category} stored={scheme.category} pattern={/^[A-Z]{2}$/} hint={words.categoryHint} bad={words.badCategory} placeholder="WS" onSound={(category) => change({ category })} />
      </div>
      <ArchiveUnits units={scheme.units} onChange={(units) => change({ units })} />
      <Setting label={words.yearBy} hint={words.yearByHint}><Segmented label={words.yearBy} options={yearBys} value={scheme.yearBy} onChange={(yearBy) => change({ yearBy })} /></Setting>
      <Setting label={words.spine} hint={words.spineHint}><Segmented label={words.spine} options={spines} value={scheme.spine} onChange={(spine) => change({ spine })} /></Setting>
      <RetentionTable scheme={scheme} onChange={(retention) => change({ retention })} />
    </section>
  )
}

function exampleOf(scheme: ArchiveScheme): string {
  const found = filingClass({ kind: 'general', year: 2025, date: '', title: [] }, scheme)
  return found === null ? '' : formatArchivalNumber({ ...found, item: 1 })
}

function Setting({ label, hint, children }: { readonly label: string; readonly hint: string; readonly children: ReactNode }) {
  return <div className="setting"><div><p className="setting-name">{label}</p><p className="hint">{hint}</p></div>{children}</div>
}

/** A code that is written as soon as it is sound; an unsound one stays in the field with what to do. */
function CodeField({ label, stored, pattern, hint, bad, placeholder, onSound }: { readonly label: string; readonly stored: string; readonly pattern: RegExp; readonly hint: string; readonly bad: string; readonly placeholder: string; readonly onSound: (code: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? stored
  const isBad = !pattern.test(shown)
  const type = (text: string): void => {
    const code = codeOf(text)
    setTyped(code)
    if (pattern.test(code) && code !== stored) onSound(code)
  }
  return <Field label={label} value={shown} onChange={type} onDone={() => { if (!isBad) setTyped(null) }} hint={isBad ? bad : hint} isInvalid={isBad} placeholder={placeholder} maxLength={20} />
}

function TextField({ label, stored, hint, placeholder, onDone }: { readonly label: string; readonly stored: string; readonly hint: string; readonly placeholder: string; readonly onDone: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const write = (): void => {
    if (typed !== null && typed.trim() !== stored) onDone(typed.trim())
    setTyped(null)
  }
  return <Field label={label} value={typed ?? stored} onChange={setTyped} onDone={write} hint={hint} placeholder={placeholder} maxLength={200} />
}

function RetentionTable({ scheme, onChange }: { readonly scheme: ArchiveScheme; readonly onChange: (table: ArchiveScheme['retention']) => void }) {
  const choose = (kind: ReportKindId, retention: Retention): void => onChange({ ...scheme.retention, [kind]: retention })
  const reset = (kind: ReportKindId): void => onChange(Object.fromEntries(Object.entries(scheme.retention).filter(([id]) => id !== kind)))
  return (
    <div className={styles['retention']}>
      <p className="setting-name">{words.retention}</p>
      <p className="hint">{words.retentionHint}</p>
      <ul>
        {retentionTable(scheme).map(({ kind, name, retention, isOwn }) => (
          <li key={kind}>
            <span className={styles['kind']}>{name}</span>
            <Segmented label={words.retentionOf(name)} options={terms} value={retention} onChange={(term) => choose(kind, term)} />
            <span className={styles['mark']}>{isOwn && <><span className="own">{words.own}</span><IconButton icon="undo" label={words.reset(name)} onClick={() => reset(kind)} /></>}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
