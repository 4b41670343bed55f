import { useEffect } from 'react'
import { referenceText as text } from '../../shared/text/reference'
import { useStore } from '../state/createStore'
import { beginReference, reference } from '../state/reference'
import { session } from '../state/session'
import { EmptyState } from '../ui/EmptyState'
import { ReferenceChooser } from './ReferenceChooser'
import { ReferencePage } from './ReferencePage'
import styles from './ReferencePanel.module.css'

/** 对照: an older report beside the page, from which text is taken over. */
export function ReferencePanel() {
  const deskId = useStore(session, (state) => state.report?.id)
  const shown = useStore(reference, (state) => state.report)
  const isChoosing = useStore(reference, (state) => state.isChoosing)
  useEffect(() => { void beginReference() }, [deskId])
  if (isChoosing) return <ReferenceChooser />
  if (shown === null) return <div className={styles['panel']} aria-busy="true"><EmptyState text={text.opening} /></div>
  return <ReferencePage key={shown.id} older={shown} />
}
