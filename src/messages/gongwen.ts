import type { MessageText } from './text.ts';

/** Messages about reading a text that somebody has written, and about what was recognised in it. */
export const gongwenMessages = {
  'gongwen.file-missing': {
    level: 'error',
    text: '找不到文件“{name}”。',
    hint: '核对路径和文件名；路径中有空格时，把整个路径放在引号里。',
  },
  'gongwen.file-unreadable': {
    level: 'error',
    text: '文件打不开：{reason}。',
    hint: '确认它是文件而不是文件夹，没有被其他程序独占，并且您有权读取，然后重试。',
  },
  'gongwen.file-empty': {
    level: 'error',
    text: '文件里没有文字。',
    expected: '有正文的 .txt、.md 或 .docx 文件',
    hint: '如果内容是图片或扫描件，请先转成文字再处理。',
  },
  'gongwen.file-too-large': {
    level: 'error',
    text: '文件约有 {size} MB，超过 {limit} MB 的上限，没有读取。',
    expected: '不超过 {limit} MB',
    hint: '公文的文字不会这么大：请确认选对了文件，或者删去其中的图片后重试。',
  },
  'gongwen.file-encoding': {
    level: 'error',
    text: '文件不是可以识别的文本：既不是 UTF-8，也不是 GB18030（GBK）编码。',
    expected: 'UTF-8 或 GB18030 编码的文本',
    hint: '用记事本或 WPS 打开，选“另存为”，编码选 UTF-8，再处理保存出来的文件。',
  },
  'gongwen.file-old-doc': {
    level: 'error',
    text: '这是旧版 Word（.doc）或 WPS 格式的文件，不能直接读取。',
    expected: '.docx 文件',
    hint: '用 Word 或 WPS 打开它，选“另存为”，类型选“Word 文档（*.docx）”，再处理保存出来的文件。',
  },
  'gongwen.file-type': {
    level: 'error',
    text: '不能读取这种文件（{ending}）。',
    expected: '.txt、.md 或 .docx 文件',
    hint: '把文字另存为 .docx 或 .txt 文件后重试。',
  },
  'gongwen.file-damaged': {
    level: 'error',
    text: '扩展名是 .docx，内容却不是完整的 Word 文档。',
    expected: '完整的、没有密码的 .docx 文件',
    hint: '用 Word 或 WPS 打开原文件，取消打开密码，选“另存为”，类型选“Word 文档（*.docx）”；打不开时请重新索取。',
  },
  'gongwen.word-left-out': {
    level: 'warning',
    text: 'Word 文件里的{what}没有带入。',
    hint: '页码由排版自动生成，不必带入；其他内容如果属于正文，请移到正文中再处理。',
  },
  'gongwen.numbering-added': {
    level: 'info',
    text: 'Word 自动编号 {count} 处已换成文字，第一处是“{number}”。',
    hint: '请核对编号是否与 Word 中显示的一致。',
  },
  'gongwen.numbering-lost': {
    level: 'warning',
    text: '这一段在 Word 中有自动编号，编号格式“{format}”不能换成文字，编号没有带入。',
    hint: '请在 Word 中改为手工输入的编号后重试。',
  },
  'gongwen.word-revisions': {
    level: 'warning',
    text: 'Word 文件里有修订痕迹，已按全部接受后的文字处理。',
    hint: '请先在 Word 中逐条接受或拒绝修订，再处理。',
  },
  'gongwen.control-characters': {
    level: 'warning',
    text: '文件里有 {count} 个不能显示的控制字符，已去掉。',
    hint: '通常来自其他程序的复制；请核对前后的文字是否完整。',
  },
  'gongwen.boxes': {
    level: 'info',
    text: '网页或 Markdown 的复选框共 {count} 行，已改为“□”或“☑”。',
    hint: '请核对勾选是否正确。',
  },
  'gongwen.mark-removed': {
    level: 'info',
    text: '行首的“{mark}”是列表记号，不是文字，已去掉。',
    hint: '如果它是文字，请改用中文的破折号“——”或序号。',
  },
  'gongwen.markup-removed': {
    level: 'info',
    text: 'Markdown 的记号共 {count} 处（加粗、链接、分隔线等）已去掉，文字不变。',
    hint: '公文的字体由排版决定；请核对去掉记号后的文字。',
  },
  'gongwen.table-apart': {
    level: 'warning',
    text: '第{line}行到第{last}行看来是从 Word 复制出来、被拆成一行一格的表格，已还原为 {rows} 行 {columns} 列。',
    hint: '请核对表格；不对时，在 Word 中重新复制表格，或者直接处理 .docx 文件。',
  },
  'gongwen.line-broken': {
    level: 'warning',
    text: '第{before}行与第{after}行看来是同一段，中间被断开，已接成一段。',
    hint: '如果本来是两段，请在前一段末尾加上标点。',
  },
  'gongwen.title-joined': {
    level: 'info',
    text: '第{line}行到第{last}行认作一个标题：{title}',
    hint: '如果标题到前一行为止，请在标题下面加主送机关，或者用 Markdown 的“# ”标出标题。',
  },
  'gongwen.mark-assumed': {
    level: 'info',
    text: '第{line}行认作发文机关标志，没有并入标题：{organ}',
    hint: '如果它是标题的第一行，请删去它与下一行之间的空行；如果是标志，请在它下面写上发文字号。',
  },
  'gongwen.no-title': {
    level: 'warning',
    text: '没有找到标题，全文作为正文处理。',
    expected: '开头有单独成行、末尾没有标点的标题',
    hint: '把标题放在正文前面单独一行，末尾不加标点；也可以用 Markdown 的“# ”标出。',
  },
  'gongwen.inner-text': {
    level: 'info',
    text: '从第{line}行起认作随文印发的另一份文稿，另面编排：{title}',
    hint: '如果它仍是正文，请把它移到成文日期前面；如果它是附件，请在它前面加一行“附件1”。',
  },
} as const satisfies Record<string, MessageText>;
