/** One document to look at: the case is read once, and what is shown is set anew as often as templates change. */
import type { Nominee } from './case/types.ts';
import { type Composed, type ComposeOptions, compose, formPages } from './compose.ts';
import { countsOf } from './counts.ts';
import type { DocumentTree } from './document/types.ts';
import { type Message, message, type Result } from './message.ts';
import { nearest } from './nearest.ts';
import { ownSets } from './pack/compose.ts';
import { cover, ownPacks, packOf } from './packs.ts';
import { drawPages } from './preview/png.ts';
import { normalisePersonName, normaliseUnitName } from './rules/names.ts';
import { reconcile } from './rules/reconcile.ts';
import { type Setup, type SetupOptions, setUp } from './setup.ts';
import { forgetTemplates } from './template/compile.ts';
import { templateFolder } from './template/find.ts';
import { unknownFiles } from './template/office.ts';
import type { PackDocument } from './template/pack.ts';
import { recipientOf } from './views/certificate.ts';
import { coverView } from './views/cover.ts';
import { documentViews } from './views/documents.ts';
import type { DocumentView, Facts } from './views/facts.ts';
import { reconciliationDocuments } from './views/reconciliation.ts';
import { writerOf } from './writers/registry.ts';

export interface PreviewOptions extends SetupOptions {
  /** Whose page to show, by the name of a person, a unit or a department; of the first document of the kind when not given. */
  readonly nominee?: string;
  /** Where poppler's pdftoppm is, if not on the path. */
  readonly poppler?: string;
  /** Which of many documents of a kind to show: a part of its file name, e.g. a district. */
  readonly part?: string;
}

export interface Preview {
  /** Name of the document. */
  readonly name: string;
  /** Its path in the package, without the format's ending. */
  readonly path: string;
  /** How many documents of the kind there are. */
  readonly count: number;
  /** Folders in which a change changes what is shown. */
  readonly folders: readonly string[];
  /** Sets the document from the templates as they are now. */
  render(): Promise<Result<Rendered>>;
}

export interface Rendered {
  readonly html: string;
  /** How long it took. */
  readonly milliseconds: number;
  /** PNG images of the pages of its PDF, which take longer. Warnings: `preview.no-poppler`; then there are none. */
  draw(): Promise<Result<readonly Uint8Array[]>>;
}

/** What is to be set: the document, its view, and from which templates. */
interface Chosen {
  readonly document: PackDocument;
  readonly view: DocumentView;
  readonly count: number;
  /** The form page to show alone. */
  readonly page: number | undefined;
  readonly set: ComposeOptions;
}

/**
 * Reads a case for the preview of one of its documents; what else is wrong with the case does not matter here. Errors:
 * `preview.document-unknown`, `preview.nominee-unknown`, `preview.not-by-nominee`, `preview.part-unknown`, `preview.nothing`.
 */
export async function openPreview(dir: string, name: string, options: PreviewOptions = {}): Promise<Result<Preview>> {
  // A slip of the pen is told before a case is read, which takes a while.
  const named = await checkName(name, options.packs);
  if (named !== undefined) return { ok: false, messages: named };
  const { value: setup, messages: found } = await setUp(dir, options);
  if (setup === undefined) return { ok: false, messages: found };
  const errors = found.filter((one) => one.level === 'error').length;
  const messages = [
    ...found.filter((one) => one.code.startsWith('font.')),
    ...(errors > 0 ? [message('preview.case-has-errors', { count: errors })] : []),
  ];
  const sets = await setsOf(name, setup);
  if (!sets.ok) return sets;
  const { document, views, set } = sets.value;
  const chosen = choose(document, views, set, options);
  if (!chosen.ok) return chosen;
  const { view, count } = chosen.value;
  const preview: Preview = {
    name,
    path: view.part ? `${document.name} ${view.part}` : document.name,
    count,
    folders: [...(options.packs ?? []), options.templates ?? templateFolder],
    render: () => render(chosen.value, setup.facts, options),
  };
  return { ok: true, value: preview, messages };
}

async function checkName(name: string, packs: readonly string[] | undefined): Promise<readonly Message[] | undefined> {
  const own = await ownPacks(packs);
  if (!own.ok) return own.messages;
  const { documents } = await packOf();
  const known = [...documents, cover, ...own.value.flatMap(({ pack }) => pack.documents)].map((one) => one.name);
  if (known.includes(name)) return undefined;
  return [message('preview.document-unknown', { name, nearest: nearest(name, known), expected: known.join('、') })];
}

interface Kind {
  readonly document: PackDocument;
  readonly views: readonly DocumentView[];
  readonly set: ComposeOptions;
}

