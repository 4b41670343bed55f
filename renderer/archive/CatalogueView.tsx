import { useEffect, useMemo, useRef } from 'react'
import { catalogueColumns } from '../../shared/archive/catalogueText'
import type { CatalogueRow } from '../../shared/archive/catalogue'
import type { NumberClass, NumberProblem } from '../../shared/archive/archivalNumber'
import { archiveFormText as words, className, describeProblem } from '../../shared/text/archiveForms'
import { catalogue, loadCatalogue } from '../state/catalogue'
import { useStore } from '../state/createStore'
import { openReport } from '../state/navigation'
import { settings } from '../state/settings'
import { EmptyState } from '../ui/EmptyState'
import { Icon } from '../ui/Icon'
import { useSeen } from '../ui/useSeen'
import { namedClass } from './archiveViews'
import { catalogueLines, lineHeight, linesToDraw, type CatalogueLine } from './catalogueRows'
import styles from './Catalogue.module.css'

/** So many problems are named before the rest is counted. */
const mostNamed = 4

/** 归档文件目录 of the year, column by column as it is printed. */
export function CatalogueView({ year }: { readonly year: number }) {
  const shown = useStore(catalogue, (state) => state.shown)
  useEffect(() => { void loadCatalogue(year) }, [year])
  const isCurrent = shown !== null && shown.year === year
  const lines = useMemo(() => (isCurrent ? catalogueLines(shown.parts) : []), [isCurrent, shown])
  if (!isCurrent) return <EmptyState text={words.loading} />
  if (lines.length === 0) return <EmptyState text={words.emptyYear} />
  return (
    <div className={styles['view']}>
      <Problems problems={shown.problems} />
      <Table lines={lines} />
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly NumberProblem[] }) {
  const units = useStore(settings, (state) => state.archive.units)
  if (problems.length === 0) return null
  return (
    <div className="inset">
      <div className="note amber" role="status">
        <Icon name="warn" />
        <div><p className="strong">{words.problems}</p>{problems.slice(0, mostNamed).map((problem, at) => <p key={at}>{describeProblem(problem.kind === 'gap' ? { ...problem, class: namedClass(problem.class, units) } : { ...problem, number: namedClass(problem.number, units) })}</p>)}{problems.length > mostNamed && <p>{words.moreProblems(problems.length - mostNamed)}</p>}</div>
      </div>
    </div>
  )
}

/** A table of any length: the rows near the screen are drawn, the others have their room. */
function Table({ lines }: { readonly lines: readonly CatalogueLine[] }) {
  const pane = useRef<HTMLDivElement>(null)
  const { top, height } = useSeen(pane, 4 * lineHeight)
  const [from, to] = linesToDraw(lines.length, top, height)
  return (
    <div className={styles['pane']} ref={pane}>
      <div className={styles['table']} role="table" aria-label={words.table} aria-rowcount={lines.length + 1}>
        <div className={styles['head']} role="row" aria-rowindex={1}>{catalogueColumns.map(({ key, name }) => <span key={key} role="columnheader" className={styles[key]}>{name}</span>)}</div>
        <div role="rowgroup" style={{ height: lines.length * lineHeight, position: 'relative' }}>
          {lines.slice(from, to).map((line, at) => <Line key={from + at} line={line} index={from + at} />)}
        </div>
      </div>
    </div>
  )
}

function Line({ line, index }: { readonly line: CatalogueLine; readonly index: number }) {
  const place = { top: index * lineHeight, height: lineHeight }
  if (line.kind === 'part') {
    return <div className={styles['part']} role="row" aria-rowindex={index + 2} style={place}><span role="cell">{line.class === null ? words.unnumbered : <ClassName of={line.class} />}<small>{words.count(line.count)}</small></span></div>
  }
  return <div className={styles['row']} role="row" aria-rowindex={index + 2} style={place}>{catalogueColumns.map(({ key }) => <span key={key} role="cell" className={styles[key]} title={typeof line.row[key] === 'string' ? String(line.row[key]) : undefined}><Cell row={line.row} column={key} /></span>)}</div>
}

function ClassName({ of }: { readonly of: NumberClass }) {
  return <>{className(namedClass(of, useStore(settings, (state) => state.archive.units)))}</>
}

function Cell({ row, column }: { readonly row: CatalogueRow; readonly column: (typeof catalogueColumns)[number]['key'] }) {
  if (column === 'title') return <button type="button" className="link" aria-label={words.open(row.title)} onClick={() => { void openReport(row.id) }}><span className={styles['clamp']}>{row.title}</span></button>
  if (column === 'number' && row.number === '') return <span className="muted">{words.unnumbered}</span>
  return <>{row[column]}</>
}
