import { join } from 'node:path';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { inputFile, listFolder, readInput } from './files.ts';
import { readXlsx } from './read-xlsx.ts';
import { readScoreForm } from './score-form.ts';
import { isBlankSheet } from './table.ts';
import type { InputFile, ItemScores } from './types.ts';

export interface ScoreFiles {
  readonly scores: readonly ItemScores[];
  readonly inputs: readonly InputFile[];
}

/** The filled scoring sheets of the folder `scores`, in order of name; a case need not have one. */
export async function readScoreFiles(dir: string): Promise<Result<ScoreFiles>> {
  const messages: Message[] = [];
  const inputs: InputFile[] = [];
  const scores: ItemScores[] = [];
  for (const name of (await listFolder(join(dir, 'scores'))) ?? []) {
    const path = `scores/${name}`;
    if (!/\.xlsx$/i.test(name)) {
      messages.push(message('scoring.file-type', { place: { file: path }, name }));
      continue;
    }
    const input = await readInput(dir, path);
    messages.push(...input.messages);
    if (!input.ok) continue;
    inputs.push(inputFile(input.value));
    const workbook = await readXlsx(input.value);
    messages.push(...workbook.messages);
    if (!workbook.ok) continue;
    const forms = workbook.value.filter((sheet) => !isBlankSheet(sheet)).map(readScoreForm);
    messages.push(...forms.flatMap((form) => form.messages));
    scores.push(...forms.flatMap((form) => form.scores ?? []));
    if (forms.every((form) => form.scores === undefined && form.messages.length === 0))
      messages.push(message('scoring.sheet-unknown', { place: { file: path } }));
  }
  return resultOf({ scores, inputs }, messages);
}