/** All documents of a kind, as views; none is set. */
async function setsOf(name: string, { facts, set, packs }: Setup): Promise<Result<Kind>> {
  const own = packs.filter(({ pack }) => pack.documents.some((one) => one.name === name));
  if (own.length > 0) {
    const sets = ownSets(own, facts);
    if (!sets.ok) return sets;
    const found = sets.value.find(({ document }) => document.name === name);
    if (found === undefined) throw new Error(`${name} is in a pack and has no views`);
    const { document, views, options } = found;
    return { ok: true, value: { document, views, set: { ...set, ...options } }, messages: [] };
  }
  const { documents } = await packOf();
  const document = [...documents, cover].find((one) => one.name === name) ?? cover;
  return { ok: true, value: { document, views: builtInViews(name, facts), set }, messages: [] };
}

function builtInViews(name: string, facts: Facts): readonly DocumentView[] {
  if (name !== cover.name && name !== 'reconciliation') return [...(documentViews[name]?.(facts) ?? [])];
  // The pages that the templates are to make are counted, for none has been set.
  const planned = (document: string) =>
    [...(documentViews[document]?.(facts) ?? [])].flatMap((one) => one.nominees ?? []);
  const counted = reconcile(countsOf(facts, planned));
  return name === 'reconciliation'
    ? reconciliationDocuments(facts, counted)
    : [{ names: {}, view: coverView(facts, counted, [], []) }];
}

/** The one document to show, of those of a kind. */
function choose(
  document: PackDocument,
  views: readonly DocumentView[],
  set: ComposeOptions,
  { nominee, part }: PreviewOptions,
): Result<Chosen> {
  const { name } = document;
  const fault = (one: Message) => ({ ok: false, messages: [one] }) as const;
  const [first] = views;
  if (first === undefined) return fault(message('preview.nothing', { name }));
  const chosen = (view: DocumentView, page?: number) =>
    ({ ok: true, value: { document, view, count: views.length, page, set }, messages: [] }) as const;
  if (nominee !== undefined) {
    if (views.every((one) => one.nominees === undefined)) return fault(message('preview.not-by-nominee', { name }));
    for (const called of [isCalled, isPartOf]) {
      for (const view of views) {
        const page = view.nominees?.findIndex((one) => namesOf(one).some((own) => called(nominee, own))) ?? -1;
        if (page >= 0) return chosen(view, page);
      }
    }
    const known = views.flatMap((one) => one.nominees ?? []).flatMap(namesOf);
    return fault(message('preview.nominee-unknown', { name: nominee, nearest: nearest(nominee, known) }));
  }
  if (part !== undefined) {
    const partsOf = ({ names, part: own }: DocumentView) => [own ?? '', ...Object.values(names)];
    const found = views.find((one) => partsOf(one).some((text) => text.includes(part)));
    if (found !== undefined) return chosen(found);
    const known = views.flatMap(partsOf).filter((text) => /\D/.test(text));
    return fault(message('preview.part-unknown', { name: part, nearest: nearest(part, known) || '—' }));
  }
  return chosen(first);
}

async function render(
  { document, view, page, set }: Chosen,
  facts: Facts,
  { templates, poppler }: PreviewOptions,
): Promise<Result<Rendered>> {
  const began = performance.now();
  forgetTemplates();
  // Else a misnamed file would seem to have no effect.
  const unknown = templates === undefined ? [] : await unknownFiles(templates);
  if (unknown.length > 0) return { ok: false, messages: unknown };
  const composed = await compose(document, [view], set);
  if (!composed.ok) return composed;
  const [made] = composed.value;
  if (made === undefined) throw new Error('a document was set and is not there');
  const tree = page === undefined ? made.tree : onlyPage(made, page);
  const { issuer, notice } = facts.theCase.settings;
  const date = new Date(`${notice.date}T00:00:00Z`);
  const context = { fonts: set.fonts, date, author: issuer.name, seals: facts.theCase.seals };
  const html = new TextDecoder().decode(await writerOf('html')(tree, context));
  const milliseconds = Math.round(performance.now() - began);
  const draw = async () => drawPages(await writerOf('pdf')(tree, context), poppler);
  return { ok: true, value: { html, milliseconds, draw }, messages: composed.messages };
}

/** The document with one form page alone; whole where its pages are not one for each nominee. */
function onlyPage({ tree, view }: Composed, index: number): DocumentTree {
  const pages = formPages(tree);
  const page = pages[index];
  return page === undefined || pages.length !== view.nominees?.length ? tree : { ...tree, children: [page] };
}

function namesOf(nominee: Nominee): readonly string[] {
  return [recipientOf(nominee), nominee.unit];
}

function isCalled(name: string, own: string): boolean {
  return plain(own) === plain(name);
}

function isPartOf(name: string, own: string): boolean {
  return plain(own).includes(plain(name));
}

function plain(name: string): string {
  return normalisePersonName(normaliseUnitName(name));
}
