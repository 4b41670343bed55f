/** The house stands: no wall is broken in the project. That each wall would notice is proven in `planted.test.ts`. */
import { describe, expect, it } from 'vitest'
import { checkCycles, checkOrphans } from './graph'
import { checkHabits } from './habits'
import { readProject, type Violation } from './project'
import { rooms } from './rooms'
import { readSources } from './sources'
import { checkWalls } from './walls'

const project = readProject(readSources())
const told = (violations: readonly Violation[]): readonly string[] => violations.map((each) => `${each.path}:${each.line} [${each.wall}] ${each.message}`)

describe('the walls of the house', () => {
  it('reads a project that has files in it', () => {
    expect(project.files.length).toBeGreaterThan(30)
  })

  it('HOUSE-1: every import is allowed by the table of rooms', () => {
    expect(told(checkWalls(project))).toEqual([])
  })

  it('HOUSE-3: no file imports itself by a detour', () => {
    expect(told(checkCycles(project))).toEqual([])
  })

  it('HOUSE-4 HOUSE-5: sizes, names, exports, types, clock, Chinese text and network as agreed', () => {
    expect(told(checkHabits(project))).toEqual([])
  })

  it('HOUSE-6: no file of the product that nobody reaches', () => {
    expect(told(checkOrphans(project))).toEqual([])
  })

  it('the table names each room once and only rooms that exist in it', () => {
    const names = rooms.map((room) => room.path)
    expect(new Set(names).size).toBe(names.length)
    const unknown = rooms.flatMap((room) => room.may.filter((entry) => !entry.endsWith('/*') && !names.includes(entry)))
    expect(unknown).toEqual([])
  })
})
