import type { MessageText } from './text.ts';

/** Print runs, and the calibration of a printer. */
export const printMessages = {
  'calibrate.paper': {
    level: 'error',
    text: '不能在“{actual}”纸上做校准。',
    expected: '长边不小于 230 毫米的纸张：{known}，或者“宽×高”毫米',
    hint: '请用 A4 或更大的纸；小幅面的证书用同一台打印机、同一纸盒的 A4 纸校准。',
  },
  'print.document-unknown': {
    level: 'error',
    text: '没有“{name}”这种可以成批印制的文书。',
    expected: '{known}',
    hint: '最接近的是“{nearest}”；每人一页的文书才能成批印制。',
  },
  'print.nothing': {
    level: 'error',
    text: '“{name}”一页也没有，没有写入任何文件。',
    hint: '请核对名册里的“状态”：证书只发给“最终”的对象。',
  },
  'print.no-stock': {
    level: 'error',
    text: '文书“{name}”没有套打底版。',
    expected: 'stock 文件夹里写明 document: {name} 的底版文件',
    hint: '请照 templates/commendation/stock/certificates.yaml 制作，放进本单位模板文件夹的 commendation/stock，并加 --templates。',
  },
  'print.split': {
    level: 'error',
    text: '“{actual}”不是一种分法。',
    expected: 'district（每区一个文件），或者每个文件的份数，如 100',
    hint: '请改正 --by；不写的全部印在一个文件里。',
  },
  'print.paper': {
    level: 'error',
    text: '“{actual}”不是可用的纸张，或者一张也排不下。',
    expected: '{known}，或者“宽×高”毫米，不小于 {width}×{height}',
    hint: '请改正 --paper，或者减小 --gap。',
  },
} as const satisfies Record<string, MessageText>;
