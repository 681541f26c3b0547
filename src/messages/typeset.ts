import type { MessageText } from './text.ts';

/** Messages about setting a text as a 公文. */
export const typesetMessages = {
  'typeset.moved-to-imprint': {
    level: 'info',
    text: '第{line}行起的抄送、印发等内容属于版记，已移到最后一面。',
    hint: '版记依 GB/T 9704 第 7.4 条放在公文最后一面，附件在版记之前。',
  },
  'typeset.note-moved': {
    level: 'info',
    text: '第{line}行“{text}”是附注，已移到成文日期下面。',
    hint: '附注依 GB/T 9704 第 7.3.6 条编排在成文日期下一行；如果它是正文，请在末尾加上标点。',
  },
  'typeset.spaces': {
    level: 'info',
    text: '汉字与数字、标点之间以及标题里的空格共 {count} 处没有排出。',
    hint: '公文的汉字与数字之间不空格；填写用的空位请用下划线“＿”。',
  },
  'typeset.cells-merged': {
    level: 'info',
    text: '第{lines}行起的表格中，一些空白单元格已按合并单元格处理。',
    hint: '请核对表格；不对时，用 Word 文件（.docx）处理，合并单元格以它为准。',
  },
  'typeset.head-repeated': {
    level: 'info',
    text: '第{line}行的表头与上一个表格相同，两个表格已接成一个，这一行表头没有另排。',
    hint: '表头在每一面开头自动重复；如果是两个表格，请在它们之间加一行说明。',
  },
  'typeset.no-mark': {
    level: 'info',
    text: '文稿没有发文机关标志，没有套用“{format}”的版头，从标题排起。',
    hint: '需要版头时，在标题前面加上发文机关标志和发文字号，各占一行。',
  },
  'typeset.form-too-long': {
    level: 'warning',
    text: '第{line}行起的表格内容太多，一面放不下，已按普通表格接排。',
    hint: '压缩表格内容，或者把长的文字放在表后作为附页。',
  },
  'typeset.seal-image': {
    level: 'error',
    text: '印章图片“{name}”{reason}。',
    expected: '完好的 PNG（背景透明的为好）或 JPEG 图片',
    hint: '核对 --seal 后面的路径；用看图软件打开它，另存为 PNG，只改扩展名不会改变图片的格式。',
  },
  'typeset.seal-place': {
    level: 'warning',
    text: '正文没有署名，或者有几个署名，没有加盖印章。',
    hint: '单独行文时，在成文日期上一行写发文机关署名；联合行文的印章请打印后逐个加盖。',
  },
  'typeset.overwrites-input': {
    level: 'error',
    text: '输出文件“{file}”就是输入文件，为免覆盖，没有写入。',
    expected: '另一个文件名或者文件夹',
    hint: '用 -o 指定另一个位置。',
  },
  'typeset.write-failed': {
    level: 'error',
    text: '写入“{file}”失败：{reason}。',
    hint: '检查磁盘空间和文件夹权限，关闭正在打开的文件后重试；原有的文件保持原样。',
  },
} as const satisfies Record<string, MessageText>;
