import { roomsText } from '../../shared/text/rooms'
import { goTo } from '../state/navigation'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'

/** The desk with nothing on it. */
export function EmptyDesk() {
  return (
    <main className="room" aria-label={roomsText.rooms.desk}>
      <h1 className="vh">{roomsText.rooms.desk}</h1>
      <EmptyState text={roomsText.emptyDesk}><Button kind="primary" onClick={() => { void goTo('library') }}>{roomsText.toLibrary}</Button></EmptyState>
    </main>
  )
}
