import type { AppError } from '../../shared/base/errors'
import { Icon } from './Icon'
import { useUiWords } from './words'

/** What was found, and what to do. */
export function ErrorNote({ error }: { readonly error: AppError }) {
  const { found, advice } = useUiWords().errorMessage(error)
  return (
    <div className="note bad" role="alert">
      <Icon name="warn" />
      <div><p className="strong">{found}</p>{advice && <p>{advice}</p>}</div>
    </div>
  )
}
