import { useEffect, useLayoutEffect, useRef } from 'react'
import type { LayoutOptions } from '../../shared/print/layoutReport'
import type { Report, SchemeId } from '../../shared/report/report'
import type { EditorHandle } from '../state/deskHandle'
import { createEditor, type Editor as LiveEditor, type EditorOptions } from './createEditor'
import './page.css'

/** `content` is what the editor begins with; later values are its own and not read again. Give the component another `key` for another report. */
export interface EditorProps extends Omit<EditorOptions, 'scheme' | 'printed'> {
  readonly scheme: SchemeId
  /** The unit's own deviations on the printed page. */
  readonly layout: Partial<LayoutOptions>
  /** The format it goes out in. */
  readonly issuing?: Report['issuing']
  /** How the first sentence of an item (一是…) is set. */
  readonly itemLead?: 'bold' | undefined
  /** The handle while the editor is there, null when it goes. */
  readonly onHandle: (handle: EditorHandle | null) => void
}

/** The page. React only gives it a place; the editor library owns all below. */
export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const live = useRef<LiveEditor | null>(null)

  useLayoutEffect(() => { latest.current = props })

  useEffect(() => {
    if (host.current === null) return undefined
    const editor = createEditor(host.current, {
      content: latest.current.content,
      isReadOnly: latest.current.isReadOnly,
      scheme: () => latest.current.scheme,
      printed: () => ({ layout: latest.current.layout, ...(latest.current.issuing === undefined ? {} : { issuing: latest.current.issuing }), ...(latest.current.itemLead === undefined ? {} : { itemLead: latest.current.itemLead }) }),
      onPages: (facts) => latest.current.onPages(facts),
      newId: latest.current.newId,
      label: latest.current.label,
      placeholders: latest.current.placeholders,
      onChange: (content) => latest.current.onChange(content),
      onPlace: (place) => latest.current.onPlace(place),
      onComposing: (isComposing) => latest.current.onComposing(isComposing),
      originOf: latest.current.originOf,
      onFound: (found) => latest.current.onFound(found),
      onPasteTooLarge: (characters) => latest.current.onPasteTooLarge(characters),
      onPasted: (facts) => latest.current.onPasted(facts),
      onPictures: (files) => latest.current.onPictures(files),
      loadPicture: (sha256) => latest.current.loadPicture(sha256),
      pictureWords: latest.current.pictureWords,
    })
    host.current.style.setProperty('--body-hint', JSON.stringify(latest.current.placeholders['body'] ?? ''))
    live.current = editor
    latest.current.onHandle(editor.handle)
    return () => {
      latest.current.onHandle(null)
      live.current = null
      editor.destroy()
    }
  }, [])

  useEffect(() => live.current?.redraw(), [props.scheme, props.layout, props.itemLead, props.issuing])

  return <div ref={host} className="page-host" data-item-lead={props.itemLead} data-digits={props.layout.digits} data-bold-headings={props.layout.boldHeadings} />
}
