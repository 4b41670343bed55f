import { useEffect, useRef, useState } from 'react'
import { libraryText } from '../../shared/text/library'
import { setQuery } from '../state/shelf'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'

const pause = 200

/** Searches after a short pause, and never in the middle of a composition of the input method. */
export function SearchBox({ query }: { readonly query: string }) {
  const [typed, setTyped] = useState(query)
  const [isComposing, setComposing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const sent = useRef(query)
  useEffect(() => {
    if (query === sent.current) return
    sent.current = query
    setTyped(query)
  }, [query])
  useEffect(() => {
    if (isComposing || typed === sent.current) return undefined
    const timer = setTimeout(() => {
      sent.current = typed
      setQuery(typed)
    }, typed === '' ? 0 : pause)
    return () => clearTimeout(timer)
  }, [typed, isComposing])
  return (
    <span className="field search" role="search">
      <Icon name="find" small />
      <input ref={input} type="text" value={typed} maxLength={200} aria-label={libraryText.search.label} placeholder={libraryText.search.placeholder} spellCheck={false} autoComplete="off"
        onChange={(event) => setTyped(event.target.value)} onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyped('') }} />
      {typed !== '' && <IconButton icon="close" label={libraryText.search.clear} onClick={() => { setTyped(''); input.current?.focus() }} />}
    </span>
  )
}
