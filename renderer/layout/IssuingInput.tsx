import type { ReactNode } from 'react'
import { documentNumberFaults, urgencies, withSecrecyStar, withYearBrackets, type IssuingField } from '../../shared/report/issuingFields'
import type { Issuing } from '../../shared/report/issuing'
import { issuingText as words } from '../../shared/text/issuing'
import { Field } from '../ui/Field'
import { LinesField } from '../ui/LinesField'
import { Segmented } from '../ui/Segmented'
import { Tick } from '../ui/Tick'
import styles from './LayoutPanel.module.css'

export interface IssuingInputProps {
  readonly field: IssuingField
  readonly issuing: Issuing
  readonly onChange: (value: Issuing[IssuingField]) => void
}

const places = (['end', 'underTitle'] as const).map((id) => ({ id, label: words.signaturePlaces[id] }))
const seals = (['none', 'sealed', 'stamp'] as const).map((id) => ({ id, label: words.seals[id] }))
const urgencyChoices = ['', ...urgencies].map((id) => ({ id, label: id === '' ? words.noUrgency : id }))

/** The one control of a part. */
export function IssuingInput({ field, issuing, onChange }: IssuingInputProps) {
  switch (field) {
    case 'mark': return <LinesField label={words.mark} value={issuing.mark ?? []} placeholder={words.markExamples[issuing.profile]} hint={issuing.hasFileWord === true && (issuing.mark?.length ?? 0) > 1 ? words.principalOnly : words.markHints[issuing.profile]} onChange={onChange} />
    case 'signers': return <LinesField label={words.signers} value={issuing.signers ?? []} hint={words.signersHint} onChange={onChange} />
    case 'copies': return <LinesField label={words.copies} value={issuing.copies ?? []} hint={words.copiesHint} onChange={onChange} />
    case 'hasFileWord': case 'isPreprinted': case 'isAddresseeBelow': case 'endsOnEvenPage':
      return <Tick label={words[field]} isTicked={issuing[field] === true} onChange={(isTicked) => onChange(isTicked ? true : undefined)} />
    case 'documentNumber': return <DocumentNumber issuing={issuing} onChange={onChange} />
    case 'secrecy': return <Field label={words.secrecy} value={issuing.secrecy ?? ''} placeholder={words.secrecyExample} tidy={withSecrecyStar} maxLength={40} onChange={onChange} />
    case 'urgency': return <Row label={words.urgency}><Segmented label={words.urgency} options={urgencyChoices} value={issuing.urgency ?? ''} onChange={onChange} /></Row>
    case 'copyNumber': return <Field label={words.copyNumber} value={issuing.copyNumber ?? ''} placeholder={words.copyNumberExample} inputMode="numeric" maxLength={12} onChange={onChange} />
    case 'signaturePlace':
      return <Row label={words.signaturePlace}><Segmented label={words.signaturePlace} options={places} value={issuing.signaturePlace ?? 'end'} onChange={(id) => onChange(id === 'end' ? undefined : id)} /></Row>
    case 'seal':
      return isAtEnd(issuing) ? <Row label={words.seal}><Segmented label={words.seal} options={seals} value={issuing.seal ?? 'none'} onChange={(id) => onChange(id === 'none' ? undefined : id)} /></Row> : null
    case 'post': return issuing.seal === 'stamp' && isAtEnd(issuing) ? <Field label={words.post} value={issuing.post ?? ''} placeholder={words.postExample} maxLength={60} onChange={onChange} /> : null
    case 'printer': return <Field label={words.printer} value={issuing.printer ?? ''} placeholder={words.printerExample} maxLength={100} onChange={onChange} />
    case 'printDate': return <Field label={words.printDate} value={issuing.printDate ?? ''} placeholder={words.printDateExample} maxLength={40} onChange={onChange} />
    case 'present': case 'absent': case 'guests':
      return <Field label={words[field]} value={issuing[field] ?? ''} placeholder={words.peopleExample} maxLength={2_000} onChange={onChange} />
  }
}

/** Below the title no seal is set. */
function isAtEnd({ profile, signaturePlace }: Issuing): boolean {
  return profile !== 'ordinary' || signaturePlace === undefined
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className={`labelled ${styles['row'] ?? ''}`}><span className="label">{label}</span>{children}</div>
}

/** Brackets become 〔〕 as they are typed; what is not allowed is said below. */
function DocumentNumber({ issuing, onChange }: Pick<IssuingInputProps, 'issuing' | 'onChange'>) {
  const value = issuing.documentNumber ?? ''
  const faults = issuing.profile === 'redHead' || issuing.profile === 'letter' ? documentNumberFaults(value) : []
  return (
    <Field
      label={words.numbers[issuing.profile]} value={value} placeholder={words.numberExamples[issuing.profile]} tidy={withYearBrackets} maxLength={60} onChange={onChange}
      hint={faults.length === 0 ? undefined : faults.map((fault) => words.numberFaults[fault]).join('')}
    />
  )
}
