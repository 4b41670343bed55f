import { join } from 'node:path'
import { expect, test } from './fixtures'
import { modulesOf, networkUsesUnder } from '../house/bundle'

const dist = join(import.meta.dirname, '..', '..', 'dist')

test('HOUSE-8: nothing that was built asks for a network', () => {
  expect(networkUsesUnder(dist)).toEqual([])
})

test('READ-1: the program that reads files from outside asks for its line to the program and for sums, and for nothing else of Node', () => {
  expect(modulesOf(join(dist, 'electron'), /^reading.*\.cjs$/)).toEqual(['node:crypto', 'node:worker_threads'])
  // The control: the program beside it does ask for the disk.
  expect(modulesOf(join(dist, 'electron'), /^main.*\.cjs$/)).toEqual(expect.arrayContaining(['node:fs', 'electron']))
})
