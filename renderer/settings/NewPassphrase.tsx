import { isLongEnough } from '../../shared/base/passphrase'
import { lockText as words } from '../../shared/text/lock'
import { PassphraseField } from '../ui/PassphraseField'

export interface ChosenPassphrase {
  readonly passphrase: string
  readonly repeated: string
}

/** What is wrong with a passphrase that was typed twice; null if nothing. */
export function faultOf({ passphrase, repeated }: ChosenPassphrase): 'tooShort' | 'differs' | null {
  if (!isLongEnough(passphrase)) return 'tooShort'
  return passphrase === repeated ? null : 'differs'
}

/** A new passphrase, typed twice. What is wrong is said once there is something to compare. */
export function NewPassphrase({ label, chosen, onChange }: { readonly label: string; readonly chosen: ChosenPassphrase; readonly onChange: (chosen: ChosenPassphrase) => void }) {
  const { passphrase, repeated } = chosen
  const fault = faultOf(chosen)
  const isShort = fault === 'tooShort' && repeated !== ''
  const isOther = fault === 'differs' && repeated.length >= passphrase.length
  return (
    <>
      <PassphraseField label={label} value={passphrase} onChange={(typed) => onChange({ passphrase: typed, repeated })} words={words} hint={words.passphraseHint} fault={isShort ? words.tooShort : undefined} />
      <PassphraseField label={words.repeat} value={repeated} onChange={(typed) => onChange({ passphrase, repeated: typed })} words={words} fault={isOther ? words.differs : undefined} />
    </>
  )
}
