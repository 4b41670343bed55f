/** The parts of a .docx package by what they are to each other; nothing outside the file is followed. */
import { ImportRefusal } from '../refusal'
import { elements, parseXml, type XmlElement } from '../xmlTree'
import type { ZipPackage } from '../zipParts'

/** What a part names under an id. */
export interface Relation {
  /** The last word of its kind: `styles`, `image`. */
  readonly type: string
  /** The name of a part, or null for what lies outside the file. */
  readonly part: string | null
}

/** What a part refers to, by id; nothing if the list of it is damaged, which is told. */
export function relations(zip: ZipPackage, owner: string, damaged: () => void): ReadonlyMap<string, Relation> {
  const slash = owner.lastIndexOf('/') + 1
  const list = softPart(zip, `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`, damaged)
  return new Map(elements(list).map(({ attributes }) => {
    const target = (attributes['Target'] ?? '').replace(/\\/g, '/')
    const path = target.startsWith('/') ? target.slice(1) : `${owner.slice(0, slash)}${target}`
    const part = attributes['TargetMode'] === 'External' ? null : path.replace(/(^|\/)(?:\.\/)+/g, '$1').replace(/[^/]+\/\.\.\//g, '')
    return [attributes['Id'] ?? '', { type: (attributes['Type'] ?? '').split('/').pop() ?? '', part }] as const
  }))
}

/** The parts among these relations, by the last word of their kind. */
export function relationships(related: ReadonlyMap<string, Relation>): ReadonlyMap<string, string> {
  return new Map([...related.values()].flatMap(({ type, part }) => (part === null ? [] : [[type, part] as const])))
}

/** The name of the part that holds the text. */
export function mainPart(zip: ZipPackage): string {
  return relationships(relations(zip, '', () => undefined)).get('officeDocument') ?? 'word/document.xml'
}

/** A part that the text does not depend on; null if it is not there or damaged, which is told. */
export function softPart(zip: ZipPackage, name: string | undefined, damaged: () => void): XmlElement | null {
  try {
    const data = name === undefined ? null : zip.part(name)
    return data === null ? null : parseXml(data)
  } catch (reason) {
    if (!(reason instanceof ImportRefusal) || reason.code !== 'fileDamaged') throw reason
    damaged()
    return null
  }
}
