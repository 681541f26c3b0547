import type { MessageText } from '../message.ts';

export const ruleMessages = {} as const satisfies Record<string, MessageText>;
