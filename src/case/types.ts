/** What the user gives, read and validated: plain readonly data. Money is an integer number of fen. */
import type { Place } from '../message.ts';
import type { Seal, Settings } from './settings.ts';

export type * from './settings.ts';

export type AwardLevel = 'city' | 'district';
export type Category = 'unit' | 'department' | 'responsible' | 'officer';
export const awardLevels: readonly AwardLevel[] = ['city', 'district'];
/** In the order of the notice, which is also the precedence of payment. */
export const categories: readonly Category[] = ['unit', 'department', 'responsible', 'officer'];

export function isCollective(category: Category): boolean {
  return category === 'unit' || category === 'department';
}

/** Awards per category: of a quota, a count, a sum. */
export type PerCategory<T> = Readonly<Record<Category, T>>;

export interface Case {
  /** The case folder's name; the package is written to `out/<id>`. */
  readonly id: string;
  readonly year: number;
  readonly settings: Settings;
  /** In the order of the quota table (members.csv). */
  readonly districts: readonly District[];
  /** In the order given: file by file, sheet by sheet, row by row. Of many files they are held packed (`held.ts`), and read alike. */
  readonly nominees: readonly Nominee[];
  /** Scoring sheets that came in item by item, in the order given. */
  readonly scores: readonly ItemScores[];
  /** Seals by the names that templates call them by: `issuer`, `conferrer`. */
  readonly seals: Readonly<Record<string, Seal>>;
  /** Every file that was read, path relative to the case folder with `/`, for the manifest. */
  readonly inputs: readonly InputFile[];
}

/** A file that was read, as the manifest lists it. */
export interface InputFile {
  readonly path: string;
  /** How many. */
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface District {
  readonly name: string;
  /** 会员单位: number of member units; null where the association has not stated it ("-"). */
  readonly members: number | null;
  /** `city`: nominated by the city association itself (内保处); `district`: by a district association. */
  readonly scope: 'city' | 'district';
  /** The association that pays awards of this district; null where there is none (内保处). */
  readonly payer: string | null;
  /** Decisions of the issuer that replace the formula. */
  readonly overrides: readonly QuotaOverride[];
}

export interface QuotaOverride {
  readonly category: Category;
  readonly quota: number;
  /** Chinese sentence, printed in the reconciliation. */
  readonly reason: string;
}

/** Where a nominee stands in the flow of the year (annex 2, part 3), in order; `withdrawn` is out of it. */
export type NomineeStatus = 'nominated' | 'reviewed' | 'publicised' | 'final' | 'withdrawn';

interface NomineeCore {
  readonly level: AwardLevel;
  readonly district: string;
  /** 单位全称 */
  readonly unit: string;
  /** 统一社会信用代码, upper case; '' where the cell was empty. */
  readonly code: string;
  /** Member of the *city* association. */
  readonly member: boolean;
  readonly industry: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly deeds: string;
  readonly bank: string;
  readonly account: string;
  /** `final` where the roster does not say: an office that keeps no states works with final lists. */
  readonly status: NomineeStatus;
  /** Why a withdrawn nominee is; '' for the others. */
  readonly withdrawnReason: string;
  /** ISO date on which the roster came in; '' where not stated. */
  readonly received: string;
  readonly place: Place;
  /** Where the row stood in the file that a district sent; null where the case holds that file itself. */
  readonly origin: Place | null;
}

export interface CollectiveNominee extends NomineeCore {
  readonly category: 'unit' | 'department';
  /** 保卫部门名称; '' for a unit. */
  readonly department: string;
  readonly address: string;
  /** 人数 */
  readonly headcount: number | null;
  /** 主要负责人 */
  readonly head: string;
  readonly baseScore: number | null;
  readonly bonusScore: number | null;
  /** 一票否决: '' or 未发生 where nothing stands against the nominee. */
  readonly veto: string;
  /** 开户名 */
  readonly accountName: string;
}

export interface IndividualNominee extends NomineeCore {
  readonly category: 'responsible' | 'officer';
  readonly name: string;
  readonly sex: string;
  /** 职务 */
  readonly post: string;
  /** 出生年月 as YYYY-MM; '' where the cell was empty. */
  readonly birth: string;
  /** 政治面貌 */
  readonly politics: string;
}

export type Nominee = CollectiveNominee | IndividualNominee;

/** The scoring sheet (annex 3 of the notice) of one unit or department. */
export interface ItemScores {
  readonly category: 'unit' | 'department';
  /** 单位全称 */
  readonly unit: string;
  /** 统一社会信用代码; '' where not stated. */
  readonly code: string;
  /** 填表人 and 填表日期 as written; '' where not stated. */
  readonly filler: string;
  readonly filled: string;
  /** In the order given; an item may be missing, or stand there twice. */
  readonly points: readonly ItemScore<number>[];
  /** Veto items: whether it happened. */
  readonly vetoes: readonly ItemScore<boolean>[];
  /** Where the unit is named. */
  readonly place: Place;
}

/** What was given for one item: by the unit itself, and by the reviewer. null where the cell was empty. */
export interface ItemScore<T> {
  /** 1.1 … 9.2, 加1 … 加5, 否1 … 否5 */
  readonly number: string;
  readonly self: T | null;
  readonly reviewer: T | null;
  /** Places of the two cells. */
  readonly selfPlace: Place;
  readonly reviewerPlace: Place;
}

/** An award as the payout rules see it. Built from a nominee by `rules/award.ts`. */
export interface Award {
  readonly level: AwardLevel;
  readonly category: Category;
  readonly district: string;
  readonly unit: string;
  readonly member: boolean;
  /** Who is named on the certificate: unit, department or person. */
  readonly recipient: string;
  /** Key of the one who may be paid once: the unit's code or normalised name, the person's ID number or unit and name. */
  readonly beneficiary: string;
  readonly place: Place;
}
