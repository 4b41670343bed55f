/** Small Markdown texts with all that their reader knows. */
import { encodeWith, utf8 } from '../support/encodings'
import { pointPng } from './htmlSeeds'

export const reportMarkdown = `---
title: 年度总结
tags: [水务, 总结]
---

# 清源县水务局2023年工作总结 #

今年以来，在县委、县政府**正确领导**下，全局干部职工，*团结协作*，完成了\`各项\`任务，现将有关情况汇报如下这一行很长但没有
写完，接着写。

## 一、主要工作

**（一）河道治理。** 全年清淤[12条河道](https://example.invalid/a?b=(1))，详见[^1]。
第二行独立成段。

1. 加强巡查；
1. 备足物资。
   - 沙袋
   - [x] 水泵

| 单位 | 计划 | 完成 |
|:-----|-----:|------|
| 城关所 | 5 | **6** |
| 东河所\\|西河所 | 3 | 3 | 超额 |

> 引用一句。

---

### 数据

\`\`\`python
# 不是标题
x = 1 * 2 * 3
\`\`\`

张**、李**参加；培训*人次，演练*次；3*4=12；<甲方>&nbsp;A&amp;B；\\*原样\\*。

![堤防](data:image/png;base64,${pointPng})

![图](https://example.invalid/p.png)

<div align="center"><b>附表</b></div>

<!-- 草稿 -->
- [ ] 待办

[^1]: 含支沟。
[ref]: https://example.invalid/
`

export const markdownSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a report', utf8(reportMarkdown)],
  ['in GBK', encodeWith('gb18030', '# 总结\n\n## 一、情况\n\n正文内容。\n\n## 二、打算\n\n正文内容。\n')],
  ['what a writing program gives', utf8('### 一、工作情况\n\n**（一）主要做法**\n\n全年完成任务。\n\n**（二）主要成效**\n\n成效明显。\n\n---\n\n### 二、下步打算\n\n继续努力。\n')],
  ['headings with lines below', utf8('年度总结\n====\n\n基本情况\n----\n\n文字。\n\n> 引用\n\n- 甲\n- 乙\n- 丙\n\n[链接](https://example.invalid)\n')],
  ['a table alone', utf8('表一\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n')],
]
