import type { MessageText } from './text.ts';

/** Opening a new case. */
export const initMessages = {
  'init.target-not-empty': {
    level: 'error',
    text: '文件夹“{dir}”里已经有内容，没有写入任何文件。',
    expected: '一个还不存在的文件夹，或者空文件夹',
    hint: '请给新案卷另取一个文件夹名，如 案卷/2025；原有内容不会被覆盖。',
  },
  'init.target-is-file': {
    level: 'error',
    text: '“{dir}”是一个文件，不能作为案卷文件夹。',
    expected: '一个还不存在的文件夹，或者空文件夹',
    hint: '请给新案卷另取一个文件夹名。',
  },
} as const satisfies Record<string, MessageText>;
