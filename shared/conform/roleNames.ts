/** What a paragraph can be (SPEC CONFORM-3). */
export type RoleName =
  | 'copyNumber' | 'secrecy' | 'urgency' | 'mark' | 'documentNumber' | 'signers' | 'title' | 'byline' | 'addressee' | 'heading' | 'body'
  | 'attachmentList' | 'signature' | 'date' | 'note' | 'attachLabel' | 'attachTitle' | 'attached' | 'copies' | 'addresseeBelow' | 'printer' | 'attendance' | 'other' | 'empty'
