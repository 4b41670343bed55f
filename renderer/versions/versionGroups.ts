/** The list of versions as a clerk looks for them (SPEC VERSION-7): what has a name first, the automatic ones by day below. */
import type { ReportVersion } from '../../shared/ipc/contract'

export interface ListedVersion extends ReportVersion {
  /** 字 more than the generation it grew from; null if that one is gone. */
  readonly change: number | null
}

export interface VersionGroups {
  readonly named: readonly ListedVersion[]
  /** Newest day first. */
  readonly days: readonly { readonly day: string; readonly versions: readonly ListedVersion[] }[]
}

/** `dayOf` gives the words for the day of an ISO time. The order of the list is kept. */
export function groupVersions(list: readonly ReportVersion[], dayOf: (savedAt: string) => string): VersionGroups {
  const known = new Map(list.map((version) => [version.generation, version.characters]))
  const listed = list.map((version): ListedVersion => {
    const former = known.get(version.parent)
    return { ...version, change: former === undefined ? null : version.characters - former }
  })
  const days = new Map<string, ListedVersion[]>()
  for (const version of listed) {
    if (version.name !== '') continue
    const day = dayOf(version.savedAt)
    days.set(day, [...(days.get(day) ?? []), version])
  }
  return { named: listed.filter(({ name }) => name !== ''), days: [...days].map(([day, versions]) => ({ day, versions })) }
}
