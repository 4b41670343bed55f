/** The rules of the cleaning as data (SPEC CLEAN-1, CLEAN-10); their names and examples for the clerk stand in `shared/text/cleaning`. */
import { judgeAdvertising, judgeContact } from './advertising'
import { findBlanks } from './blankRules'
import { findCompatibility, findFullWidth, findInvisible, findLookalikes, findMarks } from './characterRules'
import type { CleaningRuleId, FindEdits, LineVerdict } from './cleaningRule'
import type { StoredCleaning } from './cleaningSchema'
import { findBrackets, findHalfWidth, findQuotes, findSingleQuotes } from './punctuationRules'
import { findAdvertisingInside, findContactsInside, findFootnotes, findHtml, findMarkdown, findPaywall } from './residueRules'
import { judgeAssistant, judgeHtmlLine, judgeMarkdownLine, judgePaywallLine, judgeWebLine } from './webLines'

/** One part of a rule of the program; parts of one rule have one id: what it finds inside texts, and what it says of whole paragraphs. */
export interface CleaningRule {
  readonly id: Exclude<CleaningRuleId, 'own' | 'emptyLines' | 'privateUse'>
  readonly find?: FindEdits
  readonly judge?: (line: string) => LineVerdict
}

/** In the order in which they look: what carries marks goes first, blanks last. */
export const cleaningRules: readonly CleaningRule[] = [
  { id: 'invisible', find: findInvisible },
  { id: 'paywall', find: findPaywall, judge: judgePaywallLine },
  { id: 'html', find: findHtml, judge: judgeHtmlLine },
  { id: 'compatibility', find: findCompatibility },
  { id: 'lookalike', find: findLookalikes },
  { id: 'fullWidth', find: findFullWidth },
  { id: 'markdown', find: findMarkdown, judge: judgeMarkdownLine },
  { id: 'footnote', find: findFootnotes },
  { id: 'advertising', find: findAdvertisingInside, judge: judgeAdvertising },
  { id: 'contact', find: findContactsInside, judge: judgeContact },
  { id: 'webChrome', judge: judgeWebLine },
  { id: 'assistant', judge: judgeAssistant },
  { id: 'marks', find: findMarks },
  { id: 'quotes', find: findQuotes },
  { id: 'quotes', find: findSingleQuotes },
  { id: 'halfWidth', find: findHalfWidth },
  { id: 'halfWidth', find: findBrackets },
  { id: 'blanks', find: findBlanks },
]

/** Every rule of the program looks, and the unit has none of its own. */
export const usualCleaning: StoredCleaning = { off: [], own: [] }
