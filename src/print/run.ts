/** What a print run is of: the pages of a document, or their variable text alone, each for a nominee. Lengths in pt. */
import type { Nominee } from '../case/types.ts';
import { type Composed, formPages } from '../compose.ts';
import type { FormPage } from '../document/types.ts';
import { pageOf } from '../layout/page.ts';
import { type Message, message, type Result } from '../message.ts';
import { nearest } from '../nearest.ts';
import type { Prepared } from '../prepare.ts';
import { sheetsOf } from '../press/pdf.ts';
import type { Sheet } from '../press/sheet.ts';
import { documentViews } from '../views/documents.ts';
import type { Facts } from '../views/facts.ts';

/** What is printed for one nominee. */
export interface Print {
  readonly nominee: Nominee;
  /** Of a certificate; '' for anything else. */
  readonly number: string;
  /** Place in the run, from 1. */
  readonly place: number;
}

/** A document to be printed. */
export interface Run {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly prints: readonly Print[];
  /** The sheets of some of the prints, laid as they are asked for. */
  sheetsOf(prints: readonly Print[]): Iterable<Sheet>;
}

/** Every page of the documents of a name that are form pages alone, each for a nominee. */
export function formRun(name: string, prepared: Prepared): Result<Run> {
  const { facts, fonts } = prepared;
  const own = printable(prepared).filter(({ document }) => document.name === name);
  const [first] = own;
  if (first === undefined) return { ok: false, messages: [nothingOf(name, prepared)] };
  const forms = own.flatMap(({ tree }) => formPages(tree));
  const page = pageOf(first.tree.page);
  const run: Run = {
    title: titleOf(facts),
    width: page.width,
    height: page.height,
    prints: printsOf(facts, own),
    sheetsOf: (prints) =>
      sheetsOf(
        fonts,
        prints.map(({ place }) => forms[place - 1] as FormPage),
        page,
      ),
  };
  return { ok: true, value: run, messages: [] };
}

/** The variable text of every page, for its stock. */
export function overprintRun(name: string, prepared: Prepared): Result<Run> {
  const { facts, overprints } = prepared;
  const own = overprints.filter(({ composed, proof }) => composed.document.name === name && !proof);
  const [first] = own;
  if (first === undefined) {
    const composed = printable(prepared).some(({ document }) => document.name === name);
    return { ok: false, messages: [composed ? message('print.no-stock', { name }) : nothingOf(name, prepared)] };
  }
  const sheets = own.flatMap(({ job }) => [...job.sheets]);
  const { width, height } = first.job;
  const prints = printsOf(
    facts,
    own.map(({ composed }) => composed),
  );
  const run: Run = {
    title: titleOf(facts),
    width,
    height,
    prints,
    sheetsOf: (some) => some.map(({ place }) => sheets[place - 1] as Sheet),
  };
  return { ok: true, value: run, messages: [] };
}

function printable({ composed }: Prepared): readonly Composed[] {
  return composed.filter(({ tree, view }) => {
    const pages = formPages(tree).length;
    return pages > 0 && pages === tree.children.length && pages === view.nominees?.length;
  });
}

function nothingOf(name: string, prepared: Prepared): Message {
  if (name in documentViews && !prepared.composed.some(({ document }) => document.name === name)) {
    return message('print.nothing', { name });
  }
  const known = [...new Set(printable(prepared).map(({ document }) => document.name))];
  return message('print.document-unknown', { name, nearest: nearest(name, known), known: known.join('、') });
}

function printsOf({ certificates }: Facts, documents: readonly Composed[]): readonly Print[] {
  const numbers = new Map(certificates.map(({ nominee, number }) => [nominee, number]));
  return documents
    .flatMap(({ document, view }) => (view.nominees ?? []).map((nominee) => ({ nominee, document })))
    .map(({ nominee, document }, index) => {
      const number = document.name === 'certificates' ? (numbers.get(nominee) ?? '') : '';
      return { nominee, number, place: index + 1 };
    });
}

function titleOf({ theCase: { settings } }: Facts): string {
  return `${settings.year}年度${settings.subject}`;
}
