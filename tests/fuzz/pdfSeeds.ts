/** Small valid PDF files, each with another part of what PDF can say; built in code. */
import { bodyLines, chineseFont, hexadecimal, packedPdfFile, packedStream, pageContent, pdfFile, stream } from '../support/pdfFiles'

const text = pageContent(bodyLines(['　　今年以来，全县各级各部门坚持稳中求进，统筹推进', '各项工作，取得了明显成效。现将有关情况报告如下。']))
const grid = [100, 250, 400].map((x) => `${x} 500 m ${x} 600 l S`).join(' ') + [500, 550, 600].map((y) => ` 100 ${y} m 400 ${y} l S`).join('')
const toUnicode = packedStream('/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <5de5> <0002> <4f5c> endbfchar 1 beginbfrange <0010> <0012> <603b> endbfrange 1 beginbfrange <0020> <0021> [<7ed3> <d842dfb7>] endbfrange end')
const jpeg = String.fromCharCode(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0, 0xff, 0xd9)

export const pdfSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['lines', pdfFile({ pages: [text] })],
  ['packed objects', packedPdfFile({ pages: [packedStream(text)] })],
  ['pages with numbers', pdfFile({ pages: [1, 2, 3].map((number) => `${text} ${pageContent([[280, 60, `— ${String(number)} —`, 14]])}`) })],
  ['fonts', pdfFile({
    pages: [`BT /F2 12 Tf 90 700 Td (\\267\\242\\325\\271) Tj /F3 12 Tf 0 -20 TD <00010002001000200021> Tj /F4 12 Tf T* [(He) -20 (llo) -300 (W\\366rld)] TJ /F5 9 Tf T* (ab) Tj ET`],
    fonts: {
      F2: chineseFont('GBK-EUC-H'), F3: chineseFont('Identity-H', 'Identity').replace('/Type0', '/Type0 /ToUnicode 100 0 R'), F4: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
      F5: '<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 97 /LastChar 98 /Widths [50 50] /Encoding << /Differences [97 /uni5DE5 /bullet] >> /CharProcs << >> >>',
    },
    objects: [toUnicode],
  })],
  ['table', pdfFile({ pages: [`${grid} ${pageContent([[110, 570, '指标'], [260, 570, '完成'], [110, 520, '供水'], [260, 520, '46']])}`] })],
  ['form and picture', pdfFile({ pages: [`q 1 0 0 1 0 20 cm /Fm Do Q q 200 0 0 100 100 300 cm /Im Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ${text}`], resources: '/XObject << /Fm 100 0 R /Im 101 0 R >>', objects: [stream(pageContent([[90, 790, '正文之上']]), '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 0 -20]'), stream(jpeg, '/Type /XObject /Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode')] })],
  ['filters', pdfFile({ pages: [stream([...text].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('') + '>', '/Filter [/AHx]')] })],
  ['turned page', pdfFile({ pages: [`q 0 1 -1 0 842 0 cm ${text} Q`], page: '/Rotate 90 /CropBox [0 0 595 842]' })],
  ['marks and bookmarks', pdfFile({
    pages: [`/Artifact << /Type /Pagination /Subtype /Header >> BDC ${pageContent([[90, 820, '内部资料', 10]])} EMC /OC /Off BDC ${pageContent([[90, 690, '看不见']])} EMC /Span << /ActualText <feff5de5> >> BDC ${pageContent([[90, 780, '一']])} EMC ${text}`],
    resources: '/Properties << /Off 100 0 R >>', objects: ['<< /Type /OCG /Name (x) >>', '<< /First 102 0 R >>', `<< /Title <feff5de5> /Next 102 0 R >>`], catalog: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >> /Outlines 101 0 R',
  })],
  ['damaged table of places', pdfFile({ pages: [text] }).subarray(0, -60)],
  ['only named', pdfFile({ pages: [`BT /F1 16 Tf 90 700 Td ${hexadecimal('附件')} Tj ET`] })],
]
