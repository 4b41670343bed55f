/** The frame of the window: rooms, states, and what is said wherever a page is empty or broken. */
export const roomsText = {
  seal: '案',
  rail: '房间',
  rooms: { library: '书架', desk: '写作', archive: '归档', settings: '设置' },
  close: '关闭',
  cancel: '取消',
  undo: '撤销',
  loading: '正在读取……',
  states: { draft: '草稿', review: '送审', final: '定稿', filed: '已归档' },
  emptyDesk: '桌上还没有材料。',
  toLibrary: '去书架挑一份',
  broken: '这一页出了问题',
  brokenAdvice: '已保存的内容不受影响。可以回到书架继续；若再次出现，请重新载入。',
  backToLibrary: '回到书架',
  reload: '重新载入',
  dropHere: '松开鼠标，把文件导入书架',
  untitled: '未命名材料',
} as const
