import type { MessageText } from './text.ts';

export const fontMessages = {
  'font.stand-in': {
    level: 'info',
    text: '这台电脑上没有找到公文常用的字体，暂用免费字体代替：{standIns}。',
    hint: '要得到标准字形，请把字体（如方正小标宋简体、仿宋_GB2312）装进系统，或放进一个文件夹后用 --fonts 指明。',
  },
  'font.not-found': {
    level: 'error',
    text: '找不到字体“{path}”（{slot}）。',
    expected: '存在的字体文件或文件夹',
    hint: '请核对路径；字体文件的扩展名是 .ttf、.otf、.ttc 或 .woff。',
  },
  'font.unreadable': {
    level: 'error',
    text: '字体文件“{path}”打不开：不是字体，或已损坏。',
    expected: '.ttf、.otf、.ttc 或 .woff 字体文件',
    hint: '请换一个完好的字体文件，或把它从文件夹中移走。',
  },
  'font.none-in-folder': {
    level: 'error',
    text: '文件夹“{path}”里没有认得出的字体（{slot}）。',
    expected: '文件名或字体名带有小标宋、仿宋、楷体、黑体、宋体的字体文件',
    hint: '请把字体文件放进这个文件夹，或在 case.yaml 的 fonts 中逐个写明文件。',
  },
  'font.glyph-missing': {
    level: 'error',
    text: '“{text}”中的“{character}”（{code}）在所有字体里都没有字形，印不出来。',
    hint: '请核对这个字是否录错；确需此字的，请用 --fonts 指明一个收有此字的字体。',
  },
} as const satisfies Record<string, MessageText>;
