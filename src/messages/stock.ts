import type { MessageText } from './text.ts';

/** Overprinting on pre-printed stock, whose files an office edits. */
export const stockMessages = {
  'stock.document-unknown': {
    level: 'error',
    text: '文书“{document}”不能套打。',
    expected: '{known}',
    hint: '请改正 document，最接近的是“{nearest}”。',
  },
  'stock.document-twice': {
    level: 'error',
    text: '文书“{document}”有两个套打底版，无法确定用哪一个。',
    expected: '每种文书一个底版',
    hint: '请保留在用的一个，把另一个移出 stock 文件夹；与内置底版文件名相同的，自动代替内置的。',
  },
  'stock.field-unknown': {
    level: 'error',
    text: '没有“{field}”这个字段。',
    expected: '{known}',
    hint: '最接近的是“{nearest}”；字段写在花括号里，含义见 docs/fields.md。',
  },
  'stock.paper': {
    level: 'error',
    text: '不认识纸张“{actual}”。',
    expected: '{known}，或者“宽×高”毫米，如 390×270',
    hint: '请量出底版的宽和高，以毫米填写。',
  },
  'stock.size': {
    level: 'error',
    text: '字号“{actual}”不在可用的范围内。',
    expected: '4 到 200 磅',
    hint: '常用的：二号 22、小二 18、三号 16、四号 14、小四 12、五号 10.5。',
  },
  'stock.outside': {
    level: 'error',
    text: '文字的位置超出了纸张（宽 {width} 毫米，高 {height} 毫米）。',
    expected: 'left + width、top + height 不超过纸张的宽、高',
    hint: '请从底版的左上角量起，以毫米填写；orientation 是否写对也请核对。',
  },
  'stock.scan-missing': {
    level: 'error',
    text: '找不到底版的扫描图“{name}”。',
    expected: '与底版文件放在同一文件夹的 JPEG 或 PNG 图片',
    hint: '请核对文件名和扩展名；不需要校样的，把 scan 空着。',
  },
  'stock.scan-format': {
    level: 'error',
    text: '底版的扫描图“{name}”不是可用的图片。',
    expected: 'JPEG，或没有透明部分的灰度、彩色 PNG',
    hint: '请用画图等软件打开，另存为 JPEG。',
  },
  'stock.too-long': {
    level: 'error',
    text: '套打的文字“{what}”太长：缩小到 {size} 磅仍有 {lines} 行，放不进底版上的位置。',
    hint: '请在底版文件中放宽 width、height，或者减小 smallest；也可以在名册中改用规范的简称。',
  },
} as const satisfies Record<string, MessageText>;
