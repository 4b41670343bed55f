import { libraryText, startKindText } from '../../shared/text/library'
import { startNew } from '../state/shelf'
import { Button } from '../ui/Button'
import { kindName, type MissingKind } from './shelfViews'

/** A quiet reminder: what was written last year and is not begun yet. */
export function MissingKinds({ missing }: { readonly missing: readonly MissingKind[] }) {
  if (missing.length === 0) return null
  return (
    <div className="strip">
      <span>{libraryText.missingKinds}</span>
      {missing.map(({ kind, from }) => (
        <Button key={kind} kind="quiet" title={startKindText(kindName(kind))} onClick={() => startNew({ source: 'lastYear', kind, from: from.id })}>{kindName(kind)}</Button>
      ))}
    </div>
  )
}
