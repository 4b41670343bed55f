import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { lineText } from '../../../shared/paste/pasted'
import { pastedBlocks } from '../../../shared/paste/pastedBlocks'
import { readPasted } from '../../../shared/paste/readPasted'
import { written } from '../../support/editorState'

const lines = (html: string): readonly string[] => readPasted('', html).parts.map((part) => (part.kind === 'line' ? lineText(part) : part.kind === 'table' ? JSON.stringify(part.rows) : part.kind))
const removed = (html: string) => readPasted('', html).removed.map(({ kind, text }) => `${kind} ${text}`)
const blocks = (html: string, text = '') => written(pastedBlocks(readPasted(text, html).parts, countingIds('p')))

describe('PASTE-2: the lines of rich text', () => {
  it.each([
    ['paragraphs, nested divs and line breaks', '<div><div>甲</div>乙<br>丙<p>丁<p>戊</div>己', ['甲', '乙', '丙', '丁', '戊', '己']],
    ['blanks and line ends of the source', '<p>\n  全年\n完成 <b>12</b>\n项，  ok\n  done </p>', ['全年完成 12 项， ok done']],
    ['character references', '<p>&ldquo;十四五&rdquo;&nbsp;A&amp;B&#12290;&#x4E00;&bogus;&lt;p&gt; 1 < 2</p>', ['“十四五”\u00a0A&B。一&bogus;<p> 1 < 2']],
    ['lists with numbers', '<ol><li>甲</li><li>乙<ol type="a"><li>丙</ol><li value="9">丁</ol><ul><li>戊</ul><ol style="list-style-type:cjk-ideographic" start="2"><li>己</ol>', ['1. 甲', '2. 乙', 'a. 丙', '9. 丁', '戊', '二、己']],
    ['numbers of items that hold paragraphs, in all their kinds', '<ol type=i start=3><li><p>甲</p><p>乙</p></li><li><ul><li><p>丙</p></ul><li></ol><ol reversed><li>丁<li>戊</ol>', ['iii. 甲', '乙', 'iv.', '丙', 'v.', '2. 丁', '1. 戊']],
    ['Word’s own lists', '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">一、<span>&nbsp;&nbsp; </span></span><![endif]>甲</p><p><!--[if !supportLists]--><span style="font-family:Wingdings"><span style="mso-list:Ignore">Ø<span> </span></span></span><!--[endif]-->乙</p>', ['一、甲', '乙']],
    ['text that is set as typed', '<pre>甲\n 乙</pre><span style="white-space:pre-wrap">丙\n丁</span>', ['甲', '乙', '丙', '丁']],
    ['unclosed and crossed elements', '<b>甲<p>乙</b>丙<td>丁</span></div><table><tr><td>戊', ['甲', '乙', '丙', '丁', '戊']],
    ['what is no mark-up', '<> a<b >c</b></ d>e', ['<> ace']],
  ])('PASTE-2: %s', (_name, html, expected) => { expect(lines(html)).toEqual(expected) })

  it('PASTE-2: bold, italic and underlined text stays so, and nothing else of its look', () => {
    const [line] = readPasted('', '<p style="color:red;font-size:30px">甲<b>乙</b><i style="font-weight:700">丙</i><a href="https://example.invalid" style="text-decoration:underline">丁</a><u>戊</u></p>').parts
    expect(line?.kind === 'line' && line.runs).toEqual([{ text: '甲' }, { text: '乙', bold: true }, { text: '丙', bold: true, italic: true }, { text: '丁' }, { text: '戊', underline: true }])
  })
})

describe('PASTE-3: what is hidden', () => {
  it.each([
    ['display:none', '<p>甲<span style="display:none">密</span>乙</p>'], ['mso-hide', '<p>甲<span style="mso-hide:all">密</span>乙</p>'], ['no size', '<p>甲<span style="font-size:0px">密</span>乙</p>'],
    ['white on white', '<p>甲<font color="#FFFFFF">密</font>乙</p>'], ['white on paper', '<div style="background:#fff"><p>甲<span style="color:rgb(255, 255, 255)">密</span>乙</p></div>'], ['transparent', '<p>甲<span style="color:transparent">密</span>乙</p>'],
    ['hidden attribute', '<p>甲<span hidden>密</span>乙</p>'], ['a class', '<style>p.x, .gone { display:none }</style><p>甲<span class="gone">密</span>乙</p>'], ['far off', '<p>甲<span style="position:absolute;left:-9999px">密</span>乙</p>'],
    ['a class among other rules', '<style><!-- /* 甲 */ @charset "utf-8"; @media print { .y { display:none } } .gone{display:none} --></style><p>甲<span class="gone">密</span><span class=y>乙</span></p>'],
    ['cut off', '<p>甲<span style="height:0;overflow:hidden">密</span>乙</p>'],
  ])('PASTE-3: %s is left out and told', (_name, html) => {
    expect(lines(html)).toEqual(['甲乙'])
    expect(removed(html)).toEqual(['hidden 密'])
  })
  it('PASTE-3: white text on a dark ground is seen, and stays', () => {
    expect(lines('<p style="background-color:#1f4e79"><span style="color:white">甲</span></p>')).toEqual(['甲'])
  })
  it('PASTE-3: scripts, styles, comments and remote things are no text', () => {
    const html = '<script>bad()</script><style>p{}</style><!-- x --><p onclick="bad()">甲<img src="https://example.invalid/a.png" alt="图"><a href="https://example.invalid/b">乙</a><iframe src="https://example.invalid">x</iframe></p><p>丙'
    expect(lines(html)).toEqual(['甲乙', '丙'])
    expect(removed(html)).toEqual(['picture 图', 'link 乙 https://example.invalid/b'])
  })
  it('PASTE-4: characters without width are taken out and counted by code; joiners inside emoji stay', () => {
    const { parts, removed: gone } = readPasted('总\u200b结\u00ad完\u202e成👨\u200d👩\u200d👧\u200d', '')
    expect(parts).toEqual([{ kind: 'line', runs: [{ text: '总结完成👨\u200d👩\u200d👧\u200d' }], heading: 0 }])
    expect(gone).toEqual([{ kind: 'invisible', text: 'U+200B', count: 1 }, { kind: 'invisible', text: 'U+00AD', count: 1 }, { kind: 'invisible', text: 'U+202E', count: 1 }])
    expect(readPasted('甲\u200d乙', '').removed).toHaveLength(1)
  })
})

