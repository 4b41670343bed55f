import type { SchemeId } from '../../shared/report/report'
import { chosenLayout } from '../../shared/print/deviations'
import { deskText } from '../../shared/text/desk'
import { layoutText } from '../../shared/text/layout'
import { useStore } from '../state/createStore'
import { goTo } from '../state/navigation'
import { changeReport, session } from '../state/session'
import { settings } from '../state/settings'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Segmented } from '../ui/Segmented'
import { IssuingForm } from './IssuingForm'
import { ShortEnds, SignatureAlone } from './ShortEnds'
import styles from './LayoutPanel.module.css'

const schemeIds: readonly SchemeId[] = ['restart', 'continuous', 'decimal', 'chapter']
const schemes = schemeIds.map((id) => ({ id, label: deskText.schemes[id] }))
const itemLeads = (['plain', 'bold'] as const).map((id) => ({ id, label: layoutText.itemLeads[id] }))

/** 版面: how this report is numbered and set, and what holds for every page. */
export function LayoutPanel() {
  const report = useStore(session, (state) => state.report)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const layout = useStore(settings, (state) => state.layout)
  const own = Object.keys(chosenLayout(layout)).length
  if (report === null) return null
  return (
    <div className={`scroll ${styles['body'] ?? ''}`}>
      <IssuingForm report={report} isReadOnly={isReadOnly} />
      <fieldset className={`${styles['choices'] ?? ''} ${styles['apart'] ?? ''}`} disabled={isReadOnly}>
        <Choice label={layoutText.numbering} options={schemes} value={report.numbering} onChange={(numbering) => changeReport((now) => ({ ...now, numbering }))} />
        <div className="labelled">
          <span>{layoutText.itemLead}</span>
          <Segmented
            label={layoutText.itemLead} options={itemLeads} value={report.itemLead ?? 'plain'} disabled={isReadOnly}
            onChange={(itemLead) => changeReport(({ itemLead: _former, ...now }) => (itemLead === 'bold' ? { ...now, itemLead } : now))}
          />
          <p className="hint">{layoutText.itemLeadHint}</p>
        </div>
      </fieldset>
      <SignatureAlone />
      <ShortEnds />
      <section className={styles['paper']}>
        <h2>{layoutText.paper}</h2>
        <dl>
          {[...layoutText.facts, [layoutText.pageNumber, layoutText.pageNumbers[layout.pageNumberPlace ?? 'outer']] as const].map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        </dl>
        <p className="hint">{own === 0 ? layoutText.source : layoutText.ownSource(own)}</p>
        <Button onClick={() => void goTo('settings')}>{layoutText.toSettings}</Button>
      </section>
    </div>
  )
}
