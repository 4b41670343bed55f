/** What came in with a paste and what did not. */
import { groupDigits } from './desk'

export const pasteText = {
  pasted: (characters: number): string => `已粘贴 ${groupDigits(characters)} 字`,
  removed: '去掉了：',
  kinds: {
    hidden: (count: number): string => `隐藏文字 ${count} 处`,
    invisible: (count: number): string => `看不见的字符 ${groupDigits(count)} 个`,
    link: (count: number): string => `链接 ${count} 处`,
    picture: (count: number): string => `图片 ${count} 张`,
    comment: (count: number): string => `批注 ${count} 处`,
    lineEnd: (count: number): string => `段内断行 ${groupDigits(count)} 处`,
    pageNumber: (count: number): string => `页码 ${count} 个`,
  },
  names: { hidden: '隐藏文字', invisible: '看不见的字符', link: '链接', picture: '图片', comment: '批注', lineEnd: '段内断行', pageNumber: '页码' },
  times: (count: number): string => (count === 1 ? '' : ` × ${groupDigits(count)}`),
  pictureNoName: '（没有名称）',
  more: (count: number): string => `还有 ${groupDigits(count)} 项`,
  show: '查看', hide: '收起', textAlone: '只留文字', undo: '撤销', close: '关闭',
  listLabel: '粘贴时去掉的内容',
} as const
