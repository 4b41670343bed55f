import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { goTo, navigation, type RoomId } from '../state/navigation'
import { Icon, type IconName } from '../ui/Icon'

const rooms: readonly { readonly id: RoomId; readonly icon: IconName }[] = [{ id: 'library', icon: 'shelf' }, { id: 'desk', icon: 'pen' }, { id: 'archive', icon: 'box' }]

/** The narrow rail on the left that switches rooms. */
export function Rail() {
  const room = useStore(navigation, (state) => state.room)
  const entry = (id: RoomId, icon: IconName) => (
    <button key={id} type="button" aria-current={room === id ? 'page' : undefined} onClick={() => { void goTo(id) }}><Icon name={icon} />{roomsText.rooms[id]}</button>
  )
  return (
    <nav className="rail" aria-label={roomsText.rail}>
      <div className="seal" aria-hidden="true">{roomsText.seal}</div>
      {rooms.map(({ id, icon }) => entry(id, icon))}
      <span className="sp" />
      {entry('settings', 'gear')}
    </nav>
  )
}
