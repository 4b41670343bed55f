/** Pictures in a report. */
export const pictureText = {
  caption: '图片说明（可不填）',
  missing: '图片找不到或已损坏。请删掉它，重新插入。',
} as const
