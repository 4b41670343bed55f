/** The page's only gift: one frozen object with two functions, made from the list of channels (SPEC IPC-1). */
import { contextBridge, ipcRenderer } from 'electron'
import { channels, windowEvents } from '../shared/ipc/channels'
import type { Bridge } from '../shared/ipc/contract'

const knownChannels = new Set<string>(channels)
const knownEvents = new Set<string>(windowEvents)

const bridge: Bridge = {
  call: (channel, request) => {
    if (!knownChannels.has(channel)) return Promise.resolve({ ok: false, error: { code: 'requestMalformed' } })
    return ipcRenderer.invoke(channel, request)
  },
  on: (event, listener) => {
    if (!knownEvents.has(event)) return () => undefined
    const hear = (_: unknown, value: unknown): void => listener(typeof value === 'string' ? value : '')
    ipcRenderer.on(event, hear)
    return () => { ipcRenderer.off(event, hear) }
  },
}

contextBridge.exposeInMainWorld('api', Object.freeze(bridge))
