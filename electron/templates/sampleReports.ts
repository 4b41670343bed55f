/** Two invented bureaus with two years each, written for this project: what a clerk sees at the first start, and last year's report for trying out. */
import qingheOfLastYear from '../../assets/samples/qinghe-agriculture-2024.txt?raw'
import qinghe from '../../assets/samples/qinghe-agriculture-2025.txt?raw'
import qingyuanOfLastYear from '../../assets/samples/qingyuan-archives-2024.txt?raw'
import qingyuan from '../../assets/samples/qingyuan-archives-2025.txt?raw'
import list from '../../assets/samples/samples.json'
import { invariant } from '../../shared/base/invariant'
import { reportKinds, type ReportKindId } from '../../shared/report/kinds'

/** A sample as text for `parseReport`, with what the text does not say for certain. */
export interface SampleReport {
  readonly id: string
  readonly kind: ReportKindId
  readonly year: number
  readonly unit: string
  readonly text: string
}

const texts: Readonly<Record<string, string>> = {
  'qinghe-agriculture-2024': qingheOfLastYear, 'qinghe-agriculture-2025': qinghe,
  'qingyuan-archives-2024': qingyuanOfLastYear, 'qingyuan-archives-2025': qingyuan,
}

/** The samples, those of the newer year first. */
export const sampleReports: readonly SampleReport[] = list.map((entry) => {
  const kind = reportKinds.find((each) => each.id === entry.kind)
  const text = texts[entry.id]
  invariant(kind && text !== undefined, `sample ${entry.id} has no text or no kind`)
  return { ...entry, kind: kind.id, text }
})
