import { errorMessage } from '../../shared/text/errors'
import { roomsText } from '../../shared/text/rooms'
import { SettingsRoom } from '../settings/SettingsRoom'
import { useStore } from '../state/createStore'
import { navigation, type RoomId } from '../state/navigation'
import { CommandPalette } from '../palette/CommandPalette'
import { PhraseChooser } from '../phrases/PhraseChooser'
import { ConformDialog } from '../conform/ConformDialog'
import { ConformPrint } from '../conform/ConformPrint'
import { Preview } from '../preview/Preview'
import { PrintPages } from '../preview/PrintPages'
import { DropZone } from '../transfer/DropZone'
import { FolderDialog } from '../transfer/FolderDialog'
import { ImportPanel } from '../transfer/ImportPanel'
import { PackDialog } from '../transfer/PackDialog'
import { PasteDialog } from '../transfer/PasteDialog'
import { UnpackDialog } from '../transfer/UnpackDialog'
import { UiWordsProvider, type UiWords } from '../ui/words'
import { ArchiveRoom } from '../archive/ArchiveRoom'
import { BoxDialog } from '../archive/BoxDialog'
import { ChecksDialog } from '../archive/ChecksDialog'
import { CorrectionDialog } from '../archive/CorrectionDialog'
import { FilingDialog } from '../archive/FilingDialog'
import { FilingYearDialog } from '../archive/FilingYearDialog'
import { LogDialog } from '../archive/LogDialog'
import { SealDialog } from '../archive/SealDialog'
import { SealedDialog } from '../archive/SealedDialog'
import { TemplateDialog } from '../library/TemplateDialog'
import { LibraryRoom } from '../library/LibraryRoom'
import { DeskRoom } from './DeskRoom'
import { ErrorBoundary } from './ErrorBoundary'
import { Rail } from './Rail'
import { ToastLayer } from './ToastLayer'

export const uiWords: UiWords = { close: roomsText.close, states: roomsText.states, errorMessage }

export function App() {
  const room = useStore(navigation, (state) => state.room)
  return (
    <UiWordsProvider value={uiWords}>
      <div className="app">
        <Rail />
        <ErrorBoundary><Room room={room} /></ErrorBoundary>
      </div>
      <ErrorBoundary isOverlay><FilingDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><ChecksDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><CorrectionDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><SealDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><SealedDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><LogDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><FilingYearDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><BoxDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><TemplateDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><PasteDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><ImportPanel /></ErrorBoundary>
      <ErrorBoundary isOverlay><FolderDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><PackDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><UnpackDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><DropZone /></ErrorBoundary>
      <ErrorBoundary isOverlay><CommandPalette /></ErrorBoundary>
      <ErrorBoundary isOverlay><PhraseChooser /></ErrorBoundary>
      <ErrorBoundary isOverlay><ConformDialog /></ErrorBoundary>
      <ErrorBoundary isOverlay><ConformPrint /></ErrorBoundary>
      <ErrorBoundary isOverlay><Preview /></ErrorBoundary>
      <ErrorBoundary isOverlay><PrintPages /></ErrorBoundary>
      <ErrorBoundary isOverlay><ToastLayer /></ErrorBoundary>
    </UiWordsProvider>
  )
}

function Room({ room }: { readonly room: RoomId }) {
  switch (room) {
    case 'library': return <LibraryRoom />
    case 'desk': return <DeskRoom />
    case 'archive': return <ArchiveRoom />
    case 'settings': return <SettingsRoom />
  }
}
