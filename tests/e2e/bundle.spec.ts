import { join } from 'node:path'
import { expect, test } from './fixtures'
import { networkUsesUnder } from '../house/bundle'

test('HOUSE-8: nothing that was built asks for a network', () => {
  expect(networkUsesUnder(join(import.meta.dirname, '..', '..', 'dist'))).toEqual([])
})
