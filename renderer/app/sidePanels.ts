/** The side panels of the desk, in the order of their tabs. A panel takes no properties: it reads the stores and acts through the editor's handle. */
import type { ComponentType } from 'react'
import { CleaningPanel } from '../cleaning/CleaningPanel'
import { LayoutPanel } from '../layout/LayoutPanel'
import { PhrasesPanel } from '../phrases/PhrasesPanel'
import { ReferencePanel } from '../reference/ReferencePanel'
import { SkeletonPanel } from '../skeleton/SkeletonPanel'
import { VersionsPanel } from '../versions/VersionsPanel'
import type { PanelId } from '../state/desk'

export interface SidePanelRow {
  readonly id: PanelId
  readonly Panel: ComponentType
  /** Its tab stands there only while it is open. */
  readonly isOnCall?: true
}

export const sidePanels: readonly SidePanelRow[] = [
  { id: 'skeleton', Panel: SkeletonPanel },
  { id: 'reference', Panel: ReferencePanel },
  { id: 'phrases', Panel: PhrasesPanel },
  { id: 'layout', Panel: LayoutPanel },
  { id: 'versions', Panel: VersionsPanel },
  { id: 'cleaning', Panel: CleaningPanel, isOnCall: true },
]
