import type { MessageText } from './text.ts';

export const rosterMessages = {
  // Files and sheets
  'roster.none': {
    level: 'warning',
    text: '还没有名册：rosters 文件夹不存在，或者里面没有文件。',
    hint: '收到各区、各单位的名册后放进 rosters 文件夹，再运行一次；现在只能生成不含名单的文件。',
  },
  'roster.file-type': {
    level: 'error',
    text: '名册“{name}”不是 .xlsx 或 .csv 文件，没有读取。',
    expected: '.xlsx 或 .csv 文件，直接放在 rosters 文件夹下',
    hint: '请用 Excel 或 WPS 打开它，选“另存为”，类型选“Excel 工作簿（*.xlsx）”；PDF 和图片请对方提供原表；与名册无关的请移走。',
  },
  'roster.file-name': {
    level: 'error',
    text: '从文件名“{name}”看不出是哪一类名册。',
    expected: '如 {nearest}.csv 或 浦东-{nearest}.csv',
    hint: 'CSV 文件的名称就是类别：先进单位、先进保卫部门、先进治安责任人、先进保卫干部，前面可以加“区名-”。',
  },
  'roster.sheet-missing': {
    level: 'error',
    text: '工作簿里没有一张名册工作表。',
    expected: '先进单位、先进保卫部门、先进治安责任人、先进保卫干部中的至少一张',
    hint: '请把工作表标签改成上述类别的名称，一字不差；不需要的文件请移出 rosters 文件夹。',
  },
  'roster.sheet-unknown': {
    level: 'warning',
    text: '不认识工作表“{sheet}”，没有读取。',
    hint: '如果是名册，请把标签改成类别的名称，最接近的是“{nearest}”；如果只是说明，可以改名为“说明”。',
  },
  'roster.same-sheet': {
    level: 'error',
    text: '“{category}”名册与 {other} 中的完全相同，同一份名册放了两次。',
    expected: '每份名册一次',
    hint: '请核对两个文件，保留最新的一份，把另一份移出 rosters 文件夹。',
  },

  // Cells
  'roster.cell-required': {
    level: 'error',
    text: '必填的“{column}”是空的。',
    expected: '填写内容',
    hint: '请补填；如果用了合并单元格，请取消合并并逐行填写。',
  },
  'roster.cell-error': {
    level: 'error',
    text: '“{column}”里是一个出错的公式。',
    expected: '填好的内容',
    hint: '请改正公式，或直接填入内容；从别的表引用的，请“选择性粘贴 → 数值”。',
  },
  'roster.cell-too-long': {
    level: 'error',
    text: '“{column}”有 {length} 个字符，超过一个单元格能存的 {limit} 个，没有读取。',
    expected: '不超过 {limit} 个字符',
    hint: '可能误粘贴了整篇文档：请把内容改短；详细材料另附，不放在表里。',
  },
  'roster.choice': {
    level: 'error',
    text: '“{column}”填的内容不在可选范围内。',
    hint: '请改为其中之一，不加其他文字。',
  },
  'roster.district-unknown': {
    level: 'error',
    text: '“{district}”不在会员单位表的各区之中。',
    expected: '会员单位表中的区名',
    hint: '名称须与会员单位表的“区”一列一致，最接近的是“{nearest}”；确属新增的，请先补进会员单位表。',
  },
  'roster.count': {
    level: 'error',
    text: '“{column}”应当是不小于 0 的整数。',
    expected: '不小于 0 的整数',
    hint: '请只填数字，不带“人”等单位、逗号和其他文字；没有数据的可以留空。',
  },
  'roster.score': {
    level: 'error',
    text: '“{column}”应当是不小于 0 的分数。',
    expected: '不小于 0 的数，如 92 或 92.5',
    hint: '请只填数字，不带“分”字和其他文字；没有评分的可以留空。',
  },
  'roster.birth': {
    level: 'error',
    text: '“出生年月”看不懂，或者没有这样的年月。',
    expected: '如 1975-03 或 1975年3月',
    hint: '请写成四位年份加两位月份，如 1975-03；“1975.1”会与 1975.10 混淆，请写成 1975-01 或 1975-10。',
  },
  'roster.day': {
    level: 'error',
    text: '“{column}”看不懂，或者没有这样的日期。',
    expected: '如 2024-12-20',
    hint: '请写成年-月-日，如 2024-12-20。',
  },
  'roster.withdrawn-reason': {
    level: 'error',
    text: '状态为“撤回”，但没有写撤回原因。',
    hint: '请在“撤回原因”中写明原因；没有撤回的，请改正“状态”。',
  },
  'roster.identifier-number': {
    level: 'error',
    text: '“{column}”被存成了数字，后几位可能已经丢失。',
    expected: '文本格式的号码',
    hint: '请把整列的单元格格式设为“文本”，再照原件重新输入这个号码；只改格式不重输，丢失的位数不会回来。',
  },
} as const satisfies Record<string, MessageText>;
