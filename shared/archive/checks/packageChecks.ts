/** The package, its medium and the process (DA/T 70-2018 信息包检测, 载体安全性, 过程安全性). Without a package these are not asked. */
import type { Check } from './check'
import type { CheckFacts, CheckOutcome, CheckStage, PackageFacts } from './checkFacts'
import { outcome } from './outcome'

const outside: readonly CheckStage[] = ['transfer', 'keeping']

/** Fails with what is wrong in any package; not asked where there is none. */
function ofPackages(wrongIn: (bag: PackageFacts) => readonly string[], right: string, wrong: string): (facts: CheckFacts) => CheckOutcome | null {
  return ({ packages }) => {
    if (packages.length === 0) return null
    const affected = packages.flatMap((bag) => wrongIn(bag).map((what) => `${bag.name}：${what}`))
    return affected.length === 0 ? outcome('pass', right) : outcome('fail', wrong, affected)
  }
}

const packageFixity = ofPackages(({ faults }) => faults.map(({ path, what }) => `${path} ${what}`), '包内每个文件的摘要都与清单一致', '有文件与清单不一致，可先试“修复”')

const chain = ofPackages(({ isChained }) => (isChained === false ? ['没有接上前一次的封存'] : []), '与前一次封存的记录相连，或是第一次封存', '与前一次封存的记录连不上，请核对备考表上的校验码')

const quantity = ofPackages(({ records, rows }) => (records === rows ? [] : [`目录 ${rows} 条，包内 ${records} 件`]), '目录条数与包内件数一致', '目录条数与包内件数不一致')

const packageComplete = ofPackages(({ missing }) => missing, '信息包的组成文件齐全', '信息包缺文件，可先试“修复”')

const environment = ofPackages(({ program }) => (program === '' ? ['没有记录'] : []), '记录了生成它的软件和版本；文件均为公开格式，不加密、不压缩', '没有记录生成它的软件和版本')

const noForeign = ofPackages(({ foreign }) => foreign, '没有归档范围以外的文件', '有不属于信息包的文件，请移走')

const readBack = ofPackages(({ isReadable }) => (isReadable ? [] : ['有文件读不出来']), '逐个文件从头到尾读过一遍，都能读出', '有文件读不出来，介质可能已坏，请从另一套光盘或备份取回')

/** The process needs no package. */
function processLog({ log }: CheckFacts): CheckOutcome {
  if (log === null) return outcome('byHand', '没有操作日志')
  return log.isWhole ? outcome('pass', `操作日志 ${log.lines} 条，前后相连`) : outcome('fail', '操作日志中间断开或被改动')
}

function secondCopy({ backupAt }: CheckFacts): CheckOutcome {
  return backupAt === null ? outcome('byHand', '没有查到第二份备份，请确认另有一份并分开存放') : outcome('pass', `上次备份已核对：${backupAt.slice(0, 10)}`)
}

function allFiled({ unfiled }: CheckFacts): CheckOutcome {
  return unfiled.length === 0 ? outcome('pass', '本年的定稿都已归档') : outcome('byHand', '本年还有定稿没有归档，请确认是否应归档', unfiled)
}

function virus(): CheckOutcome {
  return outcome('byHand', '请用单位的杀毒软件查一遍')
}

function medium(): CheckOutcome {
  return outcome('byHand', '请看光盘、U盘外观是否完好，是否贴了标签')
}

/** The checks of package, medium and process. */
export const packageChecks: readonly Check[] = [
  { id: 'packageFixity', quality: 'authentic', item: '信息包一致性', clause: '信息包真实性', judge: packageFixity },
  { id: 'chain', quality: 'authentic', item: '逐年封存记录相连', clause: '信息包真实性', judge: chain },
  { id: 'quantity', quality: 'complete', item: '总件数相符性', clause: '数据总量', judge: quantity },
  { id: 'allFiled', quality: 'complete', item: '应归档文件是否齐全', clause: '数据总量', stages: ['filing', 'transfer'], judge: allFiled },
  { id: 'packageComplete', quality: 'complete', item: '信息包内容数据完整性', clause: '信息包完整性', judge: packageComplete },
  { id: 'environment', quality: 'usable', item: '软硬件环境合规性', clause: '软硬件环境', judge: environment },
  { id: 'virus', quality: 'safe', item: '系统环境中是否有病毒', clause: '信息包病毒', judge: virus },
  { id: 'noForeign', quality: 'safe', item: '载体中多余文件', clause: '载体安全性', judge: noForeign },
  { id: 'readBack', quality: 'safe', item: '载体读取速度及可读性', clause: '载体安全性', stages: outside, judge: readBack },
  { id: 'medium', quality: 'safe', item: '载体外观', clause: '载体安全性', stages: outside, judge: medium },
  { id: 'processLog', quality: 'safe', item: '操作过程安全性', clause: '过程安全性', judge: processLog },
  { id: 'secondCopy', quality: 'safe', item: '备份', clause: '过程安全性', stages: ['keeping'], judge: secondCopy },
]
