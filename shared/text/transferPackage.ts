/** What is said about packages that go to another computer and come from it. */
import type { PackedWords, UnpackedRow } from './transferWords'

export const transferPackageText = {
  /** The words in the package for a reader without the program. */
  readme: (unit: string, reports: readonly string[]) => `案牍 材料传递包
${unit === '' ? '' : `来自：${unit}\n`}
在另一台电脑的案牍里点“导入包”，选这个文件夹（或 .zip 文件）即可。
请不要改动、增加或删除其中的文件：导入前逐个校验，有一个字节不符就不导入。

data/reports 下每份材料一个文件夹，每次保存一个文件，数字最大的是最新一版，可用记事本打开查看文字；
data/pictures 是图片，data/originals 是导入时的原文件，data/archive 是已归档的文件。

包内材料 ${reports.length} 份：
${reports.map((title, index) => `${index + 1}. ${title}`).join('\n')}`,
  packed: ({ reports, files, size }: PackedWords) => `已打包 ${reports} 份材料，共 ${files} 个文件（${size}），写后已重读核对，可以拔出。`,
  unpacked: (added: number, updated: number, twoHeads: number, known: number) => {
    const parts = [added > 0 ? `新增 ${added} 份` : '', updated > 0 ? `更新 ${updated} 份` : '', twoHeads > 0 ? `两边都改过、两份都保留 ${twoHeads} 份` : '', known > 0 ? `已有 ${known} 份` : ''].filter((part) => part !== '')
    return parts.length === 0 ? '没有导入材料。' : added + updated + twoHeads === 0 ? `包里的 ${known} 份材料本机都已有，没有增加内容。` : `已校验并导入：${parts.join('，')}。`
  },
  row: ({ kind, year, title, id }: UnpackedRow) => `${transferKinds[kind]}\t${year}\t${title}\t${id}`,
  foreign: (count: number, first: string) => `包里另有 ${count} 个不属于它的文件（如“${first}”），没有读取。`,
  others: (count: number, first: string) => `目标位置另有 ${count} 个文件或文件夹（如“${first}”）。`,
  missingTarget: '请用 --year 或 --report 指明要打包的材料。',
} as const

/** What became of a report of a package. */
export const transferKinds = {
  added: '新增', known: '已有', forward: '更新', twoHeads: '两份都留', numberTaken: '档号已被另一份占用，没有导入', filed: '本机已归档且内容不同，没有导入',
} as const satisfies Record<UnpackedRow['kind'], string>
