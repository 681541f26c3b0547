/** Writes a tree as PDF 1.7: subset fonts, searchable text, title and language set, the same bytes for the same tree. */
import type { DocumentTree, FormPage } from '../document/types.ts';
import { setsOf } from '../layout/copies.ts';
import { pageOf } from '../layout/page.ts';
import { pressPdf } from '../press/pdf.ts';
import { drawFlow } from './pdf/draw.ts';
import type { WriteContext } from './types.ts';

/** The bytes of the PDF: form pages are pressed, other documents drawn. */
export async function writePdf(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const forms = formsAlone(tree);
  if (forms !== undefined) {
    const { title, lang, page } = tree;
    return new Uint8Array(Buffer.concat([...pressPdf({ title, lang, page, ...setsOf(forms) }, context)]));
  }
  return drawFlow(tree, context);
}

/** The pages of a document that has nothing but form pages, on a page without a footer. */
function formsAlone({ page, children }: DocumentTree): readonly FormPage[] | undefined {
  const forms = children.filter((block) => block.type === 'form-page');
  const alone = forms.length > 0 && forms.length === children.length && pageOf(page).footer === null;
  return alone ? forms : undefined;
}
