import type { MessageText } from '../message.ts';

export const rosterMessages = {} as const satisfies Record<string, MessageText>;
