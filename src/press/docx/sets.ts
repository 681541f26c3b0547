/** Further sets of the pages of a document: each page as it stands in the first set, but for its mark. */
import type { FormPage, Paragraph } from '../../document/types.ts';
import { marked } from '../../layout/copies.ts';
import { kept } from '../../layout/kept.ts';
import type { Flow } from '../../writers/docx/flow.ts';
import { createInk, type Ink } from './ink.ts';
import type { MarkedPage, PageWriter } from './pages.ts';

export interface FurtherSet {
  /** Its XML in the making. */
  readonly ink: Ink;
  /** Whether its first block is a table, before which another one cannot end the set before. */
  readonly tableFirst: boolean;
  /** Adds a page that has just been written into the first set. */
  add(form: FormPage, first: MarkedPage): void;
}

/** @param flow of the whole document, of which the set's pages take what they must write anew */
export function createFurtherSet(mark: Paragraph, flow: Flow, writer: PageWriter): FurtherSet {
  const ink = createInk(1 << 16);
  const aside = createInk(1 << 14);
  /** The mark as it stands on a page, by how that of the first set stands there. */
  const marks = new Map<string, Uint8Array>();
  let begun = false;
  let tableFirst = false;

  function begin(form: FormPage): void {
    // The document's first page is the only one before which no page ends.
    flow.finish();
    flow.add([marked(form, mark)]);
    const pieces = flow.take();
    tableFirst = pieces[0]?.type === 'table';
    writer.write(pieces, ink);
    begun = true;
  }

  function markXml(form: FormPage): Uint8Array {
    flow.add([marked(form, mark)]);
    const xml = Buffer.from((writer.write(flow.take(), aside) as MarkedPage).mark);
    aside.take();
    return xml;
  }

  return {
    ink,
    get tableFirst() {
      return tableFirst;
    },
    add(form, first) {
      if (!begun) {
        begin(form);
        return;
      }
      ink.raw(first.before);
      ink.raw(kept(marks, first.mark.toString('latin1'), () => markXml(form)));
      ink.raw(first.after);
    },
  };
}
