import { describe, expect, it, vi } from 'vitest'
import { findMissingFonts } from '../../../electron/ipc/fontTest'

const page = (answer: Promise<unknown>) => ({ executeJavaScriptInIsolatedWorld: () => answer }) as Parameters<typeof findMissingFonts>[0]

describe('findMissingFonts', () => {
  it('IPC-9: names the roles of which the page knows no family, with what stands in', async () => {
    const missing = await findMissingFonts(page(Promise.resolve(['黑体', 'KaiTi', 'FangSong', '宋体', null])))
    expect(missing).toEqual([{ role: 'displaySong', name: '小标宋', substitute: '宋体' }])
  })

  it('IPC-9: a page that fails or is late holds nothing up, and nothing is said to be missing', async () => {
    expect(await findMissingFonts(page(Promise.reject(new Error('gone'))))).toEqual([])
    vi.useFakeTimers()
    try {
      let answer: unknown
      void findMissingFonts(page(new Promise(() => undefined))).then((fonts) => { answer = fonts })
      await vi.advanceTimersByTimeAsync(100)
      expect(answer).toBeUndefined()
      await vi.advanceTimersByTimeAsync(2000)
      expect(answer).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })
})
