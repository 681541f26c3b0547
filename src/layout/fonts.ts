/**
 * The fonts of the five slots, in this order: the case's own setting, the folder given, the system's fonts, the free
 * defaults. Each character falls back on the other faces when its slot's face does not have it.
 */
import type { FontSlot } from '../case/types.ts';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { faceOf } from './face.ts';
import { defaultFont, defaultFonts, fontFilesIn, fontSlots, slotNames, systemFont } from './font-files.ts';
import { type FontFile, type FontProgram, openFont } from './program.ts';
import type { FontFace, FontSet } from './types.ts';

export interface FontOptions {
  /** A folder of fonts (`--fonts`). */
  readonly folder?: string | undefined;
  /** Files or folders per slot (`fonts` in case.yaml). */
  readonly slots?: Readonly<Partial<Record<FontSlot, string>>>;
  /** Whether the system's fonts are looked for. */
  readonly system: boolean;
}

/** Loads the fonts. A font that the user names and that is missing or damaged is an error; a stand-in is reported once. */
export async function loadFonts(options: FontOptions): Promise<Result<FontSet>> {
  const messages: Message[] = [];
  const folder =
    options.folder === undefined ? new Map<FontSlot, FontProgram>() : folderFonts(options.folder, messages);
  const faces = fontSlots.map((slot) => {
    const own = options.slots?.[slot];
    const given = (own ? ownFont(own, slot, messages) : undefined) ?? folder.get(slot);
    if (given !== undefined) return faceOf(given, slot, `given-${slot}`, false);
    const system = options.system ? systemFace(slot) : undefined;
    return system ?? defaultFace(slot);
  });
  const standIns = faces.filter((face) => face.standIn).map(({ slot }) => `${slot}用${defaultFonts[slot].name}`);
  if (standIns.length > 0) messages.push(message('font.stand-in', { standIns: standIns.join('，') }));
  return resultOf(fontSet(faces, messages), messages);
}

/** The font that the case names for a slot: a file, or the slot's font in a folder. */
function ownFont(path: string, slot: FontSlot, messages: Message[]): FontProgram | undefined {
  const files = filesIn(path, slot, messages);
  if (files.length === 1 && files[0] === path) return opened({ path, matches: slotNames[slot] }, messages);
  const found = files.length === 0 ? undefined : fontsBySlot(files, messages).get(slot);
  if (files.length > 0 && found === undefined) messages.push(message('font.none-in-folder', { path, slot }));
  return found;
}

/** The fonts of the folder given, by slot. */
function folderFonts(path: string, messages: Message[]): Map<FontSlot, FontProgram> {
  const before = messages.length;
  const found = fontsBySlot(filesIn(path, '--fonts', messages), messages);
  if (found.size === 0 && messages.length === before) {
    messages.push(message('font.none-in-folder', { path, slot: '--fonts' }));
  }
  return found;
}

function filesIn(path: string, slot: string, messages: Message[]): readonly string[] {
  try {
    return fontFilesIn(path);
  } catch {
    messages.push(message('font.not-found', { path, slot }));
    return [];
  }
}

/**
 * Which slot each file is for; the first of a slot counts. Files are known by their names, so that the system's whole
 * font folder can be given; where no name says anything, by the names inside them.
 */
function fontsBySlot(files: readonly string[], messages: Message[]): Map<FontSlot, FontProgram> {
  const found = new Map<FontSlot, FontProgram>();
  const put = (slot: FontSlot | undefined, font: FontProgram | undefined) => {
    if (slot !== undefined && font !== undefined && !found.has(slot)) found.set(slot, font);
  };
  const named = files.flatMap((path) => {
    const slot = slotOf(path.replace(/^.*[\\/]/, ''));
    return slot === undefined ? [] : [{ path, slot }];
  });
  for (const { path, slot } of named) {
    if (!found.has(slot)) put(slot, opened({ path, matches: slotNames[slot] }, messages));
  }
  if (named.length > 0) return found;
  for (const path of files) {
    const font = opened({ path }, messages);
    if (font !== undefined) put(slotOf(font.names), font);
  }
  return found;
}

function slotOf(name: string): FontSlot | undefined {
  return fontSlots.find((slot) => slotNames[slot].test(name));
}

function opened(file: FontFile, messages: Message[]): FontProgram | undefined {
  try {
    return openFont(file);
  } catch {
    messages.push(message('font.unreadable', { path: file.path }));
    return undefined;
  }
}

/** A system font that cannot be opened is passed over: the user did not ask for it. */
function systemFace(slot: FontSlot): FontFace | undefined {
  const file = systemFont(slot);
  const font = file && opened(file, []);
  return font && faceOf(font, slot, `system-${slot}`, false);
}

const defaults = new Map<FontSlot, FontFace>();

function defaultFace(slot: FontSlot): FontFace {
  let face = defaults.get(slot);
  if (face === undefined) {
    face = faceOf(openFont(defaultFont(slot)), slot, `default-${slot}`, defaultFonts[slot].standIn);
    defaults.set(slot, face);
  }
  return face;
}

/** Marks that Chinese type sets one character wide, and that some fonts have only in the width of Latin type. */
const wideMarks = new Set([...'“”‘’—…·'].map((mark) => mark.codePointAt(0) as number));
const fullWidth = 0.99;
const fallbackOrder: readonly FontSlot[] = ['宋体', '楷体', '黑体', '小标宋', '仿宋'];

/** The faces of all slots with fallback per character. The free defaults stand behind the office's own fonts. */
function fontSet(slotFaces: readonly FontFace[], messages: readonly Message[]): FontSet {
  const own = new Map(slotFaces.map((face) => [face.slot, face]));
  const chain = fallbackOrder.map(defaultFace);
  const faces = [...new Set([...slotFaces, ...chain])];
  const picked = new Map<FontSlot, Map<number, FontFace | undefined>>(fontSlots.map((slot) => [slot, new Map()]));
  const behind = [...chain, ...slotFaces];
  const choose = (slot: FontSlot, codePoint: number): FontFace | undefined => {
    const first = own.get(slot) as FontFace;
    const shows = (face: FontFace) => face.has(codePoint);
    const isWide = (face: FontFace) => shows(face) && face.advance(codePoint) >= fullWidth;
    const candidates = [first, ...behind];
    return (wideMarks.has(codePoint) ? candidates.find(isWide) : undefined) ?? candidates.find(shows);
  };
  return {
    faces,
    messages,
    pick(slot, codePoint) {
      const known = picked.get(slot) as Map<number, FontFace | undefined>;
      if (!known.has(codePoint)) known.set(codePoint, choose(slot, codePoint));
      return known.get(codePoint);
    },
  };
}
