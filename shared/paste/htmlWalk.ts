import type { Declarations, Manner } from './hiddenStyle'
import type { HtmlElement, HtmlNode } from './htmlTree'
import type { PastedPart, Removed } from './pasted'

/** What the parts of one reading share. */
export interface HtmlWalk {
  readonly styleOf: (element: HtmlElement) => Declarations
  readonly remove: (kind: Removed['kind'], text: string) => void
  readonly clean: (text: string) => string
  /** The lines and tables of these nodes. */
  readonly read: (nodes: readonly HtmlNode[], manner: Manner) => readonly PastedPart[]
}
