import type { SchemeId } from '../../shared/report/report'
import { deskText } from '../../shared/text/desk'
import { layoutText } from '../../shared/text/layout'
import { useStore } from '../state/createStore'
import { changeReport, session } from '../state/session'
import { changeSettings, settings } from '../state/settings'
import { Choice } from '../ui/Choice'
import { Segmented } from '../ui/Segmented'
import { IssuingForm } from './IssuingForm'
import styles from './LayoutPanel.module.css'

const schemeIds: readonly SchemeId[] = ['restart', 'continuous', 'decimal', 'chapter']
const schemes = schemeIds.map((id) => ({ id, label: deskText.schemes[id] }))
const itemLeads = (['plain', 'bold'] as const).map((id) => ({ id, label: layoutText.itemLeads[id] }))
const digitFonts = (['roman', 'fangsong'] as const).map((id) => ({ id, label: layoutText.digitFonts[id] }))

/** 版面: how this report is numbered and set, and what holds for every page. */
export function LayoutPanel() {
  const report = useStore(session, (state) => state.report)
  const isReadOnly = useStore(session, (state) => state.isReadOnly)
  const digits = useStore(settings, (state) => state.digits)
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
      <div className="labelled">
        <span>{layoutText.digits}</span>
        <Segmented label={layoutText.digits} options={digitFonts} value={digits} onChange={(chosen) => void changeSettings({ digits: chosen })} />
        <p className="hint">{layoutText.digitsHint}</p>
      </div>
      <section className={styles['paper']}>
        <h2>{layoutText.paper}</h2>
        <dl>{layoutText.facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <p className="hint">{layoutText.source}</p>
      </section>
    </div>
  )
}
