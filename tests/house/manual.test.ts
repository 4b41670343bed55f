import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandTable, type CommandRow } from '../../shared/commands/commandTable'
import { commandLabels } from '../../shared/text/commands'
import { projectRoot } from './sources'

const path = join(projectRoot, 'docs', 'manual.zh-CN.md')
const marked = /(<!-- keys -->\n)([\s\S]*?)(\n<!-- \/keys -->)/

function keyTable(): string {
  const rows: readonly CommandRow[] = commandTable
  const lines = rows.flatMap((row) => (row.accelerator === undefined ? [] : [`| ${commandLabels[row.id as keyof typeof commandLabels]} | ${spoken(row.accelerator)} |`]))
  return ['', '| 操作 | 按键 |', '| --- | --- |', ...lines, ''].join('\n')
}

function spoken(accelerator: string): string {
  return accelerator.replace('CmdOrCtrl', 'Ctrl').replace('Up', '↑').replace('Down', '↓').replace('Left', '←').replace('Right', '→').replace('=', '加号').replace(/-$/, '减号')
}

it('HOUSE-13: the manual lists every key of the command table (UPDATE_GOLDEN=1 rewrites it)', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, readFileSync(path, 'utf8').replace(marked, (_, open: string, __: string, close: string) => open + keyTable() + close))
  expect(marked.exec(readFileSync(path, 'utf8'))?.[2]).toBe(keyTable())
})
