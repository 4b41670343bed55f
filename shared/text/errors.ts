/**
 * What the clerk reads for every error code (SPEC ERR-1): what was found, then what to do. A place
 * `{fileName,name|该文件}` is filled from the first of these details of the error; the words after the bar stand in where there is none.
 */
export const errorTexts = {
  diskFull: { found: '磁盘“{drive|所在磁盘}”空间不足，没有写完。', advice: '请删除不用的文件或换一个位置，再试一次。原有文件没有改动。' },
  diskReadOnly: { found: '“{folder|该位置}”只能读，不能写。', advice: '请换一个可以写入的文件夹（如“文档”或桌面），或取下 U 盘的写保护。' },
  diskGone: { found: '找不到“{folder|该位置}”所在的磁盘，可能已被拔出或断开。', advice: '请重新接好磁盘后再试一次。' },
  diskFaulty: { found: '磁盘读写出错，“{fileName,name|该文件}”没有写成。', advice: '请把材料另存到别的磁盘，并请管理员检查这块磁盘。' },
  accessDenied: { found: '没有权限访问“{fileName,name|该文件}”。', advice: '请换一个自己有权限的文件夹，或请管理员开放权限。' },
  fileBusy: { found: '“{fileName,name|该文件}”正被别的程序打开。', advice: '请先在 Word 或 WPS 中关闭它，再试一次。原有文件没有改动。' },
  tooManyFiles: { found: '系统同时打开的文件太多。', advice: '请关闭一些程序后再试一次。' },
  fileNotFound: { found: '找不到文件“{fileName,name|该文件}”。', advice: '请检查文件名和位置；它可能已被移动、改名或删除。' },
  notAFile: { found: '“{fileName,name|该位置}”是设备或管道，不是文件。', advice: '请先把内容存成文件，再选这个文件。' },
  pathIsFolder: { found: '“{fileName,name|该位置}”是一个文件夹，不是文件。', advice: '请选定其中的一个文件，或换一个文件名。' },
  folderNotFound: { found: '找不到文件夹“{folder|该文件夹}”。', advice: '请先建立这个文件夹，或换一个已有的文件夹。' },

  saveConflict: { found: '这份材料已在别处保存过更新的内容。', advice: '两份内容都已保留，请打开历史版本核对后选用。' },
  reportDamaged: { found: '这份材料最新的存档已损坏，已原样移到隔离区。', advice: '已打开上一个完好的版本，请核对最后改动的几处。' },
  reportUnreadable: { found: '这份材料的存档全部无法读取。', advice: '文件已原样保留在数据文件夹中，请勿删除，并请管理员查看。' },
  reportNewer: { found: '这份材料由更新版本的程序保存，本版本不能打开，也没有改动它。', advice: '请升级程序后再打开。' },
  reportNotFound: { found: '没有找到这份材料{id|}。', advice: '它可能已被移走；请回到书架再选一次。' },
  reportInvalid: { found: '这份材料的内容不完整，没有保存。', advice: '请撤销最近一步后再试；仍不行时请复制全文另存，并把日志交给管理员。' },
  folderNewer: { found: '数据文件夹由更新版本的程序建立，本版本不能使用，也没有改动它。', advice: '请升级程序，或用 --data 指定另一个数据文件夹。' },
  folderInUse: { found: '另一个程序也打开了这个数据文件夹。', advice: '可以继续写；两边同时改同一份材料时，两份都会留下。最好先关掉其中一个。' },
  versionNotFound: { found: '这一版（第 {generation|某} 版）已经不在，或者已损坏，打不开。', advice: '请另选一个版本；其他版本没有受影响。' },

  operationPending: { found: '磁盘出错，这一步做到一半停下了。', advice: '请检查磁盘，再重新打开程序：到时会自动做完，或者全部退回，不会只做一半。' },
  operationFinished: { found: '上次退出时有操作没有做完：{what|一项操作}。现在已经补做完成。', advice: '请到相应的地方看一下结果。' },
  operationUndone: { found: '上次退出时有操作没有做成：{what|一项操作}。现在已经全部退回，没有留下半成品。', advice: '需要的话，请重新做一次。' },
  operationUnreadable: { found: '上次退出时有操作没有做完：{what|一项操作}，它的记录已损坏，无法自动补做。', advice: '记录已原样移到隔离区，请管理员查看数据文件夹。' },

  reportFiled: { found: '这份材料已经归档，不能再改。', advice: '确需修改，请用“更正”新建一份。' },
  notFinal: { found: '这份材料还不是定稿，不能归档。', advice: '请先把状态改为“定稿”，再归档。' },
  alreadyFiled: { found: '这份材料已经归档过了。', advice: '请到“归档”里按年度查看。' },
  reportTrashed: { found: '这份材料在回收站里。', advice: '请先还原，再打开。' },
  changedMeanwhile: { found: '这份材料之后又改过，没有动它。', advice: '请打开它核对，再单独处理。' },
  logIncomplete: { found: '有一笔操作没能记入操作记录，操作本身已经完成。', advice: '请检查磁盘空间，并请管理员查看数据文件夹。' },
  alreadyNumbered: { found: '这份材料已有档号，不能再编。', advice: '档号一经编定不再改动；确需调整，请用“更正”新建一份。' },
  fondsMissing: { found: '还没有填写全宗号，编不了档号。', advice: '请先在“设置”里填写档案馆给本单位的全宗号。' },
  nothingToSeal: { found: '{year|这个}年度还没有归档的材料，没有可封存的。', advice: '请先把定稿的材料归档，再封存。' },
  alreadySealed: { found: '{year|这个}年度归档的材料都已封存，没有新的。', advice: '以后再有归档或更正，会另封一个续包，原来的不动。' },
  reportSealed: { found: '这份材料已经封存，不能再改编号。', advice: '确需调整，请用“更正”新建一份，封入续包。' },
  filedDamaged: { found: '“{title|一份材料}”与归档时不一致，没有封存。', advice: '请先用备份恢复这份材料，再封存；其他材料没有受影响。' },
  sealsDamaged: { found: '封存记录第 {number|某} 条缺失或已损坏，没有封存。', advice: '请用备份恢复数据文件夹里的 archive/seals，再试一次。' },
  copyDiffers: { found: '复制到“{folder|该位置}”的内容重读后不一致，已经删掉这份拷贝。', advice: '请换一个 U 盘或光盘再试，原来的封存档案没有受影响。' },
  fontsMissing: { found: '这台电脑上没有找到可用的中文字体，文件没有写出。', advice: '请安装仿宋、黑体、楷体、宋体和小标宋字体，再导出。' },
  nothingNumbered: { found: '这一年还没有编了档号的归档文件，打印不出这份表。', advice: '请先在“设置”的“归档”里填写全宗号，再归档材料。' },
  nothingToExport: { found: '这份材料还没有内容，没有可导出的文字。', advice: '请先写上标题或正文，再导出。' },

  formatUnknown: { found: '“{fileName,name|该文件}”不是材料文件{kind|}，认不出格式。', advice: '请在 Word 或 WPS 中打开后另存为 .docx，或复制全文后用“新建”里的“粘贴全文”。' },
  formatNotYet: { found: '“{fileName,name|该文件}”是{kind|另一种格式的文件}，本版本还不能导入。', advice: '请在 Word 或 WPS 中另存为 .docx，或复制全文后用“新建”里的“粘贴全文”。' },
  formatOther: { found: '“{fileName,name|该文件}”是{kind|另一类文件}，不是 Word、WPS 文字材料。', advice: '请选文字材料；压缩包请先解压，表格和演示文稿请打开后复制需要的内容，粘贴到材料中。' },
  fileTooLarge: { found: '“{fileName,name|该文件}”太大，超过了 {limit,megabytes|20} MB 的上限。', advice: '请确认选对了文件；确为材料的，请分成几份再导入。' },
  fileEmpty: { found: '“{fileName,name|该文件}”里没有文字。', advice: '请确认选对了文件，或打开原文件重新保存后再导入。' },
  wordExpected: { found: '“{fileName,name|该文件}”不是能读的 Word 文件（.docx）。', advice: '请选改过的 Word 文件；.doc、.wps 请先在 Word 或 WPS 中另存为 .docx。' },
  encodingUnknown: { found: '认不出“{fileName,name|该文件}”的文字编码{kind|}。', advice: '请用记事本打开，另存为 UTF-8 编码后再导入。' },

  pictureUnknown: { found: '“{fileName,name|该文件}”不是能插入的图片。', advice: '请用 PNG 或 JPG 图片；其他格式请先用“画图”等程序另存为 PNG。' },
  pictureTooLarge: { found: '“{fileName,name|该文件}”太大，一边有 {pixels|许多} 个像素，超过了 {limit|12000}。', advice: '请先用“画图”等程序把图片缩小，再插入。' },
  printerMissing: { found: '这台电脑没有安装打印机。', advice: '请装好打印机再打印，或者导出 PDF、Word 到能打印的电脑上打印。' },
  printFailed: { found: '没有打印成功。', advice: '请检查打印机是否开机、有纸，再打印一次。' },
  pictureMissing: { found: '图片找不到或已损坏。', advice: '请在正文里删掉它，重新插入原图。' },
  phrasesDamaged: { found: '素材库最新的存档已损坏，已原样移到隔离区。', advice: '已打开上一个完好的版本，最近加入的几条请核对。' },
  phrasesUnreadable: { found: '素材库的存档全部无法读取，文件已原样保留在数据文件夹中。', advice: '现在显示的是程序自带的素材；请勿删除那些文件，并请管理员查看。' },
  phrasesNewer: { found: '素材库由更新版本的程序保存，本版本不能打开，也没有改动它。', advice: '请升级程序后再使用素材。' },
  phraseTooLong: { found: '“{fileName,name|该文件}”第 {line|某} 行超过 {limit|500} 字，不像素材文件，没有导入。', advice: '请一行写一条素材，类别单独写一行【类别】，再导入一次。' },
  templateUnknown: { found: '“{fileName,name|该文件}”不是案牍的模板文件，没有导入。', advice: '请选同事用“导出模板”存出来的文件；普通材料请用“新建”里的“导入文件”。' },
  templateNewer: { found: '“{fileName,name|该文件}”是更新版本的程序导出的模板，本版本不能导入。', advice: '请升级程序后再导入。' },
  fileEncrypted: { found: '“{fileName,name|该文件}”设有打开密码。', advice: '请在 Word 或 WPS 中打开，取消密码后另存，再选这个文件。' },
  fileDamaged: { found: '“{fileName,name|该文件}”已损坏或没有下载完整，读不出内容。', advice: '请在 Word 或 WPS 中打开检查，另存为新文件后再试。' },
  fileUnsafe: { found: '“{fileName,name|该文件}”的内部结构异常，为安全起见没有读取。', advice: '请确认来源可靠，在 Word 中打开后复制全文，用“新建”里的“粘贴全文”。' },
  fileTooLong: { found: '“{fileName,name|该文件}”太长，超过了 200 万字、5 万段或 20 万个单元格的上限。', advice: '请确认选对了文件；确为材料的，请在 Word 或 WPS 中分成几份再导入。' },
  worksFile: { found: '“{fileName,name|该文件}”是 Microsoft Works 文件，不是 WPS 文字，读不了。', advice: '请用 Word 打开后另存为 .docx，再选新文件。' },
  oldWordFile: { found: '“{fileName,name|该文件}”是 Word 6.0 以前的旧格式，读不了。', advice: '请在 Word 或 WPS 中打开，另存为 .docx 后再选新文件。' },
  pdfWithoutText: { found: '“{fileName,name|该文件}”里没有可以取出的文字，多半是扫描件或图片。', advice: '请改用原来的 Word 文件；只有纸质件的，请先用扫描软件识别成文字。' },
  imageFile: { found: '“{fileName,name|该文件}”是图片，里面的字取不出来。', advice: '请先用扫描软件识别成文字再导入；要作插图的，请在正文中用“插入图片”。' },
  readTooSlow: { found: '“{fileName,name|该文件}”读了 {seconds|15} 秒还没有读完，已停止。', advice: '请在 Word 或 WPS 中打开，另存为 .docx 后再试；原文件没有改动。' },
  readTooHungry: { found: '“{fileName,name|该文件}”读取时占用内存过多，已停止。', advice: '请在 Word 或 WPS 中打开，删去大图片后另存为 .docx 再试；原文件没有改动。' },
  readBroken: { found: '“{fileName,name|该文件}”读到一半出错，已停止。', advice: '请在 Word 或 WPS 中打开，另存为 .docx 后再试；原文件没有改动。' },
  fileChanged: { found: '“{name|该文件}”核对以后又改过，没有导入。', advice: '请再读一次这个文件夹，核对后再导入。' },

  backupPlaceGone: { found: '找不到备份位置“{folder|该位置}”，可能已被拔出、断开或移走。', advice: '请重新接好磁盘后再试，或在“设置—备份”里另选一个位置。数据文件夹不受影响。' },
  backupPlaceTaken: { found: '这个位置已有另一个数据文件夹的备份。', advice: '请换一个文件夹存放备份；原有备份没有改动。' },
  backupPlaceInside: { found: '备份位置“{folder|该位置}”与数据文件夹互相包含。', advice: '请选另一块磁盘、U 盘或共享文件夹。' },
  backupMissing: { found: '“{folder|该位置}”里没有案牍的备份。', advice: '请选存放备份的那个位置（其中有 andu-backup 文件夹）；首次备份请先在“设置—备份”里选定位置。' },
  backupDamaged: { found: '备份的清单（第 {number|某} 次）读不出来或已损坏。', advice: '请另选一次备份；其他各次没有受影响。' },
  folderNotEmpty: { found: '文件夹“{folder|该文件夹}”已经存在，里面有文件。', advice: '请写一个还不存在的文件夹名；原有文件没有改动。' },
  packageUnknown: { found: '“{folder,name|该位置}”不是案牍打的包。', advice: '请选“打包”得到的文件夹或 .zip 文件；普通材料请用“导入文件”。' },
  packageUnsafe: { found: '“{folder,name|该文件}”的内部结构不合规定（{rule|}），为安全起见没有读取。', advice: '请确认来源可靠，请对方用案牍重新打包。本机内容没有改动。' },
  packageDamaged: { found: '包已损坏：{count|若干}个文件缺失或与清单不符（如“{name|}”），没有导入。', advice: '请重新复制一次；仍不行时请对方重新打包。本机内容没有改动。' },
  packageNewer: { found: '这个包由更新版本的程序打成，本版本不能导入。', advice: '请升级程序后再导入；本机内容没有改动。' },
  packageEmpty: { found: '没有可以打包的材料。', advice: '请另选年度或材料；回收站里的材料不打包。' },
  cancelled: { found: '已按要求停下，没有做完。', advice: '原有文件没有改动；需要时请再做一次。' },
  folderLocked: { found: '数据文件夹设有口令，还没有打开。', advice: '请先输入口令；命令行请设环境变量 ANDU_PASSPHRASE，或在终端里输入。' },
  passphraseWrong: { found: '口令不对。', advice: '请检查大小写和输入法后再试；忘了口令可以用恢复密钥。' },
  recoveryKeyWrong: { found: '恢复密钥不对。', advice: '请对照纸上的九组字符逐个检查后再试。' },
  fileLocked: { found: '这个文件是用另一个口令加密的，现在的口令打不开；文件没有改动。', advice: '请勿删除它；它若来自另一个数据文件夹，请放回原处再打开。' },
  lockDamaged: { found: '数据文件夹的口令文件损坏，两份都读不出来；材料没有改动。', advice: '请从备份里取回数据文件夹中的 lock 文件夹，放回原处再打开。' },
  lockDrillFailed: { found: '试写的文件没有原样打开，口令没有启用，材料没有改动。', advice: '请检查这块磁盘，换一个位置再试。' },
  lockBusy: { found: '正在给全部文件加密或解密，这一步现在不能做。', advice: '请等它做完再试；期间可以照常写材料。' },
  lockUnchanged: { found: '口令的状态已经变了，这一步没有做。', advice: '请重新打开“设置”里的“口令保护”看一看。' },

  requestMalformed: { found: '窗口发来的请求不合规定，已被拒绝。', advice: '请重新打开程序；再次出现时请把日志交给管理员。' },
  senderRefused: { found: '请求不是由本程序的窗口发出，已被拒绝。', advice: '请关闭程序后重新打开。' },

  internal: { found: '程序内部出错，这一步没有完成。', advice: '已保存的内容不受影响；请重试，再次出现时请把日志交给管理员。' },
} as const

type Details = Readonly<Record<string, string | number>>

/** The message of an error with its places filled. An unknown code reads like a fault of our own. */
export function errorMessage(error: { readonly code: string; readonly detail?: Details | undefined }): { readonly found: string; readonly advice: string } {
  const texts = error.code in errorTexts ? errorTexts[error.code as keyof typeof errorTexts] : errorTexts.internal
  return { found: fillPlaces(texts.found, error.detail), advice: fillPlaces(texts.advice, error.detail) }
}

/** Control characters, ends of lines and marks that turn the direction of writing, as names of files may have them. */
const unwritten = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/** A text from outside as a part of one line; what would end the line, or play with the terminal, is a blank. */
export function oneLine(text: string): string {
  return text.replace(unwritten, ' ')
}

/** Fills every `{key|otherwise}` of a text; of several keys with commas between them, the first that has a detail, as {@link oneLine}. */
export function fillPlaces(text: string, detail: Details | undefined): string {
  return text.replace(/\{([\w,]+)\|([^}]*)\}/g, (_, keys: string, otherwise: string) => {
    const key = keys.split(',').find((each) => detail?.[each] !== undefined && detail[each] !== '')
    return key === undefined ? otherwise : oneLine(String(detail?.[key]))
  })
}
