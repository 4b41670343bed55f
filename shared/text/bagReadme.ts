/** README-先读我.txt of a bag: for a reader in fifty years who has neither the program nor anybody to ask. */

/** What the words need to know; `madeAt` as people write a time, in Beijing; `seal` null for a package without one. */
export interface ReadmeFacts {
  readonly organisation: string
  readonly description: string
  readonly madeAt: string
  readonly program: string
  readonly files: number
  readonly bytes: number
  readonly seal: {
    readonly year: number
    readonly sequence: number
    readonly fonds: string
    readonly fondsName: string
    readonly reports: number
    readonly previous: string | null
    readonly sha256: string
    readonly shortCode: string
  } | null
}

/** The words, with Windows line ends and a byte order mark, so that any editor shows them. */
export function bagReadme(facts: ReadmeFacts): string {
  const sections = [facts.seal === null ? packageFiles : sealedFiles, byHand, ...(facts.seal === null ? [] : [sealWords(facts.seal)]), repairWords, parityWords]
  const parts = [title(facts), ...sections.map((section, index) => `${numerals.charAt(index)}、${section}`), english]
  return `\uFEFF${parts.map((part) => part.trim()).join('\n\n\n')}\n`.replace(/\n/g, '\r\n')
}

const numerals = '一二三四五'

function title({ description, organisation, madeAt, program, files, bytes, seal }: ReadmeFacts): string {
  return `${description}
${'='.repeat(60)}

单位：${organisation}${seal === null || seal.fonds === '' ? '' : `\n全宗：${seal.fonds} ${seal.fondsName}`}
${seal === null ? '打包时间' : '封存时间'}：${madeAt}（北京时间）
制作程序：${program}
${seal === null ? '' : `年度：${seal.year}，第 ${seal.sequence} 次封存，共 ${seal.reports} 份材料\n`}内容：data 文件夹里 ${files} 个文件，共 ${bytes} 字节

这个文件夹不靠任何专门程序就能看、能查、能验。
请整个文件夹一起保存、一起复制；不要往里添文件，不要改名，不要改动任何文件。`
}

const sealedFiles = `里面有什么

data\\reader.html        用浏览器打开它，可以查找、阅读、打印全部材料。不需要联网。
data\\reports\\           每份材料一个文件夹，以档号命名：
    report.pdf          版式文件，与打印出来的一样，正式文本以它为准
    report.docx         Word 文件，可以在办公软件中打开
    report.ofd          国家标准版式文件（GB/T 33190），有的封存没有
    report.txt          纯文本，任何电脑都能打开
    report.json         材料的全部内容和归档记录，供程序读取
data\\catalogue.csv      归档文件目录，可以用表格软件打开
data\\catalogue.json     同一份目录，供程序读取
data\\log\\               操作日志，每行记一次操作，各行前后相扣
bagit.txt               声明：本文件夹按 BagIt 1.0（RFC 8493）组织
bag-info.txt            标签：单位、年度、字节数
manifest-sha256.txt     清单：data 里每个文件的 SHA-256 值
manifest-sm3.txt        清单：同样的文件，SM3 值（GB/T 32905）
tagmanifest-sha256.txt  清单：data 以外各说明文件的 SHA-256 值
seal.json               封存记录，写着本年度清单的 SHA-256 值和上一次封存的 SHA-256 值
check.cmd、check.sh       校验用的脚本，只调用系统自带的命令
parity\\                 修复用的数据，文件损坏后可以靠它复原（见后）`

const packageFiles = `里面有什么

data\\                   打包的材料
bagit.txt               声明：本文件夹按 BagIt 1.0（RFC 8493）组织
bag-info.txt            标签：单位、字节数
manifest-sha256.txt     清单：data 里每个文件的 SHA-256 值
manifest-sm3.txt        清单：同样的文件，SM3 值（GB/T 32905）
tagmanifest-sha256.txt  清单：data 以外各说明文件的 SHA-256 值
check.cmd、check.sh       校验用的脚本，只调用系统自带的命令
parity\\                 修复用的数据，文件损坏后可以靠它复原（见后）

要把这些材料收进另一台电脑，请用案牍程序导入这个文件夹。`

