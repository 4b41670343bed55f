import { useRef, useState } from 'react'
import { folderImportText } from '../../shared/text/folderImport'
import { libraryText } from '../../shared/text/library'
import { transferRoomText } from '../../shared/text/transferRoom'
import { openFolderImport } from '../state/folderImport'
import { askToUnpack } from '../state/packages'
import { startNew } from '../state/shelf'
import { importFiles, startPasting } from '../state/transfer'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'

const words = libraryText.create

const items: readonly MenuItem[] = [
  { id: 'blank', label: words.blank, hint: words.blankHint, run: () => startNew({ source: 'blank' }) },
  { id: 'template', label: words.template, hint: words.templateHint, run: () => startNew({ source: 'template' }) },
  { id: 'lastYear', label: words.lastYear, hint: words.lastYearHint, run: () => startNew({ source: 'lastYear' }) },
  { id: 'files', label: words.files, hint: words.filesHint, isApart: true, run: () => { void importFiles() } },
  { id: 'folder', label: folderImportText.command, hint: folderImportText.hint, run: () => openFolderImport() },
  { id: 'paste', label: words.paste, hint: words.pasteHint, run: startPasting },
  { id: 'package', label: transferRoomText.unpack, run: askToUnpack },
]

export function NewMenu() {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button ref={anchor} type="button" className="btn primary" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}><Icon name="plus" small />{words.button}</button>
      {isOpen && <Menu label={words.menu} items={items} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
