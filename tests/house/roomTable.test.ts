import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rooms } from './rooms'
import { markedPart, roomTable } from './roomTable'
import { projectRoot } from './sources'

const path = join(projectRoot, 'ARCHITECTURE.md')

it('HOUSE-9: ARCHITECTURE.md shows the import table that the check uses (UPDATE_GOLDEN=1 rewrites it)', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, readFileSync(path, 'utf8').replace(/(<!-- rooms -->\n)[\s\S]*?(\n<!-- \/rooms -->)/, (_, open: string, close: string) => open + roomTable(rooms) + close))
  expect(markedPart(readFileSync(path, 'utf8'))).toBe(roomTable(rooms))
})

it('HOUSE-9: the comparison would notice a room more', () => {
  expect(markedPart(`<!-- rooms -->\n${roomTable(rooms.slice(1))}\n<!-- /rooms -->`)).not.toBe(roomTable(rooms))
})
