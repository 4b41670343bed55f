import { useRef, useState } from 'react'
import { characterCountText, libraryText } from '../../shared/text/library'
import { roomsText } from '../../shared/text/rooms'
import { transferRoomText } from '../../shared/text/transferRoom'
import type { ReportSummary } from '../../shared/report/summary'
import { openHeads } from '../state/heads'
import { describeTime } from '../state/moment'
import { openReport } from '../state/navigation'
import { restoreReport } from '../state/reports'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { LongRows, type RowPlace } from '../ui/LongRows'
import { Menu } from '../ui/Menu'
import { rowActions } from './rowActions'
import { kindName } from './shelfViews'

const { columns } = libraryText

export function ReportTable({ label, reports }: { readonly label: string; readonly reports: readonly ReportSummary[] }) {
  return (
    <table className="tbl" aria-label={label} aria-rowcount={reports.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{columns.title}</th><th scope="col">{columns.kind}</th><th scope="col" className="wide">{columns.unit}</th><th scope="col">{columns.state}</th>
          <th scope="col">{columns.savedAt}</th><th scope="col" className="r">{columns.characters}</th><th scope="col"><span className="vh">{columns.actions}</span></th>
        </tr>
      </thead>
      <LongRows items={reports} row={(report, place) => <Row key={report.id} report={report} place={place} />} />
    </table>
  )
}

function Row({ report, place }: { readonly report: ReportSummary; readonly place: RowPlace }) {
  const title = report.title || roomsText.untitled
  return (
    <tr {...place}>
      <td className="ttl">
        {report.isTrashed ? title : <button type="button" className="link" title={title} onClick={() => { void openReport(report.id) }}>{title}</button>}
        {report.hasTwoHeads === true && !report.isTrashed && <button type="button" className="link two-heads tag" title={transferRoomText.twoHeadsTitle} onClick={() => { void openHeads(report.id) }}>{transferRoomText.twoHeads}</button>}
        {report.corrects !== undefined && <span className="badge plain tag">{libraryText.correction}</span>}
      </td>
      <td>{kindName(report.kind)}</td>
      <td className="wide unit" title={report.unit}>{report.unit || <span className="muted">{libraryText.noUnit}</span>}</td>
      <td><Badge state={report.state} /></td>
      <td className="num">{describeTime(report.savedAt)}</td>
      <td className="r num">{characterCountText(report.characters)}</td>
      <td className="r">{report.isTrashed ? <Button kind="quiet" onClick={() => { void restoreReport(report.id) }}>{libraryText.actions.restore}</Button> : <RowMenu report={report} title={title} />}</td>
    </tr>
  )
}

function RowMenu({ report, title }: { readonly report: ReportSummary; readonly title: string }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const label = `${libraryText.actions.of}${title}`
  return (
    <>
      <IconButton ref={anchor} icon="more" label={label} hasMenu isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <Menu label={label} items={rowActions(report)} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