const byHand = `怎样校验

1. 最简单：Windows 上双击 check.cmd；Linux、macOS 上在这个文件夹里运行
       sh check.sh
   最后一行是 ALL RIGHT，就是每个文件都与制作时一样；
   是 NOT RIGHT，上面几行写着哪个文件 CHANGED（变了）、MISSING（不见了）。
   脚本不查 parity 文件夹；要连它一起查，请用案牍程序。

2. 用案牍程序：
       andu archive verify 本文件夹

3. 一个文件一个文件地验。比如验 bag-info.txt，Windows 上：
       certutil -hashfile bag-info.txt SHA256
   Linux 上：
       sha256sum bag-info.txt
   得到的 64 位数字和字母，应当与清单里这个文件那一行的相同，大小写不论。
   data 里的文件查 manifest-sha256.txt，其他文件（包括 manifest-sha256.txt 本身）查 tagmanifest-sha256.txt。`

function sealWords(seal: NonNullable<ReadmeFacts['seal']>): string {
  return `怎样知道没有人把整个文件夹换掉

封存记录 seal.json 里有 manifest-sha256.txt 的 SHA-256 值，所以 seal.json 的 SHA-256 值管住了全部材料。
它是：
    ${seal.sha256}
由它得出的校验码是：
    ${seal.shortCode}
纸质的备考表和归档文件目录上印着同一个校验码。两边相同，这个文件夹就是当年封存的那一个。
校验码的算法：把上面 64 位十六进制数写成二进制，取前 150 位，每 5 位一个字符，
字符表是 0123456789ABCDEFGHJKMNPQRSTVWXYZ（没有 I、L、O、U），得 30 个字符，每个字符的值是它在表里的位置（从 0 数起）；
再加两个检查字符，按 GF(32)（多项式 x^5+x^2+1）计算：第一个是 30 个值之和（按位异或），
第二个是第 i 个值乘 2 的 i 次方之和（i 从 0 数起）。

上一次封存的 seal.json 的 SHA-256 值是：
    ${seal.previous ?? '（没有，这是第一次封存）'}
各年度就这样一环扣一环。以后的补充和更正另作一次封存，不改动这个文件夹。`
}

const repairWords = `文件坏了怎么办

先复制一份整个文件夹，在复制的那份上做。
    andu archive repair 本文件夹 -o 新文件夹
全部文件分成许多块，每组不超过 100 块，另配五分之一的修复数据。一组里坏掉的不超过五分之一，就能逐字节复原，
坏的可以是材料、清单，也可以是修复数据本身。
超出的部分，程序会说出是哪几个文件；其余文件照样能看。
修复数据防的是介质老化和个别损坏，不防整张光盘丢失：另一套要放在别处。`

const parityWords = `修复数据的算法（供将来重写程序的人）

1. 数据流：把 data 里的全部文件和本文件夹第一层的各文件（parity 除外），按路径的 UTF-8 字节顺序排好，首尾相接。
   次序、起点（offset）、长度（bytes）、SHA-256 值都写在 parity/parity.json 里；parity-copy.json 与它完全相同。
   这个文件以 {"sha256":"…","parity": 开头，以 } 和换行结尾；其中的 sha256 是 "parity": 之后、最后一个 } 之前那一段文字的 SHA-256 值。
2. 分块：数据流切成等长的块，每块 shardBytes 字节，最后一块用 0 补足。块从 0 编号；第 s 块属于第 (s mod groups) 组，是组内第 (s div groups) 块。
   shards 里依次是各块的 SHA-256 值，用它判断哪一块坏了。
3. 一组有 k 块数据（不超过 100）和 m 块修复数据，m 是 k 除以 5 向上取整，至少为 2。
   parity/gGGG-NN.par 是第 GGG 组的第 NN 块修复数据（都从 0 编号）。
4. 运算在 GF(256) 里进行：加法是按位异或，乘法是多项式乘法，模 x^8+x^4+x^3+x^2+1（即 0x11D）。
   第 i 块修复数据的每个字节 = 各 j 之和：系数 c(i,j) 乘以第 j 块数据同一位置的字节，其中 c(i,j) 是 ((k+i) 按位异或 j) 的倒数。
5. 复原：一组里坏了 b 块数据，取 b 块完好的修复数据，列出 b 个方程，解出这 b 块（这个矩阵总是可逆的）。
   解出的块必须与 shards 里的 SHA-256 值相符，拼好的文件必须与清单相符。`

const english = `In English

This folder is a BagIt 1.0 bag (RFC 8493). Payload is below data/, its SHA-256 and SM3 digests are in the manifests, and the reports can
be read with any browser (data/reader.html), PDF or text program. Run check.cmd or "sh check.sh" to check it. The seal is the SHA-256 of
seal.json; each seal names the one before it. parity/ holds Reed-Solomon parity over GF(256), polynomial 0x11D, with the Cauchy matrix
1/((k+i) xor j), over all files outside parity/ in order of their paths; parity.json says how they are cut.`
