/** 条款体检单 as it is printed. */
export const conformText = {
  heading: '条款体检单',
  title: '条款体检单：{name|}',
  summary: '共 {all|0} 项：符合 {pass|0}，不符 {fail|0}，需人工核对 {byHand|0}',
  outcomes: { pass: '符合', fail: '不符', byHand: '人工' },
  heads: { result: '结果', clause: '条款', item: '项目', required: '要求', found: '实际' },
  line: '{outcome|}\t{clause|}\t{item|}\t{found|}',
  required: '\t\t\t要求：{required|}',
  noWord: '“{name|}”里没有 .docx 文件。',
} as const
