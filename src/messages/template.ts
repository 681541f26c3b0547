import type { MessageText } from '../message.ts';

export const templateMessages = {} as const satisfies Record<string, MessageText>;
