/** The one file that listens to the window (SPEC IPC-2). */
import { ipcMain } from 'electron'
import { channels } from '../../shared/ipc/channels'
import type { Log } from '../log'
import { isTrustedSender } from '../security'
import { answerRequest, type Handlers } from './answer'

/** Opens the door: every channel of the contract, nothing else. */
export function openDoor(handlers: Handlers, log: Log): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, payload: unknown) => answerRequest({ handlers, log }, channel, isTrustedSender(event.senderFrame), payload))
  }
}
