import type { MessageText } from './text.ts';

/** Measuring the pages of an official document. */
export const measureMessages = {
  'measure.broken': {
    level: 'error',
    text: 'GB/T 9704 的规定有 {count} 项没有做到，见下表。',
    expected: '标准规定的各项都做到',
    hint: '请按表中“应为”和“量得”改正版式后再量一次；同一项有多处的，表中写的是相差最大的一处。',
  },
  'measure.unknown-type': {
    level: 'error',
    text: '不能测量这种文件（{extension}）。',
    expected: '.pdf 或 .docx 文件',
    hint: '请在 Word 或 WPS 中另存为“Word 文档（*.docx）”，或导出为 PDF。',
  },
  'measure.unreadable': {
    level: 'error',
    text: '文件无法打开：{reason}。',
    hint: '请检查文件名和路径是否正确，文件是否正被其他程序占用。',
  },
  'measure.not-a-pdf': {
    level: 'error',
    text: '文件的扩展名是 .pdf，内容却不是完整的 PDF。',
    expected: '完整的 PDF 文件',
    hint: '请重新导出或重新取得这个文件；是图片或其他文档改了扩展名的，请用原来的程序导出为 PDF。',
  },
  'measure.encrypted': {
    level: 'error',
    text: 'PDF 设有打开密码，无法测量。',
    expected: '不设打开密码的 PDF',
    hint: '请取消密码后另存一份，或者测量原来的 Word 文件。',
  },
  'measure.no-text': {
    level: 'error',
    text: 'PDF 中没有文字，可能是扫描件，无法测量。',
    expected: '由 Word、WPS 或本工具导出的 PDF',
    hint: '请测量原来的 Word 文件，或由它导出的 PDF。',
  },
  'measure.office-missing': {
    level: 'error',
    text: '测量 DOCX 要先由 LibreOffice 排出版面，这台电脑上没有找到它。',
    expected: '已安装 LibreOffice',
    hint: '请安装 LibreOffice，或用 --office 指明它的程序 soffice 的路径；也可以在 Word 或 WPS 中导出 PDF，再测量 PDF。',
  },
  'measure.office-failed': {
    level: 'error',
    text: 'LibreOffice 没有排出版面：{reason}。',
    expected: '能正常打开的 .docx 文件',
    hint: '请用 Word 或 WPS 打开这个文件，确认没有损坏，另存一份再试；也可以导出 PDF，再测量 PDF。',
  },
} as const satisfies Record<string, MessageText>;
