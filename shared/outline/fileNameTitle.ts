/** A title made of the name of a file (SPEC FOLDER-4): what clerks put around it to tell versions apart is no part of it. */

const versionWords = '副本|复件|备份|定稿|终稿|终版|最终稿|最终版|最终|修改稿|修改版|修改|修订稿|修订版|改定稿|送审稿|送签稿|审定稿|报审稿|初稿|草稿|打印稿|打印版|上报稿|上报版|报送稿|公开版|新版|最新版|最新|已改|已阅|第?[一二三四五六七八九十\\d]{1,3}稿|[vV]\\d{1,3}(?:\\.\\d{1,3})?|版本\\d{1,3}'
const day = '(?:19|20)\\d\\d[-._年]?(?:0?[1-9]|1[0-2])[-._月]?(?:0[1-9]|[12]\\d|3[01]|[1-9])日?'
const gap = '[\\s_\\-—－·.．、+]*'
const opening = '[（(\\[【〔]'
const closing = '[）)\\]】〕]'
/** In brackets, or parted by a blank or a stroke: `（定稿）`, ` - 副本`, `_v2`, `(1)`; at the very end a word that can be nothing else. */
const versionEnd = new RegExp(`(?:${gap}${opening}\\s*(?:${versionWords}|\\d{1,2}|${day})\\s*${closing}|[\\s_\\-—－]+(?:${versionWords}|${day})|${gap}(?:最终版|最终稿|修改稿|修改版|送审稿|上报稿|打印版|打印稿|终稿|定稿|初稿|副本))${gap}$`)
const versionHead = new RegExp(`^${gap}(?:${opening}\\s*(?:${versionWords}|\\d{1,3}|${day})\\s*${closing}|复件(?:\\s*[（(]\\d+[）)])?|${day}(?![\\d])|\\d{1,3}[.．、_)）]|\\d{1,3}\\s*[-—]\\s*(?=[^\\d]))${gap}`)

/** The title in a file's name (without its folders), e.g. `3.2019年党建工作总结（定稿） - 副本.doc` → 2019年党建工作总结. Never empty unless the name is. */
export function fileNameTitle(name: string): string {
  const stem = name.normalize('NFC').replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '')
  let title = stem.trim()
  for (let round = 0; round < 8; round += 1) {
    const next = title.replace(versionEnd, '').replace(versionHead, '').trim()
    if (next === title || next === '') break
    title = next
  }
  return joined(title) || joined(stem) || name
}

/** Strokes of the pen that stand for blanks; between Chinese characters there is none. */
function joined(text: string): string {
  return text.replace(/[_\s]+/g, ' ').replace(/(?<=[\u3400-\u9fff，。：、（）《》]) (?=[\u3400-\u9fff，。：、（）《》])/g, '').trim()
}
