import { libraryText } from '../../shared/text/library'
import { errorMessage } from '../../shared/text/errors'
import type { LibraryDamage } from '../../shared/ipc/contract'
import { Icon } from '../ui/Icon'

/** Reports that could not be opened, or fell back to an older copy: what was found and what to do. */
export function DamageNotes({ damaged }: { readonly damaged: readonly LibraryDamage[] }) {
  if (damaged.length === 0) return null
  return (
    <section className="note bad damage" aria-label={libraryText.damage.title}>
      <Icon name="warn" />
      <ul>
        {damaged.map((one) => {
          const { found, advice } = errorMessage({ code: one.code })
          return <li key={one.id}><span className="strong">{one.title || libraryText.damage.untitled}</span>　{found}{advice}<span className="hint">{libraryText.damage.folder} {one.id}</span></li>
        })}
      </ul>
    </section>
  )
}
