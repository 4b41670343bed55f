import { namespaceOf, type XmlElement } from '../xmlTree'

/** An element as XML again, with the usual prefixes; namespaces that are not known become nameless ones, each its own. */
export function writeXml(root: XmlElement): Uint8Array {
  const used = new Map<string, string>()
  const nameOf = (name: string): string => {
    const colon = name.indexOf(':')
    if (colon === -1) return name
    const prefix = name.slice(0, colon)
    const known = used.get(prefix) ?? (namespaceOf(prefix) === null ? `unknown${used.size}` : prefix)
    used.set(prefix, known)
    return `${known}${name.slice(colon)}`
  }
  const pieces: string[] = []
  const writeInside = ({ children }: XmlElement): void => {
    for (const each of children) {
      if (typeof each === 'string') pieces.push(escaped(each))
      else write(each)
    }
  }
  const head = (element: XmlElement): string => `<${nameOf(element.name)}${Object.entries(element.attributes).map(([name, value]) => (/^\??xml(ns)?:/.test(name) ? '' : ` ${nameOf(name)}="${escaped(value)}"`)).join('')}`
  const write = (element: XmlElement): void => {
    pieces.push(head(element), '>')
    writeInside(element)
    pieces.push(`</${nameOf(element.name)}>`)
  }
  const beginning = head(root)
  writeInside(root)
  const spaces = [...used].map(([prefix, known]) => ` xmlns:${known}="${namespaceOf(prefix) ?? `urn:unknown:${known}`}"`).join('')
  return new TextEncoder().encode(`${beginning}${spaces}>${pieces.join('')}</${nameOf(root.name)}>`)
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
