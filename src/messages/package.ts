import type { MessageText } from '../message.ts';

export const packageMessages = {} as const satisfies Record<string, MessageText>;
