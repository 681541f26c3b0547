/** collected/index.json: which files have come in, when, and what they held. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message, type Result } from '../../message.ts';
import type { SlotCount } from './slots.ts';

export interface LedgerEntry {
  /** Name in `collected/`, also the 来源文件 of its rows. */
  readonly name: string;
  /** Path from which it was collected. */
  readonly from: string;
  readonly sha256: string;
  /** ISO date */
  readonly received: string;
  readonly rows: readonly SlotCount[];
  /** Rows that were left out because of errors; such a file may come in again. */
  readonly rejected: number;
}

export interface Ledger {
  readonly files: readonly LedgerEntry[];
}

export const collectedFolder = 'collected';
export const ledgerPath = `${collectedFolder}/index.json`;

/** The ledger of a case; an empty one where nothing was collected yet. */
export async function readLedger(dir: string): Promise<Result<Ledger>> {
  const text = await readFile(join(dir, ledgerPath), 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: true, value: { files: [] }, messages: [] };
  const ledger = parsed(text);
  if (ledger) return { ok: true, value: ledger, messages: [] };
  return { ok: false, messages: [message('collect.index-broken', { place: { file: ledgerPath } })] };
}

export function ledgerText(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

function parsed(text: string): Ledger | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined;
    return Array.isArray(files) && files.every(isEntry) ? { files } : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is LedgerEntry {
  const entry = value as Partial<LedgerEntry> | null;
  return typeof entry?.name === 'string' && typeof entry.sha256 === 'string' && Array.isArray(entry.rows);
}

/** Gives each original a name in `collected/` that no other has: its own, else with the first digits of its hash. */
export async function originalNames(dir: string): Promise<(name: string, sha256: string) => string> {
  const taken = new Set((await readdir(join(dir, collectedFolder)).catch(() => [])).map((name) => name.toLowerCase()));
  return (name, sha256) => {
    const free = taken.has(name.toLowerCase()) ? name.replace(/(?=\.[^.]*$)/, `-${sha256.slice(0, 8)}`) : name;
    taken.add(free.toLowerCase());
    return free;
  };
}
