/** How a report is issued: the format it goes out in and the parts of 版头 and 版记 that only this format prints (GB/T 9704-2012, 7.2, 7.4 and 10). */

/** ordinary 普通材料 without a red head · redHead 文件 (a 报告 and other documents under a red head) · letter 信函 (10.1) · order 命令 (10.2) · minutes 纪要 (10.3). */
export type ProfileId = 'ordinary' | 'redHead' | 'letter' | 'order' | 'minutes'

/** All lists and texts are as typed; what is absent is not printed. */
export interface Issuing {
  readonly profile: ProfileId
  /** The red parts stand on the paper already: their room is left free. */
  readonly isPreprinted?: true
  /** 份号, normally 6 digits (7.2.1). */
  readonly copyNumber?: string
  /** 密级和保密期限, e.g. 机密★1年 (7.2.2). */
  readonly secrecy?: string
  /** 紧急程度: 特急 or 加急 (7.2.3). */
  readonly urgency?: string
  /** 发文机关标志 as printed, without 文件; several units issue it together, the principal one first (7.2.4); with 文件 only the principal one is printed. */
  readonly mark?: readonly string[]
  /** Whether 文件 stands behind the mark. */
  readonly hasFileWord?: true
  /** 发文字号, e.g. 清档〔2025〕12号; for an order its 令号, for minutes their issue (7.2.5). */
  readonly documentNumber?: string
  /** Names of the 签发人 of a 上行文; none for other documents (7.2.6). */
  readonly signers?: readonly string[]
  /** end if absent; underTitle: the unit stands below the title and the date with it, as on material for a meeting (usual practice). */
  readonly signaturePlace?: 'underTitle'
  /** sealed: a seal is set on 落款 (7.3.5.1); stamp: the stamp of the one who signs (7.3.5.3); neither if absent (7.3.5.2). */
  readonly seal?: 'sealed' | 'stamp'
  /** 签发人职务 before the stamp (7.3.5.3). */
  readonly post?: string
  /** 抄送机关 (7.4.2). */
  readonly copies?: readonly string[]
  /** 主送机关 stands in 版记, because the list is too long for the first page (7.3.2). */
  readonly isAddresseeBelow?: true
  /** 印发机关 and 印发日期 (7.4.3). */
  readonly printer?: string
  readonly printDate?: string
  /** 版记 stands on an even page, after an unnumbered empty one if it must (7.5). */
  readonly endsOnEvenPage?: true
  /** 出席, 请假 and 列席 of minutes (10.3). */
  readonly present?: string
  readonly absent?: string
  readonly guests?: string
}
