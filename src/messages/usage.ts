import type { MessageText } from '../message.ts';

export const usageMessages = {} as const satisfies Record<string, MessageText>;
