/** Views → templates → document trees: every document of a pack for one case, checked for fit before anything is written. */
import { withProfile } from './document/profile.ts';
import type { DocumentTree, FormPage, Profile } from './document/types.ts';
import { type LaidForm, layForm } from './layout/form.ts';
import { missingGlyphs } from './layout/missing.ts';
import type { FontSet } from './layout/types.ts';
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

/** Errors: whatever the template says wrong, and `font.glyph-missing`. Warnings: `form.deeds-too-long`. */
export async function compose(
  document: PackDocument,
  views: readonly DocumentView[],
  options: ComposeOptions,
): Promise<Result<readonly Composed[]>> {
  const composed: Composed[] = [];
  const messages: Message[] = [];
  for (const view of views) {
    const rendered = await renderFitting(document, view, options);
    messages.push(...rendered.messages);
    // One document of a kind shows what is wrong with its template; the others would only repeat it.
    if (!rendered.ok) return { ok: false, messages };
    const { tree, data } = rendered.value;
    messages.push(...missingGlyphs(tree, options.fonts));
    composed.push({ document, path: pathOf(document.path, view.names), tree, view: { ...view, view: data } });
  }
  return resultOf(composed, messages);
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
    return read.ok ? { ...read, value: { tree: withProfile(read.value, options.profile), data } } : read;
  };
  const rendered = await render(view.view);
  if (!rendered.ok || view.attachDeeds === undefined) return rendered;
  const { tree } = rendered.value;
  const { page } = tree;
  const tooLong = new Set<number>();
  const messages: Message[] = [];
  let laid: LaidForm | undefined;
  for (const [index, form] of formPages(tree).entries()) {
    laid = layForm(options.fonts, form, page, laid);
    const { overflow, deeds } = laid;
    if (!overflow) continue;
    tooLong.add(index);
    const place = view.nominees?.[index]?.place;
    const before = messages.some((one) => one.place?.row === place?.row && one.place?.sheet === place?.sheet);
    if (!before) {
      messages.push(
        message('form.deeds-too-long', { place, capacity: deeds?.capacity ?? 0, lines: deeds?.lines ?? 0 }),
      );
    }
  }
  if (tooLong.size === 0) return rendered;
  const again = await render(view.attachDeeds(tooLong));
  return { ...again, messages: [...again.messages, ...messages] };
}

/** The form pages of a document, in order. */
export function formPages(tree: DocumentTree): readonly FormPage[] {
  return tree.children
    .flatMap((block) => (block.type === 'section' ? block.children : [block]))
    .filter((block) => block.type === 'form-page');
}
