/** Fonts of an OFD file (GB/T 33190-2016, 11.1): the faces of this computer as subsets inside the file, or the prescribed family by its name alone. */
import type { DrawnText } from '../../../shared/print/drawing'
import { fontFamilies, romanFont } from '../../../shared/print/fonts'
import type { FontSource } from '../fonts/fontSource'
import { openFaces } from '../fonts/openFaces'
import type { FontFace } from '../fonts/readFaces'
import { createSubset, type SubsetBuilder } from '../fonts/subsetFile'
import { escapeXml } from '../word/xml'

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
        return own.id
      }
      const id = named.get(font) ?? nextId()
      named.set(font, id)
      return id
    },
    finish: () => ({
      xml: [
        ...[...embedded].map(([face, { id, file }]) => `<ofd:Font ID="${id}" FontName="${escapeXml(face.name)}" FamilyName="${escapeXml(face.name)}"${face.weight >= 600 ? ' Bold="true"' : ''}${face.isItalic ? ' Italic="true"' : ''}><ofd:FontFile>${file}</ofd:FontFile></ofd:Font>`),
        ...[...named].map(([role, id]) => {
          const family = role === 'roman' ? romanFont : fontFamilies[role].families[0]
          return `<ofd:Font ID="${id}" FontName="${family}" FamilyName="${family}"/>`
        }),
      ].join(''),
      files: [...embedded.values()].map(({ file, subset }) => [file, subset.build()] as const),
    }),
  }
}
