/** 版本: named versions, comparison, changed Word files read back. */
export const versionsText = {
  first: '初稿', review: '送审稿', final: '定稿', beforeRestore: '恢复前',
  suggestions: ['初稿', '送审稿', '局长改后', '定稿'] as const,

  nameNow: '给现在这一稿起个名字', namePlaceholder: '如：局长改后', name: '命名', named: (name: string): string => `已命名为“${name}”，会一直保留。`,
  namedVersions: '命名的版本', autosaves: '自动存档',
  loading: '正在读取版本…', none: '还没有命名的版本。写到一个阶段时命名，以后可以对比、恢复。',
  now: '现在',
  row: (label: string, time: string, characters: string): string => [label, time, characters].filter((part) => part !== '').join('，'),
  characters: (count: number): string => `${count} 字`,
  more: (label: string): string => `“${label}”的更多操作`,
  read: '查看全文', compareNow: '与现在对比', compareOther: '与另一版对比…', restore: '恢复到这一版', restoreShort: '恢复', redline: '导出花脸稿', rename: '改名', giveName: '命名', unname: '取消名称',
  chooseOther: (label: string): string => `请选另一版，与“${label}”对比。`, cancel: '取消',
  newName: '版本名称', save: '确定',
  causes: {
    auto: '', manual: '手动保存', export: '导出时', seal: '归档', import: '导入', recovery: '意外中断后找回', conflict: '同时修改', create: '新建', state: '改状态', review: '送审', final: '定稿', restore: '恢复', replace: '批量替换',
  } as const,
  unreadable: (numbers: readonly number[]): string => `另有 ${numbers.length} 个存档已损坏（第 ${numbers.join('、')} 版），打不开；文件原样保留在数据文件夹中。`,
  unnamed: '已取消名称。', restored: (label: string): string => `已恢复到“${label}”。恢复前的内容也留有版本。`, undo: '撤回恢复',

  conflict: '这份材料同时在别处改过，两边的内容都在。现在这里是本窗口的内容。',
  theirs: '别处改的', mine: '本窗口的',
  conflictMark: (generation: number): string => `与第 ${generation} 版同时修改`,

  comparison: '对比', compared: (before: string, after: string): string => `${before} → ${after}`,
  reading: (label: string): string => `查看“${label}”（只读）`,
  comparing: '正在对比…', equal: '两版的文字和层次相同。',
  changes: (count: number): string => (count === 0 ? '没有改动' : `${count} 处改动`),
  place: (at: number, count: number): string => `第 ${at}/${count} 处`,
  counts: (added: number, removed: number, moved: number): string => [`增 ${added} 字`, `删 ${removed} 字`, ...(moved === 0 ? [] : [`移动 ${moved} 段`])].join('　'),
  next: '下一处改动', previous: '上一处改动', onlyChanges: '只看改动', all: '看全文', close: '回到写作',
  skipped: (count: number): string => `…… 此处 ${count} 段没有改动 ……`,
  legend: { added: '增加', removed: '删去' },
  levelNames: ['正文', '一级', '二级', '三级', '四级', '五级'] as const,
  levelChanged: (before: string, after: string): string => `层次：${before} → ${after}`,
  form: { heading: '标题', clause: '条款', none: '一般段落' } as const,
  formChanged: (before: string, after: string): string => `${before} → ${after}`,
  mannerChanged: '加粗等样式有改动', cellsChanged: '表头或合并单元格有改动',
  moved: '从别处移到这里', movedAway: '原在这里，已移走', added: '新增', removed: '删去', pageBreak: '分页',
  numbering: (before: string, after: string): string => `编号方式：${before} → ${after}`,
} as const

/** +12 or −3, with a real minus; empty for no change. */
export function signedCharacters(change: number): string {
  return change === 0 ? '' : change > 0 ? `+${change}` : `−${-change}`
}
