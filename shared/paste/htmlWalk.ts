import type { Declarations, Manner } from './hiddenStyle'
import type { HtmlElement, HtmlNode } from './htmlTree'
import type { PastedPart, Removed } from './pasted'

/** What the parts of one reading share. */
export interface HtmlWalk {
  /** Null for a clipboard. */
  readonly file: HtmlFile | null
  readonly styleOf: (element: HtmlElement) => Declarations
  readonly remove: (kind: Removed['kind'], text: string) => void
  readonly clean: (text: string) => string
  /** The lines and tables of these nodes, set as those of `cell`. */
  readonly read: (nodes: readonly HtmlNode[], manner: Manner, cell?: HtmlElement) => readonly PastedPart[]
}

/** What the reading of a whole file asks beyond that of a clipboard. */
export interface HtmlFile {
  /** Called for every element and text; may throw to end the reading. */
  readonly onNode: () => void
  /** Nodes that stand for an element, or null where it is read as it is; `read` gives the lines of what is taken out. */
  readonly replace: (element: HtmlElement, style: Declarations, read: (nodes: readonly HtmlNode[]) => readonly PastedPart[]) => readonly HtmlNode[] | null
  /** The key of a picture that is kept, or null. */
  readonly picture: (element: HtmlElement) => string | null
}
