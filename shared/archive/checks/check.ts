import type { CheckFacts, CheckOutcome, CheckStage } from './checkFacts'

/** 真实性, 完整性, 可用性, 安全性 (DA/T 70-2018, 3). */
export type Quality = 'authentic' | 'complete' | 'usable' | 'safe'

/** One thing that is looked at. */
export interface Check {
  readonly id: string
  readonly quality: Quality
  /** 检测项目, by the words of the standard. */
  readonly item: string
  readonly clause: string
  /** All three if absent. */
  readonly stages?: readonly CheckStage[]
  /** Null: not asked here. */
  readonly judge: (facts: CheckFacts) => CheckOutcome | null
}
