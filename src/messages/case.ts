import type { MessageText } from '../message.ts';

export const caseMessages = {} as const satisfies Record<string, MessageText>;
