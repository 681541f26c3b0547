/** Forms in duplicate: sets of the same pages, each with a mark of its own. */
import type { FormPage, Paragraph } from '../document/types.ts';
import { sameBlock } from './same.ts';

/** Pages that come in one set or in several. */
export interface Sets {
  /** With the first mark, where there are several. */
  readonly pages: readonly FormPage[];
  /** The mark of each set; none where there is but one. */
  readonly copies: readonly Paragraph[];
}

/** Finds out whether pages are several sets that differ by their marks alone. */
export function setsOf(pages: readonly FormPage[]): Sets {
  const one: Sets = { pages, copies: [] };
  const [first] = pages.map(markOf);
  if (first === undefined) return one;
  const size = pages.findIndex((page) => !isMarkedAs(page, first));
  if (size < 1 || pages.length % size !== 0) return one;
  const copies: Paragraph[] = [];
  for (let at = 0; at < pages.length; at += size) {
    const mark = markOf(pages[at] as FormPage);
    if (mark === undefined) return one;
    copies.push(mark);
  }
  const same = pages.every((page, at) => {
    const set = Math.floor(at / size);
    return isMarkedAs(page, copies[set] as Paragraph) && (set === 0 || sameForm(page, pages[at % size] as FormPage));
  });
  return same ? { pages: pages.slice(0, size), copies } : one;
}

/** A page as it stands in the set of that mark. */
export function marked(page: FormPage, mark: Paragraph): FormPage {
  return { ...page, children: page.children.map((block) => (isMark(block) ? mark : block)) };
}

function isMark(block: FormPage['children'][number]): block is Paragraph {
  return block.type === 'paragraph' && block.role === 'mark';
}

function markOf({ children }: FormPage): Paragraph | undefined {
  return children.find(isMark);
}

function isMarkedAs(page: FormPage, mark: Paragraph): boolean {
  const own = page.children.filter(isMark);
  return own.length === 1 && sameBlock(own[0] as Paragraph, mark);
}

function sameForm(one: FormPage, other: FormPage): boolean {
  return (
    one.frame === other.frame &&
    one.children.length === other.children.length &&
    one.children.every((block, index) => {
      const its = other.children[index] as FormPage['children'][number];
      return isMark(block) ? isMark(its) : sameBlock(block, its);
    })
  );
}
