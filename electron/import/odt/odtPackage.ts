/** The parts of an OpenDocument text: a package, or one XML file with all in it. */
import { limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { ImportRefusal } from '../refusal'
import { child, elements, parseXml, textOf, type XmlElement } from '../xmlTree'
import { openZip, type ZipPackage } from '../zipParts'
import { localName, mathText } from './odtFormula'

export interface OdtParts {
  /** The part with the text, and the one with the styles; the same for a file in one piece. */
  readonly content: XmlElement
  readonly styles: XmlElement | null
  readonly keepPicture: (image: XmlElement) => string | null
  /** The text of a formula that is embedded; '' for any other object. */
  readonly formula: (object: XmlElement) => string
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly hasMacros: boolean
  /** Parts that could not be read; the text is whole without them. */
  readonly damaged: number
}

export function openOdt(bytes: Uint8Array): OdtParts {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? openPackage(openZip(bytes)) : openFlat(parseXml(bytes))
}

function openFlat(root: XmlElement): OdtParts {
  if (root.name !== 'office:document') throw new ImportRefusal('formatUnknown', 'no document')
  const pictures = new Map<string, Uint8Array>()
  return {
    content: root, styles: root, pictures, hasMacros: child(root, 'office:scripts') !== null && textOf(child(root, 'office:scripts') ?? root).trim() !== '', damaged: 0,
    formula: (object) => {
      const root = formulaOf(object)
      return root === null ? '' : mathText(root)
    },
    keepPicture: (image) => {
      const data = child(image, 'office:binary-data')
      const bytes = data === null ? null : fromBase64(textOf(data))
      return bytes === null ? null : keep(pictures, `picture${pictures.size + 1}`, bytes)
    },
  }
}

function openPackage(zip: ZipPackage): OdtParts {
  if (isEncrypted(zip)) throw new ImportRefusal('fileEncrypted', 'manifest')
  const content = zip.part('content.xml')
  if (content === null) throw new ImportRefusal('fileDamaged', 'no content')
  const styles = softly(() => {
    const part = zip.part('styles.xml')
    return part === null ? null : parseXml(part)
  })
  const pictures = new Map<string, Uint8Array>()
  const formulas = new Map<string, string>()
  let nodes = 0
  return {
    content: parseXml(content), styles: styles ?? null, pictures, hasMacros: zip.names.some((name) => /^(?:Basic|Scripts)\/.+/.test(name)), damaged: styles === undefined ? 1 : 0,
    formula: (object) => {
      const name = (object.attributes['xlink:href'] ?? '').replace(/^\.\//, '')
      const inside = formulaOf(object)
      if (inside !== null) return mathText(inside)
      const known = formulas.get(name)
      if (known !== undefined) return known
      const root = name === '' || name.length > limits.name ? null : embeddedFormula(zip, `${name.replace(/\/$/, '')}/content.xml`)
      nodes += root === null ? 0 : countNodes(root)
      if (nodes > mostFormulaNodes) throw new ImportRefusal('fileTooLong', 'formulas')
      const text = root === null ? '' : mathText(root)
      formulas.set(name, text)
      return text
    },
    keepPicture: (image) => {
      const name = (image.attributes['xlink:href'] ?? '').replace(/^\.\//, '')
      if (pictures.has(name)) return name
      if (name.length > limits.name) return null
      const bytes = softly(() => zip.part(name)) ?? null
      return bytes === null ? null : keep(pictures, name, bytes)
    },
  }
}

/** Undefined for what is damaged. */
function softly<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (reason) {
    if (reason instanceof ImportRefusal && reason.code === 'fileDamaged') return undefined
    throw reason
  }
}

function formulaOf(parent: XmlElement): XmlElement | null {
  return elements(parent).find((each) => localName(each) === 'math') ?? null
}

/** Elements of all formulas in parts of their own; those in the text count as it does. */
const mostFormulaNodes = 1_000_000

function countNodes(element: XmlElement): number {
  return elements(element).reduce((sum, each) => sum + countNodes(each), 1)
}

/** An object is a document of its own; old programs gave it a document type, then it is not read. */
function embeddedFormula(zip: ZipPackage, name: string): XmlElement | null {
  try {
    const part = zip.part(name)
    const root = part === null ? null : parseXml(part)
    return root !== null && localName(root) === 'math' ? root : null
  } catch (reason) {
    if (reason instanceof ImportRefusal && (reason.code === 'fileDamaged' || reason.reason === 'document type')) return null
    throw reason
  }
}

/** The list of parts says how each is encrypted. Old ones have a document type, so it is not parsed. */
function isEncrypted(zip: ZipPackage): boolean {
  const manifest = zip.part('META-INF/manifest.xml')
  return manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')
}

/** The key, if it is a picture that a report may have. */
function keep(pictures: Map<string, Uint8Array>, key: string, bytes: Uint8Array): string | null {
  const facts = pictureFacts(bytes)
  if (facts === null || facts.width * facts.height > limits.pixels) return null
  pictures.set(key, bytes)
  return key
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
