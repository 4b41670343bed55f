import { Component, type ReactNode } from 'react'
import { roomsText } from '../../shared/text/rooms'
import { goTo } from '../state/navigation'
import { Button } from '../ui/Button'

interface Props {
  readonly children: ReactNode
  /** What lies over the rooms: when it breaks it goes, and the room below stays. */
  readonly isOverlay?: boolean
}

/** A room that broke does not take the window with it: the rail stays, and there is a way out. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    if (this.props.isOverlay === true) return null
    return (
      <main className="room broken" role="alert">
        <h1>{roomsText.broken}</h1>
        <p>{roomsText.brokenAdvice}</p>
        <div className="row">
          <Button kind="primary" onClick={() => { void goTo('library').then(() => this.setState({ isBroken: false })) }}>{roomsText.backToLibrary}</Button>
          <Button onClick={() => location.reload()}>{roomsText.reload}</Button>
        </div>
      </main>
    )
  }
}
