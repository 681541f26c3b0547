/** What runs in a thread: each function that work is sent to, under the name by which it is asked for. */
import { offered } from './threads/offered.ts';

export const writeFile = offered(async () => (await import('./writers/files.ts')).writeFile);
export const loadWriters = offered(async () => (await import('./writers/files.ts')).loadWriters);
export const readRosterFile = offered(async () => (await import('./case/rosters.ts')).readRosterFile);
export const readIncomingFile = offered(async () => (await import('./intake/collect/file.ts')).readIncomingFile);
export const rosterWorkbook = offered(async () => (await import('./intake/collect/workbook.ts')).rosterWorkbook);
