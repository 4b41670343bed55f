import { useState } from 'react'
import { cleaningRuleIds } from '../../shared/cleaning/cleaningRule'
import type { OwnCleaningRule } from '../../shared/cleaning/cleaningSchema'
import { cleaningText } from '../../shared/text/cleaning'
import { useStore } from '../state/createStore'
import { changeSettings, settings } from '../state/settings'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Tick } from '../ui/Tick'
import styles from './CleaningRules.module.css'

const words = cleaningText.settings
const builtIn = cleaningRuleIds.filter((id) => id !== 'own')

/** 清理规则: those of the program, on or off, and those of the unit. */
export function CleaningRules() {
  const { off, own } = useStore(settings, (state) => state.cleaning)
  const write = (change: Partial<{ off: readonly string[]; own: readonly OwnCleaningRule[] }>): void => void changeSettings({ cleaning: { off: [...(change.off ?? off)], own: [...(change.own ?? own)] } })
  return (
    <section aria-labelledby="settings-cleaning">
      <h2 id="settings-cleaning">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <ul className={styles['rules']}>
        {builtIn.map((id) => {
          const { name, example } = cleaningText.rules[id]
          return <li key={id}><Tick label={name} isTicked={!off.includes(id)} onChange={(isOn) => write({ off: isOn ? off.filter((each) => each !== id) : [...off, id] })} /><span>{example}</span></li>
        })}
      </ul>
      <p className={`setting-name ${styles['own'] ?? ''}`}>{words.own}</p>
      <p className="hint">{words.ownHint}</p>
      <ul className={styles['rules']} aria-label={words.own}>
        {own.length === 0 && <li><span>{words.none}</span></li>}
        {own.map((rule, at) => (
          <li key={`${rule.kind} ${rule.words}`}>
            <p>{rule.kind === 'line' ? words.asLine(rule.words) : words.asText(rule.words, rule.replacement)}</p>
            <IconButton icon="close" label={words.remove(rule.words)} onClick={() => write({ own: own.filter((_, index) => index !== at) })} />
          </li>
        ))}
      </ul>
      <NewRule known={own} onAdd={(rule) => write({ own: [...own, rule] })} />
    </section>
  )
}

function NewRule({ known, onAdd }: { readonly known: readonly OwnCleaningRule[]; readonly onAdd: (rule: OwnCleaningRule) => void }) {
  const [rule, setRule] = useState<OwnCleaningRule>({ kind: 'text', words: '', replacement: '' })
  const isKnown = rule.words !== '' && known.some((each) => each.kind === rule.kind && each.words === rule.words)
  const canAdd = rule.words.trim() !== '' && !isKnown && (rule.kind === 'line' || rule.words !== rule.replacement)
  const add = (): void => {
    if (!canAdd) return
    onAdd(rule.kind === 'line' ? { ...rule, replacement: '' } : rule)
    setRule({ ...rule, words: '', replacement: '' })
  }
  return (
    <form className={styles['new']} onSubmit={(event) => { event.preventDefault(); add() }}>
      <span className="field">
        <select aria-label={words.kind} value={rule.kind} onChange={(event) => setRule({ ...rule, kind: event.target.value === 'line' ? 'line' : 'text' })}>
          {(['text', 'line'] as const).map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}
        </select>
      </span>
      <span className="field"><input aria-label={words.words} placeholder={words.words} value={rule.words} maxLength={200} aria-invalid={isKnown || undefined} autoComplete="off" spellCheck={false} onChange={({ target }) => setRule({ ...rule, words: target.value })} /></span>
      {rule.kind === 'text' && <span className="field"><input aria-label={words.replacement} placeholder={words.replacementPlaceholder} value={rule.replacement} maxLength={200} autoComplete="off" spellCheck={false} onChange={({ target }) => setRule({ ...rule, replacement: target.value })} /></span>}
      <Button disabled={!canAdd} isSubmit>{words.add}</Button>
      {isKnown && <p className="hint fault" role="alert">{words.known}</p>}
    </form>
  )
}
