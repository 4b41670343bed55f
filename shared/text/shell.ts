/** Native windows, dialogs and menus of the main process. */
export const shellText = {
  windowTitle: '案牍',
  redlineTitle: '导出花脸稿', redlineSuffix: '（花脸稿）', redlineAuthor: '案牍',
  readBackTitle: '读回改过的 Word',
  exportTitle: (format: string) => `导出${/^[A-Za-z]/.test(format) ? ' ' : ''}${format}`,
  conformTitle: '选择要检查的 Word 文件',
  importTitle: '导入材料',
  importFilter: '纯文本',
  reportFilter: '材料（Word、WPS、PDF、网页、文本）',
  importAllFilter: '所有文件',
  phrasesExportTitle: '导出素材', phrasesFileName: '素材.txt', phrasesImportTitle: '导入素材',
  templateExportTitle: '导出模板', templateImportTitle: '导入模板', templateFilter: '案牍模板', templateMark: '.模板',
  pictureTitle: '插入图片',
  pictureFilter: '图片',
  untitled: '未命名材料',
  pastedName: '粘贴的文字',
  startFailedTitle: '案牍无法启动',
  ok: '知道了',
  closeWaitingTitle: '还有内容没有存好',
  closeWaitingDetail: '保存还没有完成。现在关闭，最后几秒的改动可能丢失。',
  keepOpen: '继续等待',
  closeAnyway: '仍然关闭',
  pageGoneTitle: '窗口意外停止',
  pageGoneDetail: '已保存的内容不受影响。重新载入即可继续。',
  reload: '重新载入',
  quit: '退出',
} as const

/** Titles of the native menus and of the entries that every program has. */
export const menuText = {
  file: '文件', edit: '编辑', section: '章节', go: '转到', window: '窗口',
  cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选',
  fullScreen: '全屏', minimize: '最小化', close: '关闭窗口', quit: '退出',
} as const
