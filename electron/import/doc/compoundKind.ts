/** What a compound file is, by the names of the streams at its top (each program has its own). */
export type CompoundKind = 'sheet' | 'slides' | 'mail' | 'drawing' | 'publication' | 'project' | 'installer' | 'other'

const marks: readonly (readonly [CompoundKind, RegExp])[] = [
  ['sheet', /^(?:workbook|book|et_?\w*)$/], ['slides', /^(?:powerpoint document|pp40|pp97_dualstorage)$/], ['mail', /^(?:__nameid_version1\.0|__properties_version1\.0|__substg1\.0_\w+)$/],
  ['drawing', /^visiodocument$/], ['publication', /^quill$/], ['project', /^props(?:9|12|14)?$/], ['installer', /^[\u4840\u3b3f].*$/],
]

export function compoundKind(names: ReadonlySet<string>): CompoundKind {
  return marks.find(([, mark]) => [...names].some((name) => mark.test(name)))?.[0] ?? 'other'
}
