/** Style of the reader page: paper, ink and hairlines; nothing newer than ten years, nothing from elsewhere. */
const sans = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif'
const song = '"SimSun","Songti SC","Noto Serif CJK SC",serif'

export const readerStyle = `
*{box-sizing:border-box}
html{height:100%;background:#f8f6f2}
body{margin:0;height:100%;color:#1e1c19;font:14px/22px ${sans};background:#f8f6f2}
[hidden]{display:none!important}
#side{position:fixed;top:0;bottom:0;left:0;width:384px;overflow-y:auto;border-right:1px solid #e3dfd6;background:#f8f6f2}
#head{position:sticky;top:0;z-index:1;padding:24px 24px 12px;background:#f8f6f2;border-bottom:1px solid #e3dfd6}
#head h1{margin:0;font:600 18px/26px ${sans}}
#unit{margin:2px 0 14px;color:#4e4a43;font-size:13px}
#find{margin:0}
#query{width:100%;height:34px;padding:0 10px;font:14px ${sans};color:inherit;background:#fff;border:1px solid #cec8bb;border-radius:4px;-webkit-appearance:none;appearance:none}
#query:focus{outline:2px solid #a9261d;outline-offset:-1px}
#count{margin:8px 0 0;color:#6c675e;font-size:12px;line-height:18px}
.quiet{color:#6c675e}
#side .quiet{margin:16px 24px}
#list{margin:0;padding:0 0 24px;list-style:none}
#list a{display:block;padding:11px 24px 12px;color:inherit;text-decoration:none;border-bottom:1px solid #ece9e2}
#list a:hover{background:#efece5}
#list a:focus{outline:2px solid #a9261d;outline-offset:-2px}
#list .on a{background:#e6e2d8}
#list b{display:block;font-weight:600;line-height:21px}
#list small{display:block;margin-top:2px;color:#6c675e;font-size:12px;line-height:18px}
#list span{margin-right:10px;white-space:nowrap}
#list i{display:block;color:#4e4a43;font-size:12px;font-style:normal;line-height:19px}
#list i:empty{display:none}
mark{color:inherit;background:#fbe3a8}
mark.here{background:#f3b94a}
#main{margin-left:384px;padding:24px 32px 32px;outline:none}
#choose{margin:30vh 0 0;text-align:center}
#about{max-width:760px;margin:16px auto 0;font-size:12px;line-height:18px}
#choose+#report[hidden]+#about{margin-top:8px;text-align:center}
#bar{max-width:760px;margin:0 auto 12px;min-height:32px;line-height:32px}
#bar button{height:32px;margin-right:8px;padding:0 12px;font:13px ${sans};color:#1e1c19;background:#fff;border:1px solid #cec8bb;border-radius:4px;cursor:pointer}
#bar button:hover{background:#efece5}
#bar button:focus{outline:2px solid #a9261d;outline-offset:1px}
#bar span{margin-right:8px;color:#6c675e;font-size:13px}
#back{display:none}
#facts{max-width:760px;margin:0 auto 16px;padding:12px 0 0;border-top:1px solid #e3dfd6;font-size:13px;line-height:22px}
#facts div{display:inline-block;margin-right:24px}
#facts dt{display:inline;color:#6c675e}
#facts dd{display:inline;margin:0 0 0 6px}
#facts a{margin-right:12px;color:#a9261d}
#paper{max-width:760px;margin:0 auto;padding:56px 64px 64px;background:#fff;border:1px solid #ddd8cd;font:17px/32px "FangSong","STFangsong","FangSong_GB2312",${song};word-wrap:break-word;overflow-wrap:break-word}
#paper h1{margin:0 0 28px;font:600 23px/36px ${song};text-align:center}
#paper p{margin:0;text-indent:2em;text-align:justify;white-space:pre-wrap}
#paper .lead{font-family:"SimHei","Heiti SC",${sans};font-weight:500}
#paper .k2 .lead{font-family:"KaiTi","STKaiti",${song};font-weight:600}
#paper .k3 .lead,#paper .k4 .lead,#paper .k5 .lead,#paper .kp .lead{font-family:inherit;font-weight:700}
#paper .kn{text-indent:0}
#paper .km{margin-bottom:8px;color:#a9261d;font:600 28px/44px ${song};text-align:center;text-indent:0}
#paper p+h1{margin-top:24px}
#paper .kc,#paper .ki{text-align:center;text-indent:0}
#paper .ks{text-align:right;text-indent:0;padding-right:4em}
#paper .sign{margin-top:32px}
#paper .ke{text-indent:0;font-size:15px;line-height:26px}
#paper table{width:100%;margin:12px 0;border-collapse:collapse;font-size:14px;line-height:22px}
#paper td{padding:4px 6px;border:1px solid #6c675e;text-align:center;white-space:pre-wrap}
@media (max-width:860px){
#side{position:static;width:auto;border:0}
#head{padding:16px 16px 12px}
#list a{padding-left:16px;padding-right:16px}
#side .quiet{margin-left:16px;margin-right:16px}
#main{margin:0;padding:12px 16px 24px}
#choose{display:none}
#back{display:inline-block}
#paper{padding:28px 20px 32px;font-size:17px;line-height:31px}
#facts div{display:block}
.reading #side{display:none}
}
@media print{
html,body{height:auto;background:#fff}
#main{margin:0;padding:0}
#bar,#about,#choose,#facts .files{display:none}
.reading #side{display:none}
#side{position:static;width:auto;border:0;overflow:visible}
#head{position:static;border:0;padding:0 0 12px}
#find,#list i{display:none}
#list a{padding:6px 0;page-break-inside:avoid}
#paper{max-width:none;border:0;padding:0}
#facts{max-width:none;border:0;padding:0}
#paper tr{page-break-inside:avoid}
mark{background:none}
}
`
