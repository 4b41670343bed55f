/** Words of each format that mean something to its reader, put at odd places. Formats without a row get the words of all. */
const words: Readonly<Record<string, readonly string[]>> = {
  rtf: [
    '{', '}', '\\', "\\'", "\\'ff", '\\*', '\\par ', '\\u-1 ', '\\u55296 ', '\\u999999999999 ', '\\uc99999 ', '\\uc-1 ', '\\bin4294967295 ', '\\bin-1 ', '\\bin0 ', '\\bin5 ', '\\fcharset134 ', '\\ansicpg936 ', '\\ansicpg99999 ', '\\v ', '\\deleted ',
    '\\intbl ', '\\cell ', '\\row ', '\\trowd ', '\\cellx-5 ', '\\clvmrg ', '\\clmgf ', '\\clmrg ', '{\\pict ', '{\\listtext ', '{\\fonttbl ', '{\\stylesheet ', '{\\fldinst ', '{\\fldrslt ', '{\\footnote ', '\\outlinelevel99999999 ', '\\ls-1 ', '\\ilvl99 ', '\\s2147483648 ', '\\f-99 ', '\\plain ', '\\pard ',
    '{\\upr', '{\\*\\ud', '\\page ', '\\sect ', '\\tab ', '{\\shp{\\*\\shpinst{\\shptxt ', '{\\info{\\title ', '{\\object ', '\u0000',
  ],
  xml: [
    '<', '>', '</', '/>', '&', '&amp;', '&#0;', '&#xFFFF;', '&#xD800;', '&#1114112;', '&#xFFFFFFFFFF;', '<![CDATA[', ']]>', '<!--', '-->', '<?x ?>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', 'xmlns="x"', 'xmlns:w=""', '__proto__', 'constructor', 'prototype', 'toString',
    '="-1"', '="0"', '="99999999999999999999"', '="1e309"', '="NaN"', '="4294967296"', '=""', 'w:val="', '<w:p>', '</w:p>', '<w:r>', '<w:t>', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', '<w:gridSpan w:val="2147483647"/>', '<w:vMerge/>', '<w:fldChar w:fldCharType="begin"/>', '<w:ins>', '<w:del>',
    '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>', '<w:basedOn w:val="', '<w:lvlText w:val="%0%10%9"/>', '<mc:AlternateContent>', '<w:footnoteReference w:id="-1"/>', '<w:sym w:char="FFFFFFFF"/>', '<text:p>', '<text:s text:c="2147483647"/>', '<text:list>', '<text:h text:outline-level="99">',
    '<table:table-cell table:number-columns-repeated="1000000000"/>', 'table:number-rows-repeated="1000000000"', 'table:number-columns-spanned="1000000"', '<draw:frame>', '<office:annotation>', '<text:note>', '<text:tracked-changes>', '<text:change-start text:change-id="', '\u0000', '\ufffe',
  ],
  html: [
    '<', '>', '</', '<table>', '<tr>', '<td colspan=1000000 rowspan=65535>', '<td colspan="-1">', '</table>', '<p>', '<div style="', 'display:none', 'mso-hide:all', 'mso-list:Ignore', 'mso-outline-level:99', '<script>', '</script>', '<style>', '<!--', '-->', '<![if !supportLists]>', '<![endif]>', '<plaintext>', '<textarea>', '<title>',
    '&nbsp', '&#x110000;', '&#55296;', '&CounterClockwiseContourIntegral;', '&#', '<meta charset=gb2312>', '<meta charset="utf-16">', '<img src="data:image/png;base64,', '<del>', '<ins>', '<h1>', '<o:p>', '<base href="', '<svg><foreignObject>', '<ol start="-2147483649" type="i"><li value=99999999999>', '<a name="_ftn1" href="#_ftnref1">',
    'Content-Type: multipart/related; boundary="x"\r\n', '--x--\r\n', 'Content-Transfer-Encoding: base64\r\n\r\n', '=\r\n', '=D6=D0', '=?gb2312?B?', '\u0000',
  ],
  markdown: ['#', '#######', '*', '**', '***', '_', '`', '```', '~~~', '> ', '- ', '1. ', '999999999999999999999. ', '|', '|---|', '|:-:|', '[', '](', ')', '![', '[^1]', '[^1]: ', '<div>', '---', '===', '\\', '&amp;', '\t', '    ', '[x] ', '--- \ntitle: x\n---\n'],
  text: ['\ufeff', '\u0000', '\u200b', '\u2028', '\u0085', '\ud83d', '\f', '\t', '一、', '（一）', '1.', '①', '附件：', '2025年12月20日', '：', '〔2025〕1号', '抄送：', '…', '—'],
  pdf: [
    '<<', '>>', '[', ']', '(', ')', '/', '%', 'obj', 'endobj', 'stream\n', 'endstream', 'xref\n', 'trailer', 'startxref\n0\n%%EOF', '1 0 R', '99999 0 R', '0 65535 R', '/Length 4294967295', '/Length -1', '/Length 1 0 R', '/Filter /FlateDecode', '/Filter [/FlateDecode /FlateDecode]', '/Filter /LZWDecode', '/Filter /ASCII85Decode',
    '/DecodeParms << /Predictor 15 /Columns 2147483647 >>', '/Kids [1 0 R]', '/Parent 1 0 R', '/Prev 0', '/Type /Pages', '/Type /ObjStm /N 99999999 /First -1', '/W [1 99 99]', '/W [0 0 0]', '/Index [0 99999999]', '/Size 2147483647', '/Encrypt 1 0 R', '/ToUnicode 1 0 R', 'beginbfchar', 'beginbfrange <0000> <FFFFFFFF> <0000>', 'begincidrange',
    'BT', 'ET', 'Tj', 'TJ', '1e999 0 0 -1e999 0 0 Tm', '0 0 0 0 0 0 cm', 'q ', 'Q ', '/X Do', 'BI ID EI', '<feff', '\\777', '---', '1e5', '/#00#zz',
  ],
}

const encoder = new TextEncoder()
const alike: Readonly<Record<string, readonly string[]>> = {
  docx: ['xml'], odt: ['xml'], wordXml: ['xml'], web: ['html', 'xml', 'markdown', 'text'], mht: ['html'], text: ['text'], plainText: ['text'], encoding: ['text'],
}

/** The words of a format as bytes. */
export function tokensOf(format: string): readonly Uint8Array[] {
  const rows = alike[format] ?? (format in words ? [format] : Object.keys(words))
  return rows.flatMap((row) => (words[row] ?? []).map((word) => encoder.encode(word)))
}
