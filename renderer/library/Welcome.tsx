import { libraryText } from '../../shared/text/library'
import type { ReportSummary } from '../../shared/report/summary'
import { openReport } from '../state/navigation'
import { changeSettings } from '../state/settings'
import { startNew } from '../state/shelf'
import { importFiles } from '../state/transfer'
import { Button } from '../ui/Button'

const { welcome } = libraryText

/** First start: what the program is for, and three things to try. */
export function Welcome({ sample }: { readonly sample: ReportSummary | null }) {
  const runs = [
    sample === null ? null : () => { void openReport(sample.id) },
    () => { void importFiles() },
    () => startNew({ source: 'template' }),
  ]
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <header><h2 id="welcome-title">{welcome.title}</h2><span className="sp" /><Button kind="quiet" onClick={() => { void changeSettings({ hasSeenWelcome: true }) }}>{welcome.done}</Button></header>
      <p>{welcome.lead}</p>
      <ol>
        {welcome.steps.map((step, index) => {
          const run = runs[index]
          return <li key={step.title}><h3>{step.title}</h3><p>{step.text}</p>{run && <Button onClick={run}>{welcome.buttons[index]}</Button>}</li>
        })}
      </ol>
    </section>
  )
}