describe('PASTE-5: tables', () => {
  it('PASTE-5: spans become merges, heads header rows, hidden rows are told', () => {
    const html = '<table><caption>表1</caption><thead><tr><th rowspan=2>单位<th colspan=2>上半年</tr><tr><th>计划<th>完成</thead><tr style="display:none"><td>密<td>1<td>2</tr><tr><td>水务局<td><p>12</p><p>13</p><td>15&nbsp;</tr></table>'
    const { parts, removed: gone } = readPasted('', html)
    expect(parts).toEqual([
      { kind: 'line', runs: [{ text: '表1' }], heading: 0 },
      { kind: 'table', headerRows: 2, rows: [['单位', '上半年', ''], ['', '计划', '完成'], ['水务局', '12\n13', '15']], merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }] },
    ])
    expect(gone).toEqual([{ kind: 'hidden', text: '密12', count: 1 }])
  })
  it('PASTE-5: spans without end and a frame of one cell', () => {
    expect(lines('<table><tr><td colspan="100000000">甲<td>乙</tr><tr><td>丙</table>')).toEqual(['[["甲","乙"],["丙",""]]'])
    expect(lines('<table><tr><td><p>甲<p>乙</table>')).toEqual(['甲', '乙'])
  })
  it('PASTE-5: text with tabs is a table where it is even, and numbers with a tab are none', () => {
    expect(readPasted('甲\t乙\n\t丙\n丁', '').parts).toEqual([{ kind: 'table', rows: [['甲', '乙'], ['', '丙']], headerRows: 1, merges: [] }, { kind: 'line', runs: [{ text: '丁' }], heading: 0 }])
    expect(readPasted('1.\t抓学习\n2.\t抓作风', '').parts.map((part) => part.kind)).toEqual(['line', 'line'])
  })
})

describe('PASTE-1: blocks', () => {
  it('PASTE-1: typed numbers become levels, and the manner of the rest stays', () => {
    const [heading, run] = pastedBlocks(readPasted('', '<p>一、主要工作</p><p>（一）抓学习。<b>全年</b>12次，形成了习惯。</p>').parts, countingIds('p'))
    expect(heading).toMatchObject({ level: 1, runs: [{ text: '主要工作' }] })
    expect(run).toMatchObject({ level: 2, runs: [{ text: '抓学习。' }, { text: '全年', bold: true }, { text: '12次，形成了习惯。' }] })
  })
  it('PASTE-1: headings of a web page and of Word become levels; a lone one above the others is the title', () => {
    expect(blocks('<h1>全县工作情况</h1><h2>主要做法</h2><p>文字一段。</p><h3>抓学习</h3><h2>下步打算</h2>')).toEqual(['全县工作情况', '1:主要做法', '文字一段。', '2:抓学习', '1:下步打算'])
    expect(blocks('<p style="mso-outline-level:1">主要做法</p><p>文字一段。</p><p style="mso-outline-level:1">下步打算</p>')).toEqual(['1:主要做法', '文字一段。', '1:下步打算'])
  })
  it('PASTE-1: everything stays in its order, what looks like title, signature or advertising too', () => {
    expect(blocks('', '关于工作情况的报告\n县政府：\n现将情况报告如下。\n第3页\n甲##paidend##乙全年完成。\n某某局\n2025年1月5日\n（联系人：张三）')).toEqual(['关于工作情况的报告', '县政府：', '现将情况报告如下。', '第3页', '甲乙全年完成。', '##paidend##', '某某局', '2025年1月5日', '（联系人：张三）'])
  })
  it('PASTE-1: tables and page breaks stand where they stood', () => {
    expect(blocks('<p>上文。</p><table><tr><td>甲<td>乙</table><table><tr><td>丙<td>丁</table><br clear=all style="page-break-before:always"><p>下文。</p>')).toEqual(['上文。', 'table', 'table', 'pageBreak', '下文。'])
  })
  it('PASTE-1: a poor piece of HTML beside a fuller text is not taken', () => {
    expect(blocks('<p>一、抓好源头防控</p>', '一、抓好源头防控\n全年排查隐患36处。')).toEqual(['1:抓好源头防控', '全年排查隐患36处。'])
  })
  it('PASTE-1: the marks of Markdown stay text', () => {
    expect(blocks('', '## 主要做法\n**重点**抓好三项工作\n- 第一项')).toEqual(['## 主要做法', '**重点**抓好三项工作', '- 第一项'])
  })
})
