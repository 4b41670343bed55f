import { errorMessage } from '../../shared/text/errors'
import { roomsText } from '../../shared/text/rooms'
import { useStore } from '../state/createStore'
import { navigation, type RoomId } from '../state/navigation'
import { UiWordsProvider, type UiWords } from '../ui/words'
import { LibraryRoom } from '../library/LibraryRoom'
import { EmptyDesk } from './EmptyDesk'
import { ErrorBoundary } from './ErrorBoundary'
import { Rail } from './Rail'
import { ToastLayer } from './ToastLayer'

const words: UiWords = { close: roomsText.close, cancel: roomsText.cancel, states: roomsText.states, errorMessage }

export function App() {
  const room = useStore(navigation, (state) => state.room)
  return (
    <UiWordsProvider value={words}>
      <div className="app">
        <Rail />
        <ErrorBoundary><Room room={room} /></ErrorBoundary>
      </div>
      <ToastLayer />
    </UiWordsProvider>
  )
}

function Room({ room }: { readonly room: RoomId }) {
  const reportId = useStore(navigation, (state) => state.reportId)
  switch (room) {
    case 'library': return <LibraryRoom />
    case 'desk': return <EmptyDesk key={reportId} />
    case 'archive': return <main className="room" aria-label={roomsText.rooms.archive} />
    case 'settings': return <main className="room" aria-label={roomsText.rooms.settings} />
  }
}
