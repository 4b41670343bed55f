/** Sealed years: one piece of work at a time, which can be looked at and stopped (SPEC SEAL-9). */
import { basename, join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'
import { bagText } from '../../shared/text/bag'
import { fillPlaces } from '../../shared/text/errors'
import { sealingText as words } from '../../shared/text/sealing'
import type { SealProgress, SealWatch } from '../library/sealing'
import { done, type Handlers } from './answer'
import type { Desk } from './desk'

const mostProblems = 20

export function sealHandlers({ library, mainWindow }: Desk): Pick<Handlers, 'seal.plan' | 'seal.run' | 'seal.list' | 'seal.verify' | 'seal.copy' | 'seal.progress' | 'seal.stop'> {
  let progress: SealProgress | null = null
  let isRunning = false
  let isStopped = false

  async function alone<T>(work: (watch: SealWatch) => Promise<Result<T>>): Promise<Result<T>> {
    if (isRunning) return fail({ code: 'fileBusy' })
    isRunning = true
    isStopped = false
    try {
      return await work({ progress: (now) => { progress = now }, isCancelled: () => isStopped })
    } finally {
      isRunning = false
      progress = null
    }
  }

  return {
    'seal.plan': async ({ year }) => {
      const planned = await library.planSeal({ year })
      return planned.ok ? succeed({ ...planned.value, unfiled: [...planned.value.unfiled] }) : planned
    },
    'seal.run': ({ year }) => alone(async (watch) => {
      const sealed = await library.sealYear({ year }, watch)
      return sealed.ok ? succeed({ ...sealed.value, unfiled: [...sealed.value.unfiled], missingFormats: [...sealed.value.missingFormats] }) : sealed
    }),
    'seal.list': async () => {
      const listed = await library.listSealed()
      return listed.ok ? succeed([...listed.value]) : listed
    },
    'seal.verify': ({ name }) => alone(async (watch) => {
      const verdict = await library.verifySealed({ name }, watch)
      if (!verdict.ok) return verdict
      const { ok, problems } = verdict.value
      return succeed({ isWhole: ok, count: problems.length, problems: problems.slice(0, mostProblems).map(({ path, kind, other, line }) => `${path}：${fillPlaces(bagText.problems[kind], { other: other ?? '', line: line ?? '' })}`) })
    }),
    'seal.copy': ({ name }) => alone<Response<'seal.copy'>>(async (watch) => {
      const chosen = await dialog.showOpenDialog(mainWindow.browserWindow, { title: words.copyTitle, defaultPath: app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] })
      const [place] = chosen.filePaths
      if (chosen.canceled || place === undefined) return succeed({ kind: 'cancelled' })
      const copied = await library.copySealed({ name, target: join(place, `andu-${name}`) }, watch)
      return copied.ok ? succeed({ kind: 'copied', folderName: basename(place) || place, files: copied.value.files }) : copied
    }),
    'seal.progress': async () => succeed(progress),
    'seal.stop': async () => {
      isStopped = true
      return done
    },
  }
}
