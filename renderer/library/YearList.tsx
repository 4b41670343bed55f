import { libraryText, yearCount } from '../../shared/text/library'
import { showTrash, showYear, type ShelfView } from '../state/shelf'
import { Icon } from '../ui/Icon'
import type { YearEntry } from '../../shared/report/chooseReports'

export interface YearListProps {
  readonly years: readonly YearEntry[]
  readonly trashed: number
  /** null while search results are shown. */
  readonly view: ShelfView | null
}

export function YearList({ years, trashed, view }: YearListProps) {
  const isTrash = view?.kind === 'trash'
  return (
    <nav className="pane years-pane" aria-label={libraryText.allYears}>
      <div className="bar"><h2>{libraryText.years}</h2></div>
      <ul className="years scroll">
        {years.map(({ year, count, hasDrafts }) => (
          <li key={year}>
            <button type="button" aria-current={view?.kind === 'year' && view.year === year ? 'true' : undefined} onClick={() => showYear(year)}>
              <span className="y">{year}</span>
              {hasDrafts && <span className="dot" title={libraryText.hasDrafts}><span className="vh">{libraryText.hasDrafts}</span></span>}
              <span className="n">{count > 0 && yearCount(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="years foot">
        <li>
          <button type="button" aria-current={isTrash ? 'true' : undefined} onClick={showTrash}>
            <Icon name="trash" small />{libraryText.trash}<span className="n">{trashed > 0 && yearCount(trashed)}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}
