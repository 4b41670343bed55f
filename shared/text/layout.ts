/** The side panel 版面. */
export const layoutText = {
  numbering: '编号方式',
  itemLead: '“一是”句首',
  itemLeads: { plain: '不加粗', bold: '加粗' } as const,
  itemLeadHint: '“一是……。”“二是……。”的第一句是否加粗，打印和导出时相同。',
  digits: '数字和字母',
  digitFonts: { roman: 'Times New Roman', fangsong: '仿宋' } as const,
  digitsHint: '对所有材料有效。',
  paper: '纸张和版心',
  facts: [
    ['纸张', 'A4，210 × 297 毫米'], ['天头', '37 毫米'], ['订口', '28 毫米'], ['版心', '156 × 225 毫米'], ['每页', '22 行'], ['每行', '28 字'],
    ['标题', '2 号小标宋'], ['正文', '3 号仿宋'], ['一、', '3 号黑体'], ['（一）', '3 号楷体'], ['页码', '4 号宋体，单页居右，双页居左'],
  ] as const,
  source: '按 GB/T 9704—2012 排版。',
} as const
