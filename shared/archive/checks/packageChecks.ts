/** The package, its medium and the process (DA/T 70-2018 信息包检测, 载体安全性, 过程安全性). Without a package these are not asked. */
import type { Check } from './check'
import type { CheckFacts, CheckOutcome, CheckStage, PackageFacts } from './checkFacts'
import { outcome } from './outcome'

type PackageCheck = (facts: CheckFacts, bag: PackageFacts) => CheckOutcome

const outside: readonly CheckStage[] = ['transfer', 'keeping']

/** Null without a package. */
function ofPackage(check: PackageCheck): (facts: CheckFacts) => CheckOutcome | null {
  return (facts) => (facts.package === null ? null : check(facts, facts.package))
}

const packageFixity: PackageCheck = (_, { faults }) => (faults.length === 0 ? outcome('pass', '每个文件的摘要都与清单一致') : outcome('fail', '有文件与清单不一致，可先试“修复”', faults.map(({ path, what }) => `${path}：${what}`)))

const chain: PackageCheck = (_, { isChained }) => (isChained === null ? outcome('pass', '这是第一次封存，前面没有封存记录') : isChained ? outcome('pass', '与上一次封存的记录相连') : outcome('fail', '与上一次封存的记录连不上，请核对备考表上的校验短码'))

const quantity: PackageCheck = (_, { records, rows }) => (records === rows ? outcome('pass', `目录 ${rows} 条，包内 ${records} 件，数量一致`) : outcome('fail', `目录 ${rows} 条，包内 ${records} 件，数量不一致`))

const packageComplete: PackageCheck = (_, { missing }) => (missing.length === 0 ? outcome('pass', '信息包的组成文件齐全') : outcome('fail', '信息包缺文件', missing))

const environment: PackageCheck = (_, { program }) => (program === '' ? outcome('fail', '没有记录生成它的软件和版本') : outcome('pass', `由 ${program} 生成；Word、PDF、纯文本均为公开格式`))

const noForeign: PackageCheck = (_, { foreign }) => (foreign.length === 0 ? outcome('pass', '没有归档范围以外的文件') : outcome('fail', '有不属于信息包的文件，请移走', foreign))

const readBack: PackageCheck = (_, { wasReadBack }) => (wasReadBack ? outcome('pass', '写入后已逐个读回核对') : outcome('byHand', '还没有读回核对'))

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
  { id: 'packageFixity', quality: 'authentic', item: '信息包一致性', clause: '信息包真实性', judge: ofPackage(packageFixity) },
  { id: 'chain', quality: 'authentic', item: '逐年封存记录相连', clause: '信息包真实性', judge: ofPackage(chain) },
  { id: 'quantity', quality: 'complete', item: '总件数相符性', clause: '数据总量', judge: ofPackage(quantity) },
  { id: 'allFiled', quality: 'complete', item: '应归档文件是否齐全', clause: '数据总量', stages: ['filing', 'transfer'], judge: allFiled },
  { id: 'packageComplete', quality: 'complete', item: '信息包内容数据完整性', clause: '信息包完整性', judge: ofPackage(packageComplete) },
  { id: 'environment', quality: 'usable', item: '软硬件环境合规性', clause: '软硬件环境', judge: ofPackage(environment) },
  { id: 'virus', quality: 'safe', item: '系统环境中是否有病毒', clause: '信息包病毒', judge: virus },
  { id: 'noForeign', quality: 'safe', item: '载体中多余文件', clause: '载体安全性', judge: ofPackage(noForeign) },
  { id: 'readBack', quality: 'safe', item: '载体读取速度及可读性', clause: '载体安全性', stages: outside, judge: ofPackage(readBack) },
  { id: 'medium', quality: 'safe', item: '载体外观', clause: '载体安全性', stages: outside, judge: medium },
  { id: 'processLog', quality: 'safe', item: '操作过程安全性', clause: '过程安全性', judge: processLog },
  { id: 'secondCopy', quality: 'safe', item: '备份', clause: '过程安全性', stages: ['keeping'], judge: secondCopy },
]
