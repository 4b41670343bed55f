/** 更正: why a filed report is written anew. */
export const correctionText = {
  title: '更正',
  lead: '会另建一份更正稿，由您修改、定稿后另行归档，编新的件号。原件原样保留，两份在目录备注中互相注明。',
  reason: '更正原因',
  reasonHint: '例如“第三部分的培训人数有误”。原因随更正稿一起归档，以后不能改。',
  confirm: '新建更正稿',
} as const
