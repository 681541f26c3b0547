import type { MessageText } from './text.ts';

/** Files of the case that cannot be read as what they should be, and their tables. */
export const caseFileMessages = {
  'case.folder-missing': {
    level: 'error',
    text: '找不到案卷文件夹“{folder}”。',
    expected: '一个含有 case.yaml、会员单位表和 rosters 文件夹的文件夹',
    hint: '请核对路径是否写对；路径中有空格时要加引号。',
  },
  'case.file-missing': {
    level: 'error',
    text: '案卷文件夹里没有 {name}。',
    expected: '{name}',
    hint: '请把该文件放进案卷文件夹，文件名须完全一致；可以照样例案卷 data/shanghai-2024 制作。',
  },
  'case.file-unreadable': {
    level: 'error',
    text: '文件打不开：系统报告 {reason}。',
    hint: '请确认文件没有被其他程序独占，并且您有权读取，然后重试。',
  },
  'case.file-empty': {
    level: 'error',
    text: '文件是空的，没有任何内容。',
    expected: '有内容的文件',
    hint: '请向报送单位重新索取，或从备份中恢复；不需要的文件请从案卷中移走。',
  },
  'case.file-too-large': {
    level: 'error',
    text: '文件展开后约有 {size} MB，超过 {limit} MB 的上限，没有读取。',
    expected: '展开后不超过 {limit} MB',
    hint: '通常是工作表里有大片空白行、空白列或图片：请把真正的内容复制到一张新工作表，另存为新的 .xlsx 文件。',
  },
  'case.sheet-too-wide': {
    level: 'error',
    text: '工作表里有内容的范围达到 {rows} 行 × {columns} 列，超出名册应有的规模，没有读取。',
    expected: '内容集中在工作表左上角',
    hint: '很远的单元格里可能误填了内容：按 Ctrl+End 找到它，删除多余的行和列后保存。',
  },
  'case.file-not-workbook': {
    level: 'error',
    text: '扩展名是 .xlsx，内容却不是 Excel 工作簿。',
    expected: '.xlsx 工作簿',
    hint: '只改扩展名不会改变文件格式：请用 Excel 或 WPS 打开原文件，选“另存为”，类型选“Excel 工作簿（*.xlsx）”。',
  },
  'case.file-old-format': {
    level: 'error',
    text: '这是旧版 Excel（.xls）格式的文件，只是扩展名写成了 .xlsx。',
    expected: '.xlsx 工作簿',
    hint: '请用 Excel 或 WPS 打开它，选“另存为”，类型选“Excel 工作簿（*.xlsx）”。',
  },
  'case.file-encrypted': {
    level: 'error',
    text: '工作簿设有打开密码，无法读取。',
    expected: '没有密码的 .xlsx 工作簿',
    hint: '请用密码打开后取消加密（文件 → 信息 → 保护工作簿 → 用密码进行加密，清空密码），再保存。',
  },
  'case.file-truncated': {
    level: 'error',
    text: '文件不完整：压缩包的结尾缺失，多半是传输或复制时中断了。',
    expected: '完整的 .xlsx 工作簿',
    hint: '请重新复制或请对方重新发送，并核对文件大小与原件一致。',
  },
  'case.workbook-broken': {
    level: 'error',
    text: '工作簿已经损坏，无法读出其中的表格。',
    expected: '能够正常打开的 .xlsx 工作簿',
    hint: '请用 Excel 或 WPS 打开（必要时选“修复”），另存为新的 .xlsx 文件；仍打不开的，请对方重新发送。',
  },
  'case.text-encoding': {
    level: 'error',
    text: '文字编码无法识别：既不是 UTF-8，也不是 GB18030（GBK）。',
    expected: 'UTF-8 或 GB18030',
    hint: '请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”；文本文件请用记事本另存为 UTF-8 编码。',
  },
  'case.csv-broken': {
    level: 'error',
    text: '从这一行起不符合 CSV 格式，多半是引号没有成对。',
    expected: '含逗号、引号或换行的内容用一对英文双引号括起',
    hint: '请不要用记事本手工改 CSV：用 Excel 或 WPS 打开核对后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx。',
  },

  // The table of member units, and the heads of all tables
  'case.members-both': {
    level: 'error',
    text: '同时有 members.csv 和 members.xlsx，无法确定以哪一份为准。',
    expected: '其中一份',
    hint: '请保留正确的一份，把另一份移出案卷文件夹。',
  },
  'case.members-empty': {
    level: 'error',
    text: '会员单位表里一个区也没有。',
    expected: '表头“区、会员单位”，下面每区一行',
    hint: '请按名额分配表的顺序逐行填写；还不清楚会员单位数的，填“-”。',
  },
  'case.members-unconfirmed': {
    level: 'warning',
    text: '{count} 个区的会员单位数沿用上一年，尚未确认：{list}。',
    hint: '请向各区企保协会核实，改好后删去“备注”中的“待确认”；会员单位数决定名额。',
  },
  'case.members-count': {
    level: 'error',
    text: '“{district}”的会员单位数不是数字。',
    expected: '不小于 0 的整数；尚未掌握的填“-”',
    hint: '请只填数字，不带“家”等单位；没有数据时填“-”，不要留空。',
  },
  'case.members-twice': {
    level: 'error',
    text: '“{district}”已在第 {firstRow} 行出现过。',
    expected: '每区一行',
    hint: '请合并或删去重复的一行。',
  },
  'case.column-missing': {
    level: 'error',
    text: '表里没有必填的一列“{column}”。',
    expected: '表头中有“{column}”',
    hint: '请补上这一列，或把写法不同的表头改成“{column}”；表头应占一行，不要合并单元格。',
  },
  'case.column-twice': {
    level: 'error',
    text: '“{column}”一列出现了两次。',
    expected: '每列一次',
    hint: '请核对两列的内容，保留一列，删去另一列。',
  },
  'case.column-unknown': {
    level: 'warning',
    text: '不认识表头“{column}”，这一列没有读取。',
    hint: '如果是写法不同，请改成标准的表头，最接近的是“{nearest}”；如果只是备注，可以不管。',
  },
  'case.column-unnamed': {
    level: 'warning',
    text: '第 {letter} 列有内容，却没有表头，没有读取。',
    expected: '每列都有表头',
    hint: '请给这一列补上表头；如果是 CSV，请检查这一行里是否有未加引号的逗号，使内容串了列。',
  },
} as const satisfies Record<string, MessageText>;
