import { changeIssuing, changeProfile, issuingFields, type IssuingField } from '../../shared/report/issuingFields'
import type { Issuing, ProfileId } from '../../shared/report/issuing'
import type { Report } from '../../shared/report/report'
import { issuingText as words } from '../../shared/text/issuing'
import { Choice } from '../ui/Choice'
import { changeIssuingOf } from './changeIssuingOf'
import { IssuingInput } from './IssuingInput'
import { LastIssuing } from './LastIssuing'
import styles from './LayoutPanel.module.css'

const profileIds: readonly ProfileId[] = ['ordinary', 'redHead', 'letter', 'order', 'minutes']
const profiles = profileIds.map((id) => ({ id, label: words.profiles[id] }))

/** 公文要素: the format that the report goes out in, and only those parts that this format prints (SPEC ISSUING). */
export function IssuingForm({ report, isReadOnly }: { readonly report: Report; readonly isReadOnly: boolean }) {
  const issuing: Issuing = report.issuing ?? { profile: 'ordinary' }
  const { profile } = issuing
  const fields = issuingFields[profile]
  return (
    <fieldset className={styles['choices']} disabled={isReadOnly}>
      <div>
        <Choice label={words.profile} options={profiles} value={profile} onChange={(chosen) => changeIssuingOf((now) => changeProfile(now, chosen))} />
        <p className="hint">{words.profileHints[profile]}</p>
      </div>
      {profile !== 'ordinary' && !isReadOnly && <LastIssuing key={`${report.id} ${profile}`} report={report} issuing={issuing} />}
      <Part title={words.head} fields={fields.head} issuing={issuing} />
      <Part title={words.closes[profile]} fields={fields.close} issuing={issuing} />
      <Part title={words.end} fields={fields.end} issuing={issuing} />
    </fieldset>
  )
}

function Part({ title, fields, issuing }: { readonly title: string; readonly fields: readonly IssuingField[]; readonly issuing: Issuing }) {
  if (fields.length === 0) return null
  return (
    <div className={styles['part']} role="group" aria-label={title}>
      <h2>{title}</h2>
      {fields.map((field) => <IssuingInput key={field} field={field} issuing={issuing} onChange={(value) => changeIssuingOf((now) => changeIssuing(now, field, value))} />)}
    </div>
  )
}
