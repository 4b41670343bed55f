import { useEffect, useState } from 'react'
import { roomsText } from '../../shared/text/rooms'
import { checkDropped } from '../state/conform'
import { openFolderImport } from '../state/folderImport'
import { readBackWord } from '../state/review'
import { importDropped } from '../state/transfer'

/** Files dropped anywhere on the window are imported. Text dragged inside the editor is none of its business. */
export function DropZone() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false) }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      if ([...(event.dataTransfer?.items ?? [])].some((item) => item.webkitGetAsEntry()?.isDirectory === true)) return openFolderImport(true)
      const files = [...(event.dataTransfer?.files ?? [])]
      const [file] = files
      const taker = document.elementsFromPoint(event.clientX, event.clientY).map((element) => element.closest<HTMLElement>('[data-takes-file]')).find((element) => element !== null)
      const takes = files.length === 1 ? taker?.dataset['takesFile'] : undefined
      void (file === undefined || takes === undefined ? importDropped(files) : takes === 'conform' ? checkDropped(file) : readBackWord(file))
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop, true)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop, true)
    }
  }, [])
  return isOver ? <div className="drop-zone" role="status">{roomsText.dropHere}</div> : null
}
