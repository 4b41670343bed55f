/** 预览 and printing. */
export const previewText = {
  title: '预览',
  busy: '正在排版…',
  pages: '页面',
  page: (number: number) => `第 ${number} 页`,
  zoom: '显示大小', zooms: { width: '适合宽度', page: '整页', actual: '100 %' } as const,
  sides: '并排', side: { one: '单页', two: '双页' } as const,
  previous: '上一页', next: '下一页', jump: '页码', of: (pages: number) => `共 ${pages} 页`,
  print: '打印', printHint: '双面打印选“长边翻转”，左侧装订。',
  close: '关闭预览', goHint: '点一行字，回到正文那里。',
} as const
