import { errorMessage } from '../../shared/text/errors'
import { findingsText, importedDetail, importingText, noteText, outcomeText, setAsideText, transferText as words } from '../../shared/text/transfer'
import type { ImportOutcome } from '../../shared/ipc/contract'
import { useStore } from '../state/createStore'
import { closeOutcome, openImported, transfer } from '../state/transfer'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'

/** What came of an import: what is on the shelf now and what should be looked at, and what was refused and what to do. */
export function ImportPanel() {
  const { outcome, running } = useStore(transfer, (state) => state)
  if (running !== null && running > 0) return <div className="toast" role="status"><span className="spin" aria-hidden="true" /><span className="toast-text">{importingText(running)}</span></div>
  return outcome === null ? null : <Outcome outcome={outcome} />
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const { imported, refused } = outcome
  return (
    <Dialog title={words.resultTitle} onClose={closeOutcome} isWide actions={<Button onClick={closeOutcome}>{words.done}</Button>}>
      <p role="status">{outcomeText(imported.length, refused.length)}</p>
      {imported.length > 0 && (
        <section aria-label={words.importedTitle}>
          <h3 className="list-title">{words.importedTitle}</h3>
          <ul className="outcome">{imported.map((one) => <Imported key={one.id} one={one} isOnly={imported.length === 1} />)}</ul>
        </section>
      )}
      {refused.length > 0 && (
        <section aria-label={words.refusedTitle}>
          <h3 className="list-title">{words.refusedTitle}</h3>
          <ul className="outcome">{refused.map((one, index) => <Refused key={`${one.fileName}-${index}`} one={one} />)}</ul>
        </section>
      )}
    </Dialog>
  )
}

function Imported({ one, isOnly }: { readonly one: ImportOutcome['imported'][number]; readonly isOnly: boolean }) {
  return (
    <li>
      <Icon name="doc" />
      <div>
        <p className="strong">{one.title || words.untitled}</p>
        <p className="hint">{importedDetail(one.year, one.encoding)} · {one.fileName}</p>
        <p className={one.findings > 0 ? 'amber-text' : 'hint'}>{one.findings > 0 ? findingsText(one.findings) : words.perfect}</p>
        {one.notes.length > 0 && <ul className="notes">{one.notes.map((note) => <Note key={`${note.line}-${note.text}`} note={note} id={one.id} />)}</ul>}
        {one.met.length > 0 && <ul className="notes">{one.met.map((text) => <li key={text}>{text}</li>)}</ul>}
        {one.isKnown && <p className="amber-text">{words.isKnown}</p>}
        {one.setAside > 0 && <p className="hint">{setAsideText(one.setAside)}</p>}
      </div>
      <Button kind={isOnly ? 'primary' : 'plain'} onClick={() => { void openImported(one.id) }}>{words.open}</Button>
    </li>
  )
}

/** One thing that the parser noticed; a click goes there. */
function Note({ note, id }: { readonly note: ImportOutcome['imported'][number]['notes'][number]; readonly id: string }) {
  const { blockId } = note
  const text = noteText(note.line, note.text)
  return <li>{blockId === undefined ? text : <button type="button" className="link" onClick={() => { void openImported(id, { blockId }) }}>{text}</button>}</li>
}

function Refused({ one }: { readonly one: ImportOutcome['refused'][number] }) {
  const { found, advice } = errorMessage({ ...one.error, detail: { fileName: one.fileName, ...one.error.detail } })
  return <li><Icon name="warn" /><div><p className="strong">{found}</p><p>{advice}</p></div></li>
}
