/** The log of actions: read, and written out as a file (SPEC LOG-6). */
import { safeFileName } from '../../shared/base/safeFileName'
import { actionLogText as words } from '../../shared/text/actionLog'
import { shellText } from '../../shared/text/shell'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import { exportSaver } from './saveExport'
import type { WrittenFiles } from './writtenFiles'

const mostShown = 1000

export function logHandlers(desk: Desk, written: WrittenFiles): Pick<Handlers, 'log.read' | 'log.export'> {
  const { library } = desk
  const save = exportSaver(desk, written)
  return {
    'log.read': async () => {
      const read = await library.readLog({ most: mostShown })
      return read.ok ? { ok: true, value: { ...read.value, entries: [...read.value.entries], problems: [...read.value.problems] } } : read
    },
    'log.export': async () => {
      const whole = await library.writeLog()
      if (!whole.ok) return whole
      return save({
        title: words.save, name: safeFileName(words.fileName, '.jsonl', shellText.untitled), filter: words.filter, extension: 'jsonl',
        make: async () => ({ bytes: new TextEncoder().encode(whole.value.text), changes: [] }),
      })
    },
  }
}
