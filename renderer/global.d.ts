interface Window {
  /** Set by the preload; used by `renderer/api` only. */
  readonly api: import('../shared/ipc/contract').Bridge
}

declare module '*.css'
