/** How much one rendering may write, so that a template from someone else cannot run away. */
import type { Place } from '../message.ts';

/** Far above any real document: the whole year's forms of thousands of nominees stay below. */
export const limits = {
  /** Passes through blocks and partials. */
  passes: 2_000_000,
  /** Characters of markup, places of tags included. */
  characters: 100_000_000,
  /** Milliseconds, for what writes nothing and still takes long. */
  time: 60_000,
  /** Blocks, branches and functions inside one another in one file. */
  nesting: 48,
  /** Partials inside one another. */
  partials: 24,
  /** Partials that a document comes to use, each use counted. */
  uses: 10_000,
} as const;

export type Spent = 'passes' | 'characters' | 'time';

export interface Budget {
  /** Renders a template; where it runs away, it is stopped, and told what ran out and where. */
  render(
    file: string,
    make: () => string,
  ): { readonly text: string } | { readonly spent: Spent; readonly place: Place };
  /** A pass through a block, which begins at this line. */
  pass(line: number, make: () => string): string;
  /** A pass through a partial. */
  partial(file: string, make: () => string): string;
}

/** Rendering is in one piece, so that one budget serves all renderings of a Handlebars. */
export function createBudget(): Budget {
  let passes = 0;
  let written = 0;
  let end = Number.POSITIVE_INFINITY;
  let file = '';
  let over: { readonly spent: Spent; readonly place: Place } | undefined;
  const stop = (spent: Spent, line: number): never => {
    over = { spent, place: { file, line } };
    throw new Error(`the template ran away: ${spent}`);
  };
  const pass = (line: number, make: () => string): string => {
    passes += 1;
    if (passes > limits.passes) stop('passes', line);
    if (performance.now() > end) stop('time', line);
    // What blocks inside have written is part of what this one writes: it counts once.
    const before = written;
    const text = make();
    written = before + text.length;
    if (written > limits.characters) stop('characters', line);
    // To look into a text makes it one piece; the many that it is put together from would take twice its room until the end.
    return text.charCodeAt(0) >= 0 ? text : '';
  };
  return {
    pass,
    partial(name, make) {
      const outer = file;
      file = name;
      const text = pass(1, make);
      file = outer;
      return text;
    },
    render(name, make) {
      [passes, written, file, over] = [0, 0, name, undefined];
      end = performance.now() + limits.time;
      try {
        return { text: make() };
      } catch (error) {
        if (over === undefined) throw error;
        return over;
      }
    },
  };
}
