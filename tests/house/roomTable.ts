import type { Room } from './rooms'

/** The table of rooms as ARCHITECTURE.md shows it. */
export function roomTable(rooms: readonly Room[]): string {
  const rows = rooms.map((room) => `| \`${room.path}\` | ${room.holds} | ${room.may.length === 0 ? 'nothing' : room.may.join(', ')} | ${(room.outside ?? []).join(', ')} |`)
  return ['| room | what lives there | may import | outside things |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** The part of a document between the marks `<!-- rooms -->` and `<!-- /rooms -->`. */
export function markedPart(document: string): string {
  return /<!-- rooms -->\n([\s\S]*?)\n<!-- \/rooms -->/.exec(document)?.[1] ?? ''
}
