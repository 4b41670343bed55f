import { useMemo, useRef } from 'react'
import { titleBreakChoices } from '../../shared/print/titleBreaks'
import type { Report } from '../../shared/report/report'
import { deskText } from '../../shared/text/desk'
import { runAction } from '../commands/commandRuntimes'
import { useStore } from '../state/createStore'
import { desk } from '../state/desk'
import { openTitleBreaks, titleBreaks } from '../state/titleBreaks'
import { Icon } from '../ui/Icon'
import { Menu, type MenuItem } from '../ui/Menu'
import styles from './DeskRoom.module.css'

/** Above a title that is longer than a line: the other good ways to break it, and back to the program's own. */
export function TitleBreaks({ title }: Pick<Report, 'title'>) {
  const isOpen = useStore(titleBreaks, (state) => state.isOpen)
  const anchor = useRef<HTMLButtonElement>(null)
  const line = title.join('')
  const choices = useMemo(() => titleBreakChoices(line), [line])
  if (title.length < 2 && (choices[0]?.length ?? 0) < 2) return null
  const choose = (lines: readonly string[]): void => {
    runAction({ kind: 'titleLines', lines })
    desk.get().handle?.focus()
  }
  const isAutomatic = title.length < 2
  const items: readonly MenuItem[] = [
    { id: 'auto', label: deskText.titleAuto, hint: choices[0]?.join('\n'), isCentred: true, ...(isAutomatic ? { icon: 'tick' as const } : {}), run: () => choose([line]) },
    ...choices.slice(1).map((lines, index) => ({
      id: String(index), label: lines.join('\n'), isCentred: true, isApart: index === 0, ...(!isAutomatic && lines.join('\n') === title.join('\n') ? { icon: 'tick' as const } : {}), run: () => choose(lines),
    })),
  ]
  return (
    <div className={styles['titleBreaks']}>
      <button ref={anchor} type="button" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => openTitleBreaks(!isOpen)}>{deskText.titleBreaks}<Icon name="down" small /></button>
      {isOpen && <Menu label={deskText.titleBreaks} items={items} anchor={anchor} onClose={() => openTitleBreaks(false)} />}
    </div>
  )
}
