/** The small parts of the package that the library would fill with the time of day, Latin habits or nothing. */
import { fontFamilies, romanFont } from '../../../shared/print/fonts'
import { neverFirst, neverLast } from '../../../shared/print/habits'
import { escapeXml, wordNamespace, xmlHead } from './xml'

/** Properties: the title and the language; no author and no times, so that equal reports give equal files. */
export function corePropertiesXml(title: string): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`
    + `<dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
}

export const appPropertiesXml = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Andu</Application></Properties>`

/** No list is defined: numbers are literal text. */
export const numberingXml = `${xmlHead}<w:numbering ${wordNamespace}/>`

/**
 * Chinese line ends: the marks that begin and end no line are listed, so that every program breaks lines as the page model does; marks are
 * not compressed (28 characters stay 28), lines before a line break are not stretched, digits have half the width of a Chinese character.
 */
export function settingsXml(defaultTabStop: number): string {
  const compatible = (name: string, value: number): string => `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`
  return `${xmlHead}<w:settings ${wordNamespace}><w:zoom w:percent="100"/><w:defaultTabStop w:val="${defaultTabStop}"/><w:evenAndOddHeaders/>`
    + '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="doNotCompress"/>'
    + `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${escapeXml(neverLast)}"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="${escapeXml(neverFirst)}"/>`
    + '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>'
    + `${compatible('compatibilityMode', 15)}${compatible('overrideTableStyleFontSizeAndJustification', 1)}${compatible('enableOpenTypeFeatures', 1)}${compatible('doNotFlipMirrorIndents', 1)}${compatible('differentiateMultirowTableHeaders', 1)}`
    + '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
}

/** What each font is and by which other name it goes: a computer without 仿宋_GB2312 then takes 仿宋. */
export function fontTableXml(): string {
  const chinese = Object.values(fontFamilies).map(({ families }) =>
    `<w:font w:name="${families[0]}"><w:altName w:val="${families[1]}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`)
  return `${xmlHead}<w:fonts ${wordNamespace}><w:font w:name="${romanFont}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>${chinese.join('')}</w:fonts>`
}
