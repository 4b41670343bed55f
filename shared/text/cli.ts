/** What the command line says. */
export const cliText = {
  name: '案牍 Andu',
  usage: `用法：andu 命令 [参数]

  outline 文件 [--json]                         列出材料的标题、层次和疑点
  outline 文件 --skeleton [--json]              列出骨架，比较同级标题是否齐整
  text 文件 [--json]                            输出文件里的文字，一段一行，自动编号写成文字
  clean 文件 [-o 输出.txt] [--data 目录] [--json]  列出可清理的地方；加 -o 时写成清理好的文本，加 --data 时用本单位的规则
  export 文件|材料编号 -o 输出.docx [--data 目录]   导出 Word（.docx）、PDF（.pdf）、OFD（.ofd）或纯文本（.txt）
  compare 甲 乙 [--json]                        比较两份材料：从甲到乙改了什么（文件或材料编号）
  redline 旧 新 -o 输出.docx [--author 姓名]      导出花脸稿：从旧到新的改动作为修订写进 Word 文件
  review 原稿 改稿 [--accept all|1,3 -o 输出]     逐条列出改稿的改动；采纳其中几条，写成新文件
  conform 文件.docx… [-o 输出] [--json]          条款体检单：对照 GB/T 9704-2012 逐条检查 Word 文件或整个目录
  import 文件|文件夹… --data 目录 [--year 年度] [--dry-run] [--report 报告.csv] [--json]   把文件或整个文件夹导入数据文件夹；加 --dry-run 只列出认出的标题、年度、类别和单位
  library list --data 目录 [--json]              列出数据文件夹里的材料
  archive file --year 年度 [--all] [--fonds 全宗号] --data 目录 [--json]   把该年度定稿的材料归档，编档号；加 --all 时草稿也定稿归档
  archive seal --year 年度 --data 目录 [-o 新文件夹] [--json]   封存该年度归档的材料，核对后另存一份拷贝
  archive log --data 目录 [-o 文件] [--json]       核对并列出操作记录；对不上时退出码为 1
  archive catalogue --year 年度 --data 目录 [-o 输出.csv|.docx|.pdf] [--form catalogue|cover|boxRecord|spine] [--json]   列出或导出归档文件目录、封面、备考表、盒脊
  archive pack --data 目录 (--year 年度 | --report 编号 …) -o 新文件夹|文件.zip [--json]   打包到 U 盘，写后重读核对
  archive unpack 包 --data 目录 [--json]           校验并导入包；两边都改过的，两份都留
  archive backup --data 目录 -o 备份位置 [--json]   备份数据文件夹，写后重读核对
  archive restore --from 备份位置 --data 新目录 [--snapshot 次] [--report 材料编号] [--json]   恢复全部到新文件夹，或只恢复一份材料
  archive drill --from 备份位置 [--snapshot 次] [--json]   恢复演练：恢复到临时文件夹，打开核对后删除
  archive check --year 年 --data 目录 [--stage filing|keeping|transfer] [-o 报告.docx] [--json]   四性检测；有一项不符时退出码为 1
  archive verify 封存文件夹 [--code 校验码] [--json]  逐字节校验封存的年度（不需要数据文件夹）
  archive repair 封存文件夹 [-o 新文件夹] [--json]   修复损坏的封存文件夹；加 -o 时另写一份，原来的不动
  help                                          显示本说明
  version                                       显示版本

“--”之后的词一律当作文件名。数据目录也可用环境变量 ANDU_DATA 指定。数据目录设了口令的，用环境变量 ANDU_PASSPHRASE 给出，或在终端里输入，不写在命令里。
退出码：0 完成；1 有疑点（检查类命令）；2 命令写错；3 文件找不到或读不了；4 格式不支持；5 写不进去；6 材料或数据目录不能用；9 程序出错。
`,
  unknownCommand: '没有“{word|}”这个命令。',
  unknownOption: '命令“{command|}”没有“{option|}”这个选项。',
  missingValue: '选项“{option|}”后面缺少内容。',
  unexpectedValue: '选项“{option|}”后面不带内容。',
  twice: '选项“{option|}”写了两次。',
  tooFewWords: '命令“{command|}”缺少参数。',
  tooManyWords: '多出了一个参数“{word|}”。',
  missingOption: '命令“{command|}”需要选项“{option|}”。',
  badYear: '年度“{value|}”不是 1900 到 2999 之间的数字。',
  badOutput: '“{value|}”不是能导出的文件名，请用 .docx、.pdf、.ofd 或 .txt 结尾。',
  badChoice: '“{value|}”不是改动的编号：共有 {count|0} 条，写作 1,3 或 all。',
  notWord: '“{value|}”不是 .docx 文件名。',
  sameFile: '输出文件与输入文件相同：“{value|}”。',
  seeHelp: '请运行 andu help 查看用法。',
  askPassphrase: '数据文件夹的口令：',
  untitled: '未命名材料',
  noTitle: '（没有标题）',
  addressee: '主送',
  signature: '署名',
  date: '日期',
  findings: '疑点',
  states: { draft: '草稿', review: '送审', final: '定稿', filed: '已归档' },
  noReports: '数据文件夹里还没有材料。',
  written: '已导出：{name|}',
  imported: '已导入：{title|}（{year|}年，{encoding|}，疑点 {findings|0} 处） {id|}',
  known: '以前导入过，没有再添一份：{title|}（{year|}年） {id|}',
  damaged: '无法打开：{title|} {id|}',
  line: '第 {line|} 行',
} as const
