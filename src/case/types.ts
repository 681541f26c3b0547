/** What the user gives, read and validated: plain readonly data. Money is an integer number of fen. */
import type { Place } from '../message.ts';

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
  /** In the order given: file by file, sheet by sheet, row by row. */
  readonly nominees: readonly Nominee[];
  /** Scoring sheets that came in item by item, in the order given. */
  readonly scores: readonly ItemScores[];
  /** Seals by the names that templates call them by: `issuer`, `conferrer`. */
  readonly seals: Readonly<Record<string, Seal>>;
  /** Every file that was read, path relative to the case folder with `/`, for the manifest. */
  readonly inputs: readonly Input[];
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

/** case.yaml, validated. */
export interface Settings {
  readonly year: number;
  /** The margin model of its 公文: of GB/T 9704, or of GB/T 33476.2 for word processors. */
  readonly layout: '9704' | '33476';
  /** e.g. 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** e.g. 上海内保工作: goes before the names of the honours and of the annexes. */
  readonly subject: string;
  readonly issuer: {
    readonly name: string;
    readonly shortName: string;
    readonly code: string;
    /** null where its papers are set without one. */
    readonly seal: SealSettings | null;
  };
  /** The body in whose name the city commends. */
  readonly conferrer: {
    readonly name: string;
    readonly shortName: string;
    /** 机关代字, for the number of the decision; '' where not known. */
    readonly code: string;
    readonly seal: SealSettings | null;
  };
  readonly notice: NoticeSettings;
  /** Honours conferred, per category, as certificates name them. */
  readonly honours: PerCategory<string>;
  readonly quota: {
    /** Shares per scope: unit and officer of the members, department and responsible of the rounded unit quota. */
    readonly rates: Readonly<Record<'city' | 'district', PerCategory<number>>>;
    /** What the prose of the notice states; checked against the computed table. */
    readonly stated: PerCategory<number> & { readonly collective: number; readonly individual: number };
  };
  readonly scoring: { readonly qualifying: number; readonly baseTotal: number; readonly bonusTotal: number };
  readonly payout: PayoutPolicy;
  /** Path of the register, relative to the case folder. */
  readonly register: string;
  /** Folder of last year's case, relative to this one; '' where there is none to compare with. */
  readonly previous: string;
  readonly certificates: CertificateSettings;
  /** 市政府行业序列: the order of every roster. */
  readonly industries: readonly string[];
  /** Industry authorities (行业主管部门) whose opinion is asked. */
  readonly authorities: readonly Authority[];
  readonly police: PoliceSettings;
  readonly publicity: PublicitySettings;
  readonly documents: DocumentSettings;
  /** Files or folders of the office's own fonts per slot; empty where the default search applies. */
  readonly fonts: Readonly<Partial<Record<FontSlot, string>>>;
}

export interface SealSettings {
  /** Path of the image, relative to the case folder; null for room to press the seal by hand. */
  readonly image: string | null;
  /** mm. */
  readonly diameter: number;
}

/** A seal of the user's, to be placed on papers; never drawn by us. */
export interface Seal {
  /** Of a round seal; else the longer side. mm. */
  readonly diameter: number;
  /** null where it will be pressed by hand. */
  readonly image: SealImage | null;
}

