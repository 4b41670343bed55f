/** A store is a value with listeners: small, typed, read by components through {@link useStore}. */
import { useSyncExternalStore } from 'react'

export interface Store<State> {
  readonly get: () => State
  readonly set: (update: (state: State) => State) => void
  /** Returns the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (update) => {
      const next = update(state)
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}

/** The selected part of a store's state. `select` must give the same value for the same state: a part of it, not a new object. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
