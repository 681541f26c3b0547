/** index.html, the package's cover: what is there, what it sums up to, what is left to settle, what comes next. */
import { type Category, categories } from '../case/types.ts';
import type { Message, Place } from '../message.ts';
import type { Reconciliation } from '../rules/reconcile.ts';
import type { Facts } from './facts.ts';
import { type ReconciliationRowView, type ReconciliationView, reconciliationView } from './reconciliation.ts';

/** A file of the package as the cover lists it. */
export interface PackageFile {
  /** Relative to the package, with `/`. */
  readonly path: string;
  /** Name of its document in the pack. */
  readonly document: string;
  readonly format: string;
  /** Pages of a PDF; null for other formats. */
  readonly pages: number | null;
  /** What its name is made of, e.g. its district. */
  readonly names: Readonly<Record<string, string>>;
}

export interface CoverView {
  readonly title: string;
  readonly issuer: string;
  readonly number: string;
  readonly findings: readonly CoverFinding[];
  readonly findingCount: number;
  /** Documents that are not one of many for each district. */
  readonly documents: readonly CoverDocument[];
  readonly rows: readonly ReconciliationRowView[];
  readonly districts: readonly CoverDistrict[];
  readonly total: { readonly awards: number; readonly count: number; readonly amount: number };
  readonly payers: ReconciliationView['payers'];
}

/** Findings of one kind: the first of them, and how many there are. */
interface CoverFinding {
  readonly level: string;
  readonly count: number;
  readonly place: string;
  readonly text: string;
  readonly hint: string;
}

interface Link {
  readonly href: string;
  readonly text: string;
}

interface CoverDocument {
  readonly name: string;
  /** Pages of the PDF; '' where there is none. */
  readonly pages: string;
  readonly links: readonly Link[];
  /** Of documents that are one of many, a link to each instead. */
  readonly parts: readonly Link[];
}

interface CoverDistrict {
  readonly district: string;
  readonly members: number | null;
  /** City awards per category, each with the forms that were filled for it; no link where no form was made. */
  readonly categories: readonly { readonly count: number; readonly href: string }[];
  /** District awards in all. */
  readonly districtAwards: number;
  /** The letter to its police; '' where there is none. */
  readonly letter: string;
  readonly roster: readonly Link[];
  /** The filled scoring sheets; '' where there are none. */
  readonly scoring: string;
  readonly payout: readonly Link[];
  /** Fen paid for awards of this district, by whomever, and the part that its own association pays. */
  readonly amount: number;
  readonly ownAmount: number;
}

export function coverView(
  facts: Facts,
  reconciliation: Reconciliation,
  files: readonly PackageFile[],
  messages: readonly Message[],
): CoverView {
  const { settings, districts } = facts.theCase;
  const { rows, payers, awardCount, count, amount } = reconciliationView(facts, reconciliation);
  const open = messages.filter((one) => one.level !== 'info');
  const ofDistrict = (file: PackageFile) => districts.find((one) => belongsTo(file, one.name, one.payer));
  return {
    title: `${settings.year}年度${settings.subject}先进评选表彰文书`,
    issuer: settings.issuer.name,
    number: settings.notice.number,
    findings: findingsOf(open),
    findingCount: open.length,
    documents: documentsOf(files.filter((file) => ofDistrict(file) === undefined)),
    rows,
    payers,
    districts: districts.map((district) => districtOf(facts, district, files)),
    total: { awards: awardCount, count, amount },
  };
}

function belongsTo({ names }: PackageFile, district: string, payer: string | null): boolean {
  return names.district === district || (payer !== null && names.payer === payer);
}

function findingsOf(messages: readonly Message[]): readonly CoverFinding[] {
  const groups = new Map<string, readonly Message[]>();
  for (const one of messages) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      level: first.level === 'error' ? '错误' : '提醒',
      count: group.length,
      place: first.place === undefined ? '' : placeName(first.place),
      text: first.text,
      hint: first.hint ?? '',
    };
  });
}

function placeName({ file, sheet, row, line }: Place): string {
  const where = [sheet, row === undefined ? undefined : `第${row}行`, line === undefined ? undefined : `第${line}行`];
  return [file, ...where.filter((part) => part !== undefined)].join(' ');
}

/** Files that differ by their format alone are one document; the letters to the authorities are listed by their folder. */
function documentsOf(files: readonly PackageFile[]): readonly CoverDocument[] {
  const groups = new Map<string, PackageFile[]>();
  for (const file of files) {
    const whole = file.path.slice(0, -(file.format.length + 1));
    const name = file.names.authority === undefined ? whole : whole.slice(0, whole.lastIndexOf('/'));
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups].map(([name, group]) => {
    const pages = group.flatMap((file) => file.pages ?? []);
    const each = new Map(group.map((file) => [file.names.authority, file]));
    const parts = [...each].flatMap(([text, file]) => (text === undefined ? [] : { ...linkTo(file), text }));
    return {
      name,
      pages: pages.length === 0 ? '' : String(pages.reduce((sum, count) => sum + count, 0)),
      links: parts.length === 0 ? group.map(linkTo) : [],
      parts,
    };
  });
}

function linkTo({ path, format }: PackageFile): Link {
  return { href: path.split('/').map(encodeURIComponent).join('/'), text: format.toUpperCase() };
}

/** Of the formats of one document, the PDF where there is one. */
function hrefOf(formats: readonly PackageFile[]): string {
  const file = formats.find((one) => one.format === 'pdf') ?? formats[0];
  return file === undefined ? '' : linkTo(file).href;
}

function districtOf(
  { roster, plan }: Facts,
  { name, members, payer }: Facts['theCase']['districts'][number],
  files: readonly PackageFile[],
): CoverDistrict {
  const nominees = roster.filter((one) => one.district === name);
  const payments = plan.payments.filter(({ award }) => award.district === name);
  const linksOf = (document: string) =>
    files.filter((file) => file.document === document && belongsTo(file, name, payer)).map(linkTo);
  const forms = files.filter((file) => file.document === 'forms' && file.names.district === name);
  const formsOf = (category: Category) => forms.filter((file) => file.names.category === category);
  const sum = (paid: typeof payments) => paid.reduce((total, payment) => total + payment.amount, 0);
  return {
    district: name,
    members,
    categories: categories.map((category) => ({
      count: nominees.filter((one) => one.level === 'city' && one.category === category).length,
      href: hrefOf(formsOf(category)),
    })),
    districtAwards: nominees.filter((one) => one.level === 'district').length,
    letter: hrefOf(files.filter((file) => file.document === 'police-letters' && file.names.district === name)),
    roster: linksOf('district-rosters'),
    scoring: hrefOf(files.filter((file) => file.document === 'scoring' && file.names.district === name)),
    payout: linksOf('payout'),
    amount: sum(payments),
    ownAmount: sum(payments.filter((payment) => payment.payer === payer)),
  };
}
