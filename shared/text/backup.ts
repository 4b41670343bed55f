/** What is said about backups, restoring and the drill. */
export const backupText = {
  backedUp: ({ snapshot, files, bytes, written }: { readonly snapshot: number; readonly files: number; readonly bytes: number; readonly written: number }) =>
    `第 ${snapshot} 次备份完成：共 ${files} 个文件（${sizeText(bytes)}），新写入 ${written} 个，均已重读核对。`,
  restored: ({ snapshot, files, bytes }: { readonly snapshot: number; readonly files: number; readonly bytes: number }) =>
    `已从第 ${snapshot} 次备份恢复 ${files} 个文件（${sizeText(bytes)}），均已重读核对。`,
  restoredReport: ({ id, isCopy, generations }: { readonly id: string; readonly isCopy: boolean; readonly generations: number }) =>
    isCopy ? `书架上已有这份材料，恢复的内容另存为新材料，共 ${generations} 版：${id}` : `已放回这份材料，共 ${generations} 版：${id}`,
  drilled: ({ snapshot, files, reports, isWhole }: { readonly snapshot: number; readonly files: number; readonly reports: number; readonly isWhole: boolean }) =>
    isWhole
      ? `恢复演练通过：第 ${snapshot} 次备份的 ${files} 个文件全部恢复并逐个核对，用程序打开了 ${reports} 份材料，临时文件夹已删除。`
      : `恢复演练发现问题：第 ${snapshot} 次备份恢复了 ${files} 个文件，打开了 ${reports} 份材料，缺损的列在后面。临时文件夹已删除。`,
  dataFolder: '整个数据文件夹',
  damagedFile: '缺失或损坏：{name|}',
  badSnapshot: '“{value|}”不是备份的次数。',
} as const

/** A size as a clerk reads it. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : bytes < 1024 ** 3 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`
}

/** The name of the file below. */
export const backupReadmeName = 'README-先读我.txt'

/** The file that lies beside the objects, for a person without the program. `\n` between lines. */
export const backupReadme = `案牍 备份文件夹
================

这里是“案牍”程序自动保存的备份，请不要改动或删除其中的文件。

有程序时怎样恢复
----------------
在程序的“设置—备份”里点“从备份恢复”，选这个文件夹所在的位置。
也可以在命令行运行：andu archive restore --from 这个位置 --data 新文件夹

没有程序时怎样恢复
------------------
1. snapshots 文件夹里每个 g 开头的文件是一次备份的清单，数字最大的是最近一次。
   用记事本打开，"files" 后面逐个列出当时数据文件夹里的每个文件：
   path 是它的位置和名称，sha256 是它内容的校验值（64 位），bytes 是字节数。
2. objects 文件夹里的文件用校验值命名，放在以校验值前两位命名的文件夹里，
   内容就是原来的文件，一个字节也没有变，没有压缩，没有加密。
3. 照清单逐个把 objects 里的文件复制出来，改成 path 写的名称，放到 path 写的位置，
   就得到完整的数据文件夹。
4. 只想找一份材料的文字：用记事本打开 reports 下数字最大的那个文件对应的 objects 文件，
   材料的标题和正文都在里面。
5. 校验一个文件：Windows 运行 certutil -hashfile 文件名 SHA256，Linux 运行 sha256sum 文件名，
   结果应与文件名相同。
`
