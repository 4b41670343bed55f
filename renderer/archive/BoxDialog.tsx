import { pagesPerBox } from '../../shared/archive/boxForms'
import { divideIntoBoxes } from '../../shared/archive/boxes'
import { classKey } from '../../shared/archive/archivalNumber'
import { spineWidths, type ArchiveUnit } from '../../shared/archive/archiveScheme'
import type { CataloguePart } from '../../shared/archive/catalogue'
import { archiveFormText, className } from '../../shared/text/archiveForms'
import { archiveSchemeText } from '../../shared/text/archiveScheme'
import { askForBoxes, catalogue, printForm, sayOfBoxes } from '../state/catalogue'
import { useStore } from '../state/createStore'
import { settings } from '../state/settings'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { Segmented } from '../ui/Segmented'
import { namedClass } from './archiveViews'

const words = archiveFormText.boxes
const spines = spineWidths.map((id) => ({ id, label: archiveSchemeText.millimetres(id) }))
const papers = (['A4', 'A3'] as const).map((id) => ({ id, label: words.papers[id] }))

/** Before 备考表 and 盒脊: how the items go into boxes, and what the clerk says of them. */
export function BoxDialog() {
  const { asked, shown, boxes: said, isWriting } = useStore(catalogue, (state) => state)
  const scheme = useStore(settings, (state) => state.archive)
  if (asked === null || shown === null || shown.year === null) return null
  const { year } = shown
  const divided = divideIntoBoxes(shown.parts, pagesPerBox(said, scheme))
  const print = (format: 'word' | 'pdf'): void => void printForm(asked, format, year)
  return (
    <Dialog title={archiveFormText.forms[asked]} isWide onClose={() => askForBoxes(null)}
      actions={<><Button disabled={divided.length === 0} busy={isWriting} onClick={() => print('pdf')}>{words.pdf}</Button><Button kind="primary" disabled={divided.length === 0} busy={isWriting} onClick={() => print('word')}>{words.word}</Button></>}>
      <p className="hint">{words.lead}</p>
      <div className="form">
        <div className="columns">
          <div className="labelled"><span className="label">{words.spine}</span><Segmented label={words.spine} options={spines} value={said.spine ?? scheme.spine} onChange={(spine) => sayOfBoxes({ spine, pagesPerBox: undefined })} /></div>
          <Field label={words.pages} value={String(pagesPerBox(said, scheme))} inputMode="numeric" maxLength={5} hint={words.pagesHint} onChange={(typed) => sayOfBoxes({ pagesPerBox: numberOf(typed) })} />
        </div>
        <p role="status" className="strong">{divided.length === 0 ? words.none : [words.count(divided.length), ...countsOf(shown.parts, divided, scheme.units)].join('　')}</p>
        {asked === 'spine' && <div className="labelled"><span className="label">{words.paper}</span><Segmented label={words.paper} options={papers} value={said.paper ?? 'A4'} onChange={(paper) => sayOfBoxes({ paper })} /></div>}
        {asked === 'boxRecord' && <RecordFields />}
      </div>
    </Dialog>
  )
}

function numberOf(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  return digits === '' || Number(digits) < 1 ? undefined : Number(digits)
}

function countsOf(parts: readonly CataloguePart[], divided: ReturnType<typeof divideIntoBoxes>, units: readonly ArchiveUnit[]): readonly string[] {
  const classes = parts.flatMap((part) => (part.class === null ? [] : [part.class]))
  return classes.length < 2 ? [] : classes.map((of) => words.of(className(namedClass(of, units)), divided.filter((box) => classKey(box.class) === classKey(of)).length))
}

function RecordFields() {
  const said = useStore(catalogue, (state) => state.boxes)
  const field = (key: 'arranger' | 'arrangedOn' | 'checker' | 'checkedOn') => (
    <Field label={words[key]} value={said[key] ?? ''} maxLength={60} placeholder={key.endsWith('On') ? words.datePlaceholder : undefined} onChange={(text) => sayOfBoxes({ [key]: text })} />
  )
  return (
    <>
      <div className="labelled">
        <label htmlFor="box-state">{words.state}</label>
        <textarea id="box-state" className="lines" rows={3} maxLength={2000} value={said.state ?? ''} aria-describedby="box-state-hint" onChange={({ target }) => sayOfBoxes({ state: target.value })} />
        <p className="hint" id="box-state-hint">{words.stateHint}</p>
      </div>
      <div className="columns">{field('arranger')}{field('arrangedOn')}{field('checker')}{field('checkedOn')}</div>
    </>
  )
}
