import { proofFormMessages } from './proof-form.ts';
import { proofLanguageMessages } from './proof-language.ts';
import type { MessageText } from './text.ts';

/**
 * Proofreading of official texts. Every hint ends with the clause and its strength; only what a standard lays down
 * (规定) is an error.
 */
export const proofMessages = {
  ...proofFormMessages,
  ...proofLanguageMessages,
  'proof.fix-word-file': {
    level: 'warning',
    text: '{file} 是 Word 文件，--fix 只改纯文本和 Markdown，没有写出改正稿。',
    hint: '请按列出的问题在 Word 中修改，或者另存为 .txt 后再运行。',
  },
  'proof.fix-same-file': {
    level: 'error',
    text: '改正稿不能写到原文件 {file}。',
    hint: '请用 -o 另写一个文件名，或者不写 -o，改正稿存为“原名-fixed”。',
  },
} as const satisfies Record<string, MessageText>;
