/** A case read, with the fonts, templates and packs that its documents are set with. Nothing is set yet. */
import { resolve } from 'node:path';
import type { Settings } from './case/types.ts';
import type { ComposeOptions } from './compose.ts';
import { readFacts } from './facts.ts';
import { type FontOptions, loadFonts } from './layout/fonts.ts';
import { hasErrors, type Result, type Shown } from './message.ts';
import type { ReadPack } from './pack/read.ts';
import { ownPacks } from './packs.ts';
import { previousYear } from './rules/previous.ts';
import type { YearFacts } from './rules/years.ts';
import { builtInPack } from './template/catalogue.ts';
import type { Facts } from './views/facts.ts';

export interface SetupOptions {
  /** Folder of the office's own templates. */
  readonly templates?: string;
  /** Folders of the office's own packs, whose documents are set beside the built-in ones. */
  readonly packs?: readonly string[];
  /** Folder of the office's own fonts. */
  readonly fonts?: string;
  /** Whether to look for the system's fonts, true when not given; tests that compare pages switch it off. */
  readonly systemFonts?: boolean;
  /** Whether the variable text alone is set, too, for printing on pre-printed stock. */
  readonly overprint?: boolean;
  /** Lists of payments of this batch alone; of every batch and of what is still open when not given. */
  readonly batch?: number;
}

/** A case ready to be set: what its documents draw on, with which templates and fonts, and the office's own packs. */
export interface Setup {
  readonly facts: Facts;
  readonly set: ComposeOptions;
  readonly packs: readonly ReadPack[];
  readonly fontOptions: FontOptions;
}

/** Reads a case and what its documents are set with. Where there is something to set at all, it is given beside errors. */
export async function setUp(dir: string, options: SetupOptions): Promise<Shown<Setup>> {
  const packs = await ownPacks(options.packs);
  if (!packs.ok) return packs;
  const read = await readFacts(dir);
  if (read.facts === undefined) return { ok: false, messages: read.messages };
  const previous = await readPrevious(dir, read.facts);
  const facts = { ...read.facts, previous: previous.ok ? previous.value : null, batch: options.batch ?? null };
  const fontOptions: FontOptions = {
    folder: options.fonts,
    slots: inFolder(dir, facts.theCase.settings.fonts),
    system: options.systemFonts ?? true,
  };
  const loaded = await loadFonts(fontOptions);
  const messages = [...packs.messages, ...read.messages, ...previous.messages, ...loaded.messages];
  if (!loaded.ok) return { ok: false, messages };
  const profile = facts.theCase.settings.layout;
  const set = { pack: builtInPack, fonts: loaded.value, overrides: options.templates, profile };
  return { ok: !hasErrors(messages), messages, value: { facts, set, packs: packs.value, fontOptions } };
}

/** Last year's case, where this one names it. */
async function readPrevious(dir: string, { theCase }: Facts): Promise<Result<YearFacts | null>> {
  const { previous } = theCase.settings;
  if (previous === '') return { ok: true, value: null, messages: [] };
  return previousYear(theCase, await readFacts(resolve(dir, previous)));
}

/** The case names fonts relative to its own folder. */
function inFolder(dir: string, fonts: Settings['fonts']): Settings['fonts'] {
  return Object.fromEntries(Object.entries(fonts).map(([slot, path]) => [slot, resolve(dir, path)]));
}
