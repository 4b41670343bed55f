/** The words that plain components need and do not know: given once by the app. */
import { createContext, useContext } from 'react'
import type { AppError } from '../../shared/base/errors'

export type StateName = 'draft' | 'review' | 'final' | 'filed'

export interface UiWords {
  readonly close: string
  readonly states: Readonly<Record<StateName, string>>
  readonly errorMessage: (error: AppError) => { readonly found: string; readonly advice: string }
}

const wordless: UiWords = {
  close: 'close', states: { draft: 'draft', review: 'review', final: 'final', filed: 'filed' }, errorMessage: (error) => ({ found: error.code, advice: '' }),
}

const UiWordsContext = createContext<UiWords>(wordless)

export const UiWordsProvider = UiWordsContext.Provider

export function useUiWords(): UiWords {
  return useContext(UiWordsContext)
}
