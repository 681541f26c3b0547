/** What case.yaml says, validated: the office's own decisions for the year. Money is an integer number of fen. */
import type { AwardLevel, Category, PerCategory } from './types.ts';

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
  readonly printer: PrinterSettings;
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

/** What was measured on the printer's calibration page, in mm. */
export interface PrinterSettings {
  /** How far to the right of its place, and below it, the cross in the upper left corner was printed. */
  readonly right: number;
  readonly down: number;
  /** Printed length of the ruler of 200 mm. */
  readonly ruler: number;
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
