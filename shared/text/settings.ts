/** 设置: few things, each with one line that says what it does. */
export const settingsText = {
  title: '设置',
  general: '常用',
  unit: '本单位名称', unitHint: '新建材料时自动填写。', unitPlaceholder: '如：清源县档案局',
  theme: '界面颜色', themeHint: '导出和打印始终是白纸黑字。', themes: { system: '随系统', light: '浅色', dark: '深色' },
  zoom: '正文显示比例', zoomHint: '只影响屏幕上的大小，不影响 Word 文件。',
  welcome: '书架上的欢迎说明', welcomeHint: '给新同事看时可以再打开。', welcomeChoices: { shown: '显示', hidden: '不显示' },
  shortcuts: '快捷键',
  computer: '这台电脑',
  version: '版本', dataFolder: '数据文件夹', openDataFolder: '打开文件夹', dataFolderHint: '全部材料都在这里。关闭程序后把整个文件夹复制到别处，就是一份备份。', missingFonts: '缺少的字体',
  noMissingFonts: '公文所需字体都已安装', missingFontsHint: '屏幕上和本机打印时会用相近字体代替；Word 文件里写的仍是规定字体，在装有这些字体的电脑上显示和打印都正确。',
  warnings: '需要留意',
  about: '关于',
  aboutText: '案牍是离线程序：不联网，不上传，材料只存放在这台电脑的数据文件夹里。',
  unknown: '—',
} as const

/** A zoom as it is read. */
export function percentText(value: number): string {
  return `${value} %`
}
