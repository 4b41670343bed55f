/** What the name of a style says, in the words of Word, WPS and LibreOffice. */

/** 0-based level of Heading 1, \u6807\u9898 1: programs leave the level out where the name says it. Null for any other name. */
export function headingByName(name: string): number | null {
  const level = /^(?:heading|\u6807\u9898)\s*([1-9])$/i.exec(name.trim())?.[1]
  return level === undefined ? null : Number(level) - 1
}

/** toc 1, Contents 1, TOC Heading, \u76ee\u5f55 1: a line of a table of contents. */
export function isContentsStyle(name: string): boolean {
  return /^(?:toc|contents|\u76ee\u5f55)\s*(?:\d|heading|\u6807\u9898)/i.test(name)
}
