/** Replacing in the report on the desk: through its editor, so that undo knows of it (SPEC FIND-9). */
import { findText } from '../../shared/text/find'
import { roomsText } from '../../shared/text/rooms'
import { desk } from '../state/desk'
import { find } from '../state/find'
import { session } from '../state/session'
import { showToast } from '../state/toast'

/** Replaces the place in hand and goes to the next; with none in hand it only goes there. */
export function replaceOne(): void {
  const { handle } = desk.get()
  const { current, replacement } = find.get()
  if (handle === null) return
  if (current !== -1) handle.run({ kind: 'replaceHit', text: replacement })
  handle.goToHit('next')
}

/** Replaces all places but those left out, as one step, and offers to take it back; returns how many. */
export function replaceAll(leftOut: readonly number[]): number {
  const { handle } = desk.get()
  const { total, replacement } = find.get()
  const count = total - leftOut.length
  if (handle === null || !handle.run({ kind: 'replaceHits', text: replacement, leftOut })) return 0
  const { report } = session.get()
  showToast({ text: findText.replaced(count), action: { label: roomsText.undo, run: () => { if (session.get().report === report) desk.get().handle?.run({ kind: 'undo' }) } } })
  return count
}
