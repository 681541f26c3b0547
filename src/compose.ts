/** Views → templates → document trees: every document of a pack for one case, checked for fit before anything is written. */
import { excerpt } from './case/mask.ts';
import { withProfile } from './document/profile.ts';
import type { DocumentTree, FormPage, PageName, Profile } from './document/types.ts';
import { setsOf } from './layout/copies.ts';
import { divideForms } from './layout/divide.ts';
import { deedsOf, type LaidForm, layForm, overflowOf } from './layout/form.ts';
import { missingGlyphs } from './layout/missing.ts';
import type { FontSet } from './layout/types.ts';
import { millimetres } from './layout/units.ts';
import { type Message, message, type Result, resultOf } from './message.ts';
import { pathOf } from './package/names.ts';
import type { PackDocument } from './template/pack.ts';
import { renderTemplate } from './template/render.ts';
import type { DocumentView } from './views/facts.ts';

export interface Composed {
  readonly document: PackDocument;
  /** Path in the package without the format's ending. */
  readonly path: string;
  readonly tree: DocumentTree;
  readonly view: DocumentView;
}

export interface ComposeOptions {
  readonly pack: string;
  readonly fonts: FontSet;
  /** Folder of the office's own templates. */
  readonly overrides?: string;
  /** The margin model of a 公文. */
  readonly profile: Profile;
}

/**
 * Sets a document from each view. Errors: whatever the template says wrong, and `font.glyph-missing`. `form.overflow`.
 * Warnings: `form.deeds-too-long`.
 * @param keep what is kept of each, as soon as it is set: lists of many thousand rows need not all stay. Whether the
 *   others can be set is not known then
 */
export async function compose<Kept = Composed>(
  document: PackDocument,
  views: Iterable<DocumentView>,
  options: ComposeOptions,
  keep: (composed: Composed) => Kept | Promise<Kept> = (composed) => composed as Kept,
): Promise<Result<readonly Kept[]>> {
  const kept: Kept[] = [];
  const messages: Message[] = [];
  for (const view of views) {
    const rendered = await renderFitting(document, view, options);
    messages.push(...rendered.messages);
    // One document of a kind shows what is wrong with its template; the others would only repeat it.
    if (!rendered.ok) return { ok: false, messages };
    const { tree, data } = rendered.value;
    messages.push(...missingGlyphs(tree, options.fonts));
    kept.push(await keep({ document, path: pathOf(document.path, view.names), tree, view: { ...view, view: data } }));
  }
  return resultOf(kept, messages);
}

interface Rendered {
  readonly tree: DocumentTree;
  /** What the template was given. */
  readonly data: object;
}

/** Renders a document; where deeds are too long for their cell even in the smallest size, the form refers to the material attached. */
async function renderFitting(
  document: PackDocument,
  view: DocumentView,
  options: ComposeOptions,
): Promise<Result<Rendered>> {
  const render = async (data: object): Promise<Result<Rendered>> => {
    const read = await renderTemplate(`${options.pack}/${document.template}`, data, { overrides: options.overrides });
    if (!read.ok) return read;
    const tree = divideForms(options.fonts, withProfile(read.value, options.profile));
    return { ...read, value: { tree, data } };
  };
  const rendered = await render(view.view);
  if (!rendered.ok) return rendered;
  const full = overflowing(rendered.value.tree, options.fonts);
  if (full.length === 0 || view.attachDeeds === undefined)
    return { ...rendered, messages: [...rendered.messages, ...overflowMessages(full, view)] };
  const messages: Message[] = [];
  for (const { index, laid } of full) {
    const place = view.nominees?.[index]?.place;
    const before = messages.some((one) => one.place?.row === place?.row && one.place?.sheet === place?.sheet);
    const { capacity = 0, lines = 0 } = deedsOf(laid) ?? {};
    if (!before) messages.push(message('form.deeds-too-long', { place, capacity, lines }));
  }
  const again = await render(view.attachDeeds(new Set(full.map(({ index }) => index))));
  if (!again.ok) return again;
  const rest = overflowMessages(overflowing(again.value.tree, options.fonts), view);
  return { ...again, messages: [...again.messages, ...messages, ...rest] };
}

/** A form page on which something has no room. */
interface FullPage {
  readonly index: number;
  readonly laid: LaidForm;
  readonly page: PageName;
}

function overflowing(tree: DocumentTree, fonts: FontSet): readonly FullPage[] {
  const all = formPages(tree);
  let before: LaidForm | undefined;
  const once = setsOf(all).pages.map((form) => {
    before = layForm(fonts, form, tree.page, before);
    return before;
  });
  return all.flatMap((_, index) => {
    const laid = once[index % once.length] as LaidForm;
    return laid.overflow ? [{ index, laid, page: tree.page }] : [];
  });
}

function overflowMessages(pages: readonly FullPage[], { nominees }: DocumentView): readonly Message[] {
  return pages.map(({ index, laid, page }) => {
    const place = nominees?.[index]?.place;
    const { text, missing } = overflowOf(laid, page);
    const facts = { what: excerpt(text), missing: Math.ceil(millimetres(missing)) };
    return message('form.overflow', { place, page: index + 1, ...facts });
  });
}

/** The form pages of a document, in order. */
export function formPages(tree: DocumentTree): readonly FormPage[] {
  return tree.children
    .flatMap((block) => (block.type === 'section' ? block.children : [block]))
    .filter((block) => block.type === 'form-page');
}
