import { describe } from 'vitest'
import { contractSuite, lockStories } from '../support/contractSuite'
import { makeFakeApi } from '../ui/fakeApi'

describe('the stand-in of the browser tests', () => {
  let time = Date.parse('2026-01-05T01:00:00Z')
  const open = async () => {
    const { bridge } = makeFakeApi({ clock: () => (time += 1000) })
    return { call: bridge.call, close: async () => undefined }
  }
  contractSuite(open)
  lockStories(open)
})
