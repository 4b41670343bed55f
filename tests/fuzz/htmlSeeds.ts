/** Small pages with all that the reader of pages knows. */
import { Buffer } from 'node:buffer'
import { encodeWith, utf16, utf8 } from '../support/encodings'

/** A picture of one point. */
export const pointPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

export const wordPage = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15"><title>总结</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:仿宋;} p.MsoNormal {margin:0cm;font-size:16.0pt;} span.Hide {display:none;mso-hide:all} @page WordSection1 {size:21cm 29.7cm;mso-header:url("x/header.htm") h1;} --></style></head>
<body lang=ZH-CN><div class=WordSection1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt'>清源县水务局<span lang=EN-US>2023</span>年<br>工作总结</span></b></p>
<p class=MsoTocHeading>目录</p><p class=MsoToc1><a href="#_Toc1">一、主要工作<span style='mso-tab-count:1 dotted'>. </span>1</a></p>
<h1><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>主要工作</h1>
<p class=MsoNormal style='mso-outline-level:2'>（一）河道治理</p>
<p class=MsoNormal>全年清淤河道<span lang=EN-US>12</span>条<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>，<del cite="mailto:x" datetime="2023-12-01T09:00">基本</del><ins cite="mailto:x">全部</ins>完成。<span class=Hide>内部数据</span><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[W1]</a></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<span lang=EN-US><br clear=all style='page-break-before:always'></span>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
<tr><td rowspan=2><p>单位</p></td><td colspan=2><p align=center>完成情况</p></td></tr><tr><td><p>计划</p></td><td><p>完成</p></td></tr><tr><td><p>城关所</p></td><td><p>5</p></td><td><p>6</p><p>（超额）</p></td></tr></table>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>补充一条</p>
</div><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> 含支沟。</p></div></div>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><a href="#_msoanchor_1" class=msocomoff>[W1]</a>请核对。</p></div></div></div>
<div style='mso-element:header' id=h1><p class=MsoHeader>内部资料</p></div></body></html>`

export const webPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于防汛工作的通报 - 清源县人民政府</title><script>var a = '<p>坏</p>'</script><style>.tip,.gone{display:none}@media print{.article{display:none}}</style></head><body>
<header><nav><a href="https://example.invalid/">首页</a> &gt; <a href="/zwgk">政务公开</a></nav></header><noscript>请打开脚本</noscript><template><p>模板</p></template>
<table width=900 border=0><tr><td width=200><ul><li><a href="/a">领导之窗</a></li><li><a href="/b">机构设置</a></li><li><a href="/c">通知公告</a></li></ul></td><td><div class="article"><h1>关于防汛工作的通报</h1>
<p style="text-align:center">发布时间：2023-07-01&emsp;来源：水务局</p><p>　　各乡镇：</p>　　今年入汛以来，全县降雨偏多。<br><br>　　一、巡查情况<br>　　共巡查堤防30公里。
<ol start="3"><li>加强值守</li><li><p>备足物资</p><p>含编织袋</p></li></ol><ol type=I reversed><li>甲</li><li>乙</li></ol><ol style="list-style-type:cjk-ideographic"><li>汛前</ol>
<pre>附注：
  一行</pre><p class="tip">隐藏</p><p hidden>不见</p><img src="https://example.invalid/a.png" alt="图"><p><img src="data:image/png;base64,${pointPng}">图1 堤防</p></div></td></tr></table>
<form><input value="搜索"><select><option>全部</option></select><button>搜索</button></form><aside>相关链接</aside><footer>主办：清源县人民政府办公室　备案号：00000000</footer></body></html>`

const officePage = '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body><h2>一、基本情况</h2><div title="header"><p>内部资料</p></div><p>共有职工30人<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>。</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>含借调。</p></div></body></html>'

export const htmlSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a page of Word in GBK', encodeWith('gb18030', wordPage)],
  ['a web page', utf8(webPage)],
  ['a page of LibreOffice', utf8(officePage)],
  ['a page in two-byte units', utf16(`\ufeff${officePage}`, false, false)],
  ['XHTML in Big5', encodeWith('big5', '<?xml version="1.0" encoding="big5"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>年度總結</h1><p>本所全年辦理案件。</p></body></html>')],
  ['a page in western letters with references', Uint8Array.from(Buffer.from('<html><head><meta charset=windows-1252></head><body><p>&#24180;&#24230; \x93ok\x94</p><p>caf\xe9</body></html>', 'latin1'))],
  ['a piece of a page, broken', utf8('<div><table><tr><td colspan=0 rowspan=99>甲<td>乙<tr><td><table><tr><td>丙</table></div><li>丁<ol><li><ol><li>戊<!-- <p')],
]
