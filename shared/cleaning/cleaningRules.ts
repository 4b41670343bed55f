/** The rules of the cleaning as data (SPEC CLEAN-1, CLEAN-10); their names and examples for the clerk stand in `shared/text/cleaning`. */
import { judgeAdvertising, judgeContact } from './advertising'
import { findBlanks } from './blankRules'
import { findCompatibility, findFullWidth, findInvisible, privateUse } from './characterRules'
import type { CleaningRuleId, FindEdits, LineVerdict, RemarkRuleId } from './cleaningRule'
import type { StoredCleaning } from './cleaningSchema'
import { findEmoji } from './emoji'
import { findLookalikes } from './lookalikes'
import { findMarks } from './drawnMarks'
import { findBrackets, findHalfWidth } from './punctuationRules'
import { findCornerQuotes, findQuotes, findSingleQuotes, findTurnedQuotes } from './quoteRules'
import { findAdvertisingInside, findContactsInside, findFootnotes, findHtml, findMarkdown, findPaywall } from './residueRules'
import { findTitleMarks } from './titleMarks'
import { judgeHtmlLine, judgeMarkdownLine, judgePaywallLine, judgeWebLine } from './webLines'
import { judgeAssistant, placeholder } from './writingProgram'

/** One part of a rule of the program; parts of one rule have one id: what it finds inside texts, and what it says of whole paragraphs. */
export interface CleaningRule {
  readonly id: Exclude<CleaningRuleId, 'own' | 'emptyLines' | RemarkRuleId>
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
  { id: 'emoji', find: findEmoji },
  { id: 'footnote', find: findFootnotes },
  { id: 'advertising', find: findAdvertisingInside, judge: judgeAdvertising },
  { id: 'contact', find: findContactsInside, judge: judgeContact },
  { id: 'webChrome', judge: judgeWebLine },
  { id: 'assistant', judge: judgeAssistant },
  { id: 'marks', find: findMarks },
  { id: 'quotes', find: findCornerQuotes },
  { id: 'quotes', find: findQuotes },
  { id: 'quotes', find: findSingleQuotes },
  { id: 'quotes', find: findTurnedQuotes },
  { id: 'halfWidth', find: findTitleMarks },
  { id: 'halfWidth', find: findHalfWidth },
  { id: 'halfWidth', find: findBrackets },
  { id: 'blanks', find: findBlanks },
]

/** Rules that only tell: nobody can know what should stand there. */
export const remarkRules: readonly { readonly id: RemarkRuleId; readonly pattern: RegExp }[] = [
  { id: 'placeholder', pattern: placeholder },
  { id: 'privateUse', pattern: privateUse },
]

/** Every rule of the program looks, and the unit has none of its own. */
export const usualCleaning: StoredCleaning = { off: [], own: [] }
