/** Which documents an own pack's entry asks for: one for each thing that it is for, of those that its filter takes. */
import { categoryNames, levelNames } from '../case/terms.ts';
import {
  type AwardLevel,
  awardLevels,
  type Category,
  categories,
  type Nominee,
  type NomineeStatus,
} from '../case/types.ts';
import { recipientOf } from './certificate.ts';
import type { DocumentView, Facts } from './facts.ts';
import {
  type OwnCaseView,
  type OwnCertificateView,
  type OwnDistrictView,
  type OwnNomineeView,
  type OwnPayerView,
  ownNominee,
  ownView,
} from './pack.ts';

/** What a document can be for; also the name of the view that its template states. */
export const subjects = ['case', 'nominee', 'certificate', 'district', 'payer'] as const;
export type Subject = (typeof subjects)[number];

/** Names that the path of a document may hold, by what it is for. */
export const pathNames: Readonly<Record<Subject, readonly string[]>> = {
  case: ['copy'],
  nominee: ['number', 'district', 'unit', 'recipient', 'level', 'category', 'industry', 'copy'],
  certificate: ['number', 'district', 'unit', 'recipient', 'level', 'category', 'industry', 'certificate', 'copy'],
  district: ['number', 'district', 'copy'],
  payer: ['number', 'payer', 'copy'],
};

/** Whom a document takes; an empty list takes all. */
export interface Filter {
  readonly level: readonly AwardLevel[];
  readonly category: readonly Category[];
  readonly status: readonly NomineeStatus[];
  readonly district: readonly string[];
}

export interface OwnRequest {
  readonly for: Subject;
  readonly where: Filter;
  readonly copies: number;
}

/** A document before its copies are told apart. */
interface Entry {
  readonly names: Readonly<Record<string, string>>;
  readonly view: object;
  /** What the cover calls it among many; '' where it is the only one. */
  readonly part: string;
  readonly nominees?: readonly Nominee[];
}

/** The documents of an entry, copy after copy of each. */
export function ownDocuments(facts: Facts, request: OwnRequest): readonly DocumentView[] {
  const { theCase } = facts;
  return entriesOf(facts, request).flatMap(({ names, view, part, nominees }) =>
    Array.from({ length: request.copies }, (_, index) => {
      const copy = request.copies === 1 ? '' : `第${index + 1}份`;
      return {
        names: { ...names, copy },
        view: { ...ownView(theCase, copy), ...view },
        part: part || copy,
        ...(nominees && { nominees }),
      };
    }),
  );
}

/** Everything a view holds but what `ownView` gives. */
type Own<T> = Omit<T, keyof ReturnType<typeof ownView>>;

function entriesOf(facts: Facts, { for: subject, where }: OwnRequest): readonly Entry[] {
  const { theCase, plan, nomineeOf } = facts;
  const taken = inAwardOrder([...facts.roster, ...facts.withdrawn].filter((one) => takes(where, one)));
  const listOf = (nominees: readonly Nominee[]) => nominees.map((one, index) => ownNominee(theCase, one, index));
  switch (subject) {
    case 'case': {
      const view: Own<OwnCaseView> = { count: taken.length, nominees: listOf(taken) };
      return taken.length === 0 ? [] : [{ names: {}, view, part: '' }];
    }
    case 'nominee':
      return taken.map((nominee, index) => {
        const view: Own<OwnNomineeView> = ownNominee(theCase, nominee, index);
        const names = nomineeNames(nominee, numberAt(index, taken.length));
        return { names, view, part: recipientOf(nominee), nominees: [nominee] };
      });
    case 'certificate': {
      const certificates = facts.certificates.filter(({ nominee }) => takes(where, nominee));
      return certificates.map(({ nominee, number: certificate }, index) => {
        const view: Own<OwnCertificateView> = { ...ownNominee(theCase, nominee, index), certificate };
        const names = { ...nomineeNames(nominee, numberAt(index, certificates.length)), certificate };
        return { names, view, part: recipientOf(nominee), nominees: [nominee] };
      });
    }
    case 'district':
      return theCase.districts
        .map((district, index) => ({
          district,
          number: numberAt(index, theCase.districts.length),
          own: taken.filter((one) => one.district === district.name),
        }))
        .filter(({ own }) => own.length > 0)
        .map(({ district: { name: district, members, payer }, number, own }) => {
          const view: Own<OwnDistrictView> = {
            district,
            members,
            payer: payer ?? '',
            count: own.length,
            nominees: listOf(own),
          };
          return { names: { number, district }, view, part: district };
        });
    case 'payer': {
      const payments = plan.payments.flatMap(({ award, payer, amount }) => {
        const nominee = nomineeOf.get(award);
        return nominee !== undefined && takes(where, nominee) ? [{ nominee, payer, amount }] : [];
      });
      const payers = [...new Set(payments.map(({ payer }) => payer))];
      return payers.map((payer, index) => {
        const own = payments.filter((one) => one.payer === payer);
        const view: Own<OwnPayerView> = {
          payer,
          count: own.length,
          amount: own.reduce((sum, one) => sum + one.amount, 0),
          payments: own.map(({ nominee, amount }, place) => ({ ...ownNominee(theCase, nominee, place), amount })),
        };
        return { names: { number: numberAt(index, payers.length), payer }, view, part: payer };
      });
    }
  }
}

/** By level and category, in each the order of the rosters. */
function inAwardOrder(nominees: readonly Nominee[]): readonly Nominee[] {
  return awardLevels.flatMap((level) =>
    categories.flatMap((category) => nominees.filter((one) => one.level === level && one.category === category)),
  );
}

function takes({ level, category, status, district }: Filter, nominee: Nominee): boolean {
  const among = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (
    among(level, nominee.level) &&
    among(category, nominee.category) &&
    among(status, nominee.status) &&
    among(district, nominee.district)
  );
}

function nomineeNames(nominee: Nominee, number: string): Readonly<Record<string, string>> {
  return {
    number,
    district: nominee.district,
    unit: nominee.unit,
    recipient: recipientOf(nominee),
    level: levelNames[nominee.level],
    category: categoryNames[nominee.category],
    industry: nominee.industry,
  };
}

/** 001 … 589: as many digits as keep the files in order. */
function numberAt(index: number, count: number): string {
  return String(index + 1).padStart(Math.max(2, String(count).length), '0');
}
