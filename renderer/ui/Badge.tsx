import { useUiWords, type StateName } from './words'

const looks: Readonly<Record<StateName, string>> = { draft: 'badge', review: 'badge sent', final: 'badge final', filed: 'badge filed' }

/** A shape and a word for the state of something. */
export function Badge({ state }: { readonly state: StateName }) {
  return <span className={looks[state]}>{useUiWords().states[state]}</span>
}
