/** Fonts of an OFD file (GB/T 33190-2016, 11.1): the faces of this computer as subsets inside the file, or the prescribed family by its name alone. */
import type { DrawnText } from '../../../shared/print/drawing'
import { fontFamilies, romanFont } from '../../../shared/print/fonts'
import type { FontSource } from '../fonts/fontSource'
import { openFaces } from '../fonts/openFaces'
import type { FontFace } from '../fonts/readFaces'
import { createSubset, type SubsetBuilder } from '../fonts/subsetFile'

export interface OfdFonts {
  /** Opens the files of faces: to be done before they are used. Gives those that cannot be used. */
  readonly open: (faces: Iterable<FontFace>, source: FontSource) => Promise<readonly FontFace[]>
  /** The number of the font of these characters. */
  readonly idOf: (face: FontFace | null, font: DrawnText['font'], codes: readonly number[]) => number
  /** The elements of PublicRes.xml, and the files they name. */
  readonly finish: () => { readonly xml: string; readonly files: readonly (readonly [string, Uint8Array])[] }
}

interface Embedded {
  readonly id: number
  readonly file: string
  readonly subset: SubsetBuilder
  /** What it was used for first: readers that do not look at fonts inside a file go by the prescribed name. */
  role?: DrawnText['font']
}

export function createOfdFonts(nextId: () => number): OfdFonts {
  const embedded = new Map<FontFace, Embedded>()
  const named = new Map<DrawnText['font'], number>()
  return {
    open: (faces, source) => openFaces(faces, embedded, source, (face, font) => {
      const id = nextId()
      embedded.set(face, { id, file: `font_${id}.otf`, subset: createSubset(font) })
    }),
    idOf: (face, font, codes) => {
      const own = face === null ? undefined : embedded.get(face)
      if (own !== undefined) {
        for (const code of codes) own.subset.use(code)
        own.role ??= font
        return own.id
      }
      const id = named.get(font) ?? nextId()
      named.set(font, id)
      return id
    },
    finish: () => ({
      xml: [
        // 小标宋 is a bold face by design, and not called so.
        ...[...embedded].map(([face, { id, file, role = 'fang' }]) => `<ofd:Font ID="${id}" ${namesOf(role)}${face.weight >= 600 && role !== 'displaySong' ? ' Bold="true"' : ''}${face.isItalic ? ' Italic="true"' : ''}><ofd:FontFile>${file}</ofd:FontFile></ofd:Font>`),
        ...[...named].map(([role, id]) => `<ofd:Font ID="${id}" ${namesOf(role)}/>`),
      ].join(''),
      files: [...embedded.values()].map(({ file, subset }) => [file, subset.build()] as const),
    }),
  }
}

function namesOf(role: DrawnText['font']): string {
  const family = role === 'roman' ? romanFont : fontFamilies[role].families[0]
  return `FontName="${family}" FamilyName="${family}"`
}
