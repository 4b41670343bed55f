/** A .docx file whose parts stand in one XML file (flat OPC), as its parts. */
import { base64Bytes } from '../html/base64Bytes'
import { child, elements, textOf, type XmlElement } from '../xmlTree'
import type { ZipPackage } from '../zipParts'
import { partPackage } from './partPackage'
import { writeXml } from './writeXml'

export function flatPackage(root: XmlElement): ZipPackage {
  return partPackage(elements(root).filter(({ name }) => name === 'pkg:part').map((part) => {
    const name = (part.attributes['pkg:name'] ?? '').replace(/^\//, '')
    return [name, () => bytesOf(part)] as const
  }))
}

function bytesOf(part: XmlElement): Uint8Array {
  const [root] = elements(child(part, 'pkg:xmlData'))
  const data = child(part, 'pkg:binaryData')
  return root === undefined ? base64Bytes(data === null ? '' : textOf(data)) : writeXml(root)
}
