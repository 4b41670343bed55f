/** Export: names of the formats, what was printed otherwise than typed, and fonts that are not installed. */
export const exportText = {
  menu: '选择导出格式',
  hints: { word: '还要改的稿子用，F12 直接导出。', pdf: '字体带在文件里，哪台电脑打开都一样。', ofd: '国家版式文件，电子公文系统收。', text: '没有格式，贴到别处用。' } as Readonly<Record<string, string>>,
  formats: { word: 'Word 文档', pdf: 'PDF 文件', ofd: 'OFD 版式文件', text: '纯文本' },
} as const

/** What is told of a printed page; the kinds are those of shared/print. */
export type ToldChange =
  | { readonly kind: 'charactersRemoved'; readonly count: number; readonly codes: readonly string[] }
  | { readonly kind: 'dateRewritten' | 'numberRewritten'; readonly from: string; readonly to: string }
  | { readonly kind: 'bodyNotOnFirstPage' | 'signatureAlone' }
  | { readonly kind: 'pictureMissing'; readonly caption: string }

/** On a body that ends with a wide table. */
export const signatureAlone = '正文末尾的宽表横排，落款单独占了一页，规范要求落款与正文同页：请在表后补一两句正文，或在“本单位版式”里让宽表竖排。'

/** One sentence on what is printed otherwise than it stands in the report. */
export function describeChange(change: ToldChange): string {
  switch (change.kind) {
    case 'pictureMissing': return `图片${change.caption === '' ? '' : `“${change.caption}”`}找不到或已损坏，文件里留了空位，请重新插入。`
    case 'bodyNotOnFirstPage': return '首页没有正文，规范要求首页必须显示正文：可把主送机关移入版记，或缩短标题。'
    case 'signatureAlone': return signatureAlone
    case 'dateRewritten': return `成文日期“${change.from}”按规范写法印为“${change.to}”。`
    case 'numberRewritten': return `发文字号“${change.from}”按规范写法印为“${change.to}”。`
    case 'charactersRemoved': return `文中有 ${change.count} 个无法打印的字符（${listSome(change.codes)}），没有写入文件。`
  }
}

/** What is told of the fonts inside a file. */
export type FontChange =
  | { readonly kind: 'fontsReplaced'; readonly names: readonly string[]; readonly by: readonly string[] }
  | { readonly kind: 'fontsForbidden'; readonly names: readonly string[]; readonly by: readonly string[] }
  | { readonly kind: 'glyphsMissing'; readonly characters: readonly string[] }
  | { readonly kind: 'fontsNotInside' }

/** One sentence on the fonts of a file that brings its own. */
export function describeFontChange(change: FontChange): string {
  if (change.kind === 'fontsNotInside') return '这台电脑没有中文字体，文件里只写了字体名，没有带上字体；打开它的电脑要装有这些字体。'
  if (change.kind === 'fontsForbidden') return `${change.names.join('、')}的字体授权不许嵌入文件，文件里用“${change.by.join('、')}”代替；要用原来的字体，请导出 Word 文件。`
  return change.kind === 'fontsReplaced'
    ? `这台电脑没有${change.names.join('、')}，文件里用“${change.by.join('、')}”代替；装上这些字体后重新导出，字体才合规范。`
    : `这台电脑的字体里没有“${listSome(change.characters)}”${change.characters.length > 1 ? `（共 ${change.characters.length} 个）` : ''}，文件里印成“〓”；请安装含有它的字体，再导出。`
}

function listSome(codes: readonly string[]): string {
  return codes.length <= 5 ? codes.join('、') : `${codes.slice(0, 5).join('、')} 等`
}

/** How a Word file looks on a computer that lacks these fonts; empty if it lacks none. */
export function describeMissingFonts(fonts: readonly { readonly name: string; readonly substitute: string | null }[]): string {
  if (fonts.length === 0) return ''
  const replaced = fonts.flatMap(({ name, substitute }) => (substitute === null ? [] : [fonts.length === 1 ? `以${substitute}代替` : `${name}以${substitute}代替`]))
  const others = fonts.flatMap(({ name, substitute }) => (substitute === null ? [name] : []))
  const parts = [...(replaced.length === 0 ? [] : [`Word 里将${replaced.join('，')}`]), ...(others.length === 0 ? [] : [others.length === fonts.length ? 'Word 里将由 Word 自选字体代替' : `${others.join('、')}由 Word 自选字体代替`])]
  return `这台电脑没有${fonts.map(({ name }) => name).join('、')}，${parts.join('，')}。`
}
