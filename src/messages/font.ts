import type { MessageText } from '../message.ts';

export const fontMessages = {} as const satisfies Record<string, MessageText>;
