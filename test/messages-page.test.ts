import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { messageTexts } from '../src/message.ts';
import type { MessageText } from '../src/messages/text.ts';

interface Script {
  messagesPage(texts: Readonly<Record<string, MessageText>>, folders: readonly string[]): string;
  exampleFolders(): readonly string[];
}

test('docs/messages.md lists every message as it is now; npm run docs brings it up to date', async () => {
  const script = new URL('../scripts/messages.js', import.meta.url).href;
  const { messagesPage, exampleFolders }: Script = await import(script);
  const page = await readFile(new URL('../docs/messages.md', import.meta.url), 'utf8');
  expect(page).toBe(messagesPage(messageTexts, exampleFolders()));
});
