import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly text: string
  /** One thing to do. */
  readonly children?: ReactNode
}

export function EmptyState({ text, children }: EmptyStateProps) {
  return <div className="empty"><p>{text}</p>{children}</div>
}