export interface SealImage {
  readonly format: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export type FontSlot = '小标宋' | '仿宋' | '楷体' | '黑体' | '宋体';

export interface NoticeSettings {
  /** 发文字号, e.g. 沪企保协〔2024〕39号 */
  readonly number: string;
  /** 份号, six digits; '' where it has none. */
  readonly copyNumber: string;
  /** 密级和保密期限, e.g. 机密★1年; '' where it is not secret. */
  readonly secrecy: string;
  readonly urgency: '' | '特急' | '加急';
  /** ISO date of signature, e.g. 2024-12-17 */
  readonly date: string;
  readonly addressees: string;
  readonly copyTo: string;
  /** ISO date by which forms must be in. */
  readonly closingDate: string;
  readonly annualMeeting: string;
  readonly contact: {
    readonly persons: readonly string[];
    readonly phones: readonly string[];
    readonly address: string;
    readonly postcode: string;
    readonly email: string;
  };
  readonly printedBy: string;
  readonly printedOn: string;
}

export interface PayoutPolicy {
  readonly amounts: Amounts;
  /** District associations that pay other amounts at district level, by district name. */
  readonly districtAmounts: Readonly<Record<string, Amounts>>;
  readonly cityPayer: string;
  /** What to do with two individual awards of one level to one person: pay once (default), or each. */
  readonly twoIndividualAwards: 'once' | 'each';
  /** Payments of this year's honours that were made outside the register. */
  readonly alreadyPaid: readonly AlreadyPaid[];
  /** Money that was declined or given back. */
  readonly waived: readonly Waived[];
  /** What somebody has decided where two awards match by name alone. */
  readonly confirmedMatches: readonly ConfirmedMatch[];
  /** null where the case says nothing of tax. */
  readonly tax: TaxPolicy | null;
}

/** An honour of the rosters by what it is and who has it; `recipient` is the person, or the department. */
export interface NamedAward {
  readonly level: AwardLevel;
  readonly category: Category;
  readonly unit: string;
  /** '' for 先进单位, where it is the unit. */
  readonly recipient: string;
}

export interface AlreadyPaid extends NamedAward {
  readonly payer: string;
  /** Fen. */
  readonly amount: number;
  /** ISO date. */
  readonly date: string;
}

export interface Waived extends NamedAward {
  /** Chinese, without a full stop. */
  readonly reason: string;
}

export interface ConfirmedMatch {
  readonly unit: string;
  /** '' for a unit. */
  readonly recipient: string;
  /** Whether the awards of this name are one beneficiary's. */
  readonly same: boolean;
}

/** Tax items by name, which of them applies, and where another one does. Rates are shares of the amount. */
export interface TaxPolicy {
  readonly items: Readonly<Record<string, { readonly rate: number; readonly basis: string }>>;
  readonly collective: string;
  readonly individual: string;
  readonly exceptions: readonly { readonly unit: string; readonly recipient: string; readonly item: string }[];
}

/** Fen per award. */
export interface Amounts {
  readonly collective: number;
  readonly individual: number;
}

export interface CertificateSettings {
  /** e.g. 沪企保协表彰〔2024〕证{0000}号: the run of zeros takes the running number. */
  readonly number: string;
  /** ISO date. */
  readonly date: string;
  /** Whether the city office prints the districts' certificates too. */
  readonly district: boolean;
}

export interface Authority {
  /** e.g. 上海市国有资产监督管理委员会 */
  readonly name: string;
  /** e.g. 市国资委 */
  readonly shortName: string;
  /** The industries of the case that are its own. */
  readonly industries: readonly string[];
}

/** The local police (属地公安机关) whose opinion is asked. */
export interface PoliceSettings {
  /** e.g. 上海市公安局{district}分局; '' where the case names none. */
  readonly name: string;
  /** Names of other form, by district; null where no letter is sent. */
  readonly districts: Readonly<Record<string, string | null>>;
}

export interface PublicitySettings {
  /** ISO date of the first day; '' where not yet decided. */
  readonly start: string;
  readonly workingDays: number;
  /** ISO dates that the calendar of public holidays does not know: days off, and weekend days that are worked. */
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** Number and date of the papers between notice and certificates. What is '' is left blank, to be filled in by hand. */
export interface DocumentSettings {
  readonly authorityLetters: LetterSettings;
  readonly policeLetters: LetterSettings;
  readonly publicityRequest: RequestSettings;
  readonly finalRequest: RequestSettings;
  readonly decision: PaperSettings;
}

export interface PaperSettings {
  /** 发文字号; of letters that of the first, from which the others count on. */
  readonly number: string;
  /** ISO date of signature. */
  readonly date: string;
}

export interface LetterSettings extends PaperSettings {
  /** ISO date by which an answer is asked for. */
  readonly replyBy: string;
}

export interface RequestSettings extends PaperSettings {
  /** 签发人, whom GB/T 9704 7.2.6 asks of a paper that goes up. */
  readonly signer: string;
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
