import type { XmlElement } from '../xmlTree'

export function make(name: string, attributes: Readonly<Record<string, string>> = {}, children: XmlElement['children'] = []): XmlElement {
  return { name, attributes, children }
}
