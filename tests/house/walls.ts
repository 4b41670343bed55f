/** The walls between rooms: who may import whom, and which outside thing comes in by which door (`rooms.ts` holds the tables). */
import { bannedModules, doors, electronDoors, outside, rooms, toolFiles, type Room } from './rooms'
import { relativePath, type Project, type ReadFile, type Violation } from './project'
import { isProduct } from './sources'
import type { ImportUse } from './syntax'

/** Every import that the table does not allow. */
export function checkWalls(project: Project): readonly Violation[] {
  return [...project.files.flatMap((file) => file.syntax.imports.flatMap((use) => checkImport(file, use))), ...checkSingleFiles(project)]
}

/** The room of a path: the longest entry that contains it; null outside the product. */
export function roomOf(path: string): Room | null {
  const containing = rooms.filter((room) => path === room.path || path.startsWith(`${room.path}/`))
  return containing.reduce<Room | null>((best, room) => (best === null || room.path.length > best.path.length ? room : best), null)
}

function checkImport(file: ReadFile, use: ImportUse): readonly Violation[] {
  const violation = (wall: string, message: string): readonly Violation[] => [{ wall, path: file.path, line: use.line, message }]
  if (!isProduct(file.path)) return checkToolImport(file, use, violation)
  if (use.specifier === null) return violation('computed', 'a computed import cannot be checked: name the module')
  if (use.manner === 'require') return violation('require', `require('${use.specifier}'): use import`)
  const target = relativePath(file.path, use.specifier)
  return target === null ? checkOutside(file, use, use.specifier, violation) : checkInside(file, target, violation)
}

type Say = (wall: string, message: string) => readonly Violation[]

/** Scripts and configurations stand outside the product: they may read anything in it but the tests, except the tests' reporters. */
function checkToolImport(file: ReadFile, use: ImportUse, violation: Say): readonly Violation[] {
  const target = use.specifier === null ? null : relativePath(file.path, use.specifier)
  const fromTests = target !== null && target.startsWith('tests/') && !file.path.startsWith('tests/')
  return fromTests && !(toolFiles.test(file.path) && target.startsWith('tests/support/')) ? violation('room', `nothing imports tests (${target})`) : []
}

function checkInside(file: ReadFile, target: string, violation: Say): readonly Violation[] {
  const from = roomOf(file.path)
  const to = roomOf(targetFile(target))
  if (from === null) return violation('room', `${file.path} lies in no room of the table`)
  if (to === null) return violation('room', `${target} lies in no room of the table`)
  return from === to || mayImport(from, to) ? [] : violation('room', `${from.path} may not import ${to.path} (${target})`)
}

/** A specifier without its ending still has to find rooms that are one file. */
function targetFile(target: string): string {
  return rooms.some((room) => room.path === `${target}.ts`) ? `${target}.ts` : target
}

function mayImport(from: Room, to: Room): boolean {
  return from.may.some((entry) => (entry.endsWith('/*') ? `${to.path}/`.startsWith(entry.slice(0, -1)) : entry === to.path))
}

function checkOutside(file: ReadFile, use: ImportUse, specifier: string, violation: Say): readonly Violation[] {
  if (bannedModules.test(specifier)) return violation('door', `${specifier} is used nowhere in the product`)
  const things = Object.entries(outside).filter(([, pattern]) => pattern.test(specifier)).map(([name]) => name)
  const room = roomOf(file.path)
  if (things.length === 0) return violation('door', `unknown package ${specifier}: name it in tests/house/rooms.ts, with its door`)
  const allowed = things.filter((thing) => room?.outside?.includes(thing))
  if (room === null || allowed.length === 0) return violation('door', `${specifier} may not come into ${room?.path ?? file.path}`)
  const shut = doors.find((door) => allowed.includes(door.thing) && !door.only.test(file.path))
  return shut ? violation('door', shut.why) : specifier === 'electron' ? checkElectronNames(file, use, violation) : []
}

function checkElectronNames(file: ReadFile, use: ImportUse, violation: Say): readonly Violation[] {
  return use.names.flatMap((name) => {
    if (name === '*' || name === 'default') return violation('door', 'import the things of electron by name')
    const door = electronDoors[name]
    return door && !door.only?.test(file.path) ? violation('door', `${name}: ${door.why}`) : []
  })
}

/** Doors that are one single file. */
function checkSingleFiles(project: Project): readonly Violation[] {
  return Object.entries(electronDoors).filter(([, door]) => door.isSingleFile).flatMap(([name, door]) => {
    const users = project.files.filter((file) => isProduct(file.path) && file.syntax.imports.some((use) => use.specifier === 'electron' && use.names.includes(name)))
    return users.length <= 1 ? [] : users.map((file) => ({ wall: 'door', path: file.path, line: 1, message: `${name}: ${door.why}` }))
  })
}
