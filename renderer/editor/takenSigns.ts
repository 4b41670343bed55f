import { Plugin } from 'prosemirror-state'

/** Over the sign in the margin of a paragraph that was taken over, a hint says from where (SPEC REFERENCE-6). `origin` names a report by its id. */
export function takenSigns(origin: (reportId: string) => string): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousemove: (_view, event) => {
          const paragraph = event.target instanceof Element ? event.target.closest<HTMLElement>('.para[data-taken]') : null
          if (paragraph === null) return false
          const isOnSign = event.clientX < paragraph.getBoundingClientRect().left
          const hint = isOnSign ? origin(paragraph.dataset['taken'] ?? '') : ''
          if (paragraph.title !== hint) paragraph.title = hint
          return false
        },
      },
    },
  })
}
