/** Draws documents that flow: their pages are laid out before, and go into a file like those that are pressed. */
import type { DocumentTree } from '../../document/types.ts';
import { kept } from '../../layout/kept.ts';
import type { ImageMark } from '../../layout/marks.ts';
import { pageOf } from '../../layout/page.ts';
import { type Content, createContent } from '../../press/pdf/content.ts';
import { boxOf, endDocument } from '../../press/pdf/document.ts';
import { createFile, type PdfFile, type Ref } from '../../press/pdf/file.ts';
import { createFonts } from '../../press/pdf/fonts.ts';
import { drawPiece, sheetOf } from '../../press/sheet.ts';
import type { WriteContext } from '../types.ts';
import { type MarkedPage, pagesOf } from './flow.ts';
import { imageIn } from './image.ts';

/** The bytes of the PDF. */
export async function drawFlow(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const upright = pageOf(tree.page);
  const pages = pagesOf(tree, context.fonts, context.seals);
  const file = createFile();
  const fonts = createFonts();
  const resources = file.reserve();
  const pictures = await picturesIn(file, pages);
  /** Turned pages are not as high as the others. */
  const contents = new Map<number, Content>();
  for (const { page, marks, form } of pages) {
    const content = kept(contents, page.height, () => createContent(fonts, page.height));
    for (const { image, x, y, width, height } of marks.images ?? []) {
      const place = `${width} 0 0 ${height} ${x} ${page.height - y - height}`;
      content.raw(`q ${place} cm /${pictures.get(image)?.name} Do Q\n`);
    }
    content.lines(marks.lines);
    for (const mark of marks.texts) content.text(mark);
    if (form !== undefined) for (const piece of sheetOf(context.fonts, form, page).pieces) drawPiece(content, piece);
    const box = page.height === upright.height ? '' : `/MediaBox${boxOf(page)}`;
    file.page(`/Contents ${file.stream(content.take())} 0 R${box}`);
  }
  const named = [...pictures.values()].map(({ name, ref }) => `/${name} ${ref} 0 R`);
  file.object(`<</Font<<${fonts.end(file)}>>/XObject<<${named.join('')}>>>>`, resources);
  endDocument(file, { ...context, title: tree.title, lang: tree.lang }, upright, resources);
  return new Uint8Array(Buffer.concat(file.take(true)));
}

/** The pictures of the pages, each written once. */
async function picturesIn(
  file: PdfFile,
  pages: readonly MarkedPage[],
): Promise<ReadonlyMap<ImageMark['image'], { readonly name: string; readonly ref: Ref }>> {
  const written = new Map<ImageMark['image'], { readonly name: string; readonly ref: Ref }>();
  for (const { image } of pages.flatMap(({ marks }) => marks.images ?? [])) {
    if (!written.has(image)) written.set(image, { name: `I${written.size}`, ref: await imageIn(file, image) });
  }
  return written;
}
