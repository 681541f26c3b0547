/** case.yaml as a schema: what may stand there, and how it becomes `Settings`. Amounts: yuan there, fen here. */
import { z } from 'zod';
import type { MessageCode } from '../message.ts';
import { nearest } from '../nearest.ts';
import { awardLevels, categories, type PerCategory, type SealSettings, type Settings } from './types.ts';

/** What a failed check says: the code of its message, and the facts for it. */
export interface Check {
  readonly code: MessageCode;
  readonly [fact: string]: string;
}

/** A check that failed, for zod. */
export const fails = (code: MessageCode, facts: Readonly<Record<string, string>> = {}): { params: Check } => ({
  params: { ...facts, code },
});

/** Text with something in it. */
export const text = z
  .string()
  .refine((value) => value.trim() !== '', fails('case.key-missing'))
  .transform((value) => value.trim());
const date = z.string().refine(isDate, fails('case.date'));
const share = z.number().refine((value) => value >= 0 && value <= 1, fails('case.share'));
const count = z.number().refine((value) => Number.isSafeInteger(value) && value >= 0, fails('case.count'));
const year = z
  .number()
  .refine((value) => Number.isInteger(value) && value >= 1949 && value <= 2099, fails('case.year'));
const amount = z
  .number()
  .refine((yuan) => fenOf(yuan) !== undefined, fails('case.amount'))
  .transform((yuan) => fenOf(yuan) ?? 0);
const amounts = z.strictObject({ collective: amount, individual: amount });
/** The notice's own number may still be blank between 〕 and 号, as in a draft. */
const noticeNumber = z
  .string()
  .refine((value) => isDocumentNumber(value.replace('〕　号', '〕1号')), fails('case.document-number'));
const certificateNumber = z
  .string()
  .refine((value) => /^[^{}]*\{0+\}[^{}]*$/.test(value), fails('case.certificate-number', { zeros: '{0000}' }));

/** A group that may be left out, or left with nothing under it. */
function optional<T extends z.ZodType>(schema: T, empty: z.output<T>) {
  return schema.nullish().transform((value) => value ?? empty);
}

function perCategory<T extends z.ZodType>(schema: T) {
  return { unit: schema, department: schema, responsible: schema, officer: schema } satisfies PerCategory<T>;
}

/** A value that may be left out, or left empty, until it is decided. */
function undecided(allowed: (value: string) => boolean, code: MessageCode) {
  return optional(
    z
      .string()
      .refine((value) => value === '' || allowed(value), fails(code))
      .transform((value) => value.trim()),
    '',
  );
}

const notice = z
  .strictObject({
    number: noticeNumber,
    copyNumber: undecided((value) => /^\d{6}$/.test(value), 'case.copy-number'),
    secrecy: undecided((value) => /^(绝密|机密|秘密)(★.+)?$/.test(value), 'case.secrecy'),
    urgency: z
      .enum(['特急', '加急'])
      .nullish()
      .transform((value) => value ?? ''),
    date,
    addressees: text,
    copyTo: text,
    closingDate: date,
    annualMeeting: text,
    contact: z.strictObject({
      persons: z.array(text),
      phones: z.array(text),
      address: text,
      postcode: text,
      email: text,
    }),
    printedBy: text,
    printedOn: date,
  })
  .superRefine(checkYear);

/** Papers between notice and certificates: what is left out is blank. */
const paper = { number: undecided(isDocumentNumber, 'case.document-number'), date: undecided(isDate, 'case.date') };
const blankPaper = { number: '', date: '' };
const blankLetter = { ...blankPaper, replyBy: '' };
const blankRequest = { ...blankPaper, signer: '' };
const letter = optional(
  z.strictObject({ ...paper, replyBy: undecided(isDate, 'case.date') }).superRefine(checkYear),
  blankLetter,
);
const request = optional(
  z.strictObject({ ...paper, signer: optional(z.string(), '') }).superRefine(checkYear),
  blankRequest,
);
const documents = z.strictObject({
  authorityLetters: letter,
  policeLetters: letter,
  publicityRequest: request,
  finalRequest: request,
  decision: optional(z.strictObject(paper).superRefine(checkYear), blankPaper),
});

const publicity = z.strictObject({
  start: undecided(isDate, 'case.date'),
  workingDays: z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= 60, fails('case.working-days'))
    .default(5),
  holidays: optional(z.array(date), []),
  workdays: optional(z.array(date), []),
});

const police = z.strictObject({
  name: text.refine((value) => value.includes('{district}'), fails('case.police-name', { slot: '{district}' })),
  districts: optional(z.record(z.string(), text.nullable()), {}),
});

/** A printer that is further off than this wants a mechanic. */
const millimetres = (least: number, most: number) =>
  z
    .number()
    .refine(
      (value) => value >= least && value <= most,
      fails('case.printer', { least: String(least), most: String(most) }),
    );
const printer = z.strictObject({
  right: millimetres(-20, 20).default(0),
  down: millimetres(-20, 20).default(0),
  ruler: millimetres(190, 210).default(200),
});

/** A seal is an image of the user's, or room to press it by hand. */
const seal = z
  .strictObject({
    image: text.nullish(),
    space: z.boolean().nullish(),
    diameter: z
      .number()
      .refine((value) => value >= 10 && value <= 100, fails('case.seal-diameter'))
      .default(42),
  })
  .refine(({ image, space }) => (image == null) === (space === true), fails('case.seal-choice'))
  .nullish()
  .transform((value): SealSettings | null => (value ? { image: value.image ?? null, diameter: value.diameter } : null));

/** Written as a number, as the standards are called. */
const layout = z
  .literal([9704, 33476])
  .nullish()
  .transform((value): Settings['layout'] => (value === 33476 ? '33476' : '9704'));

/** An honour of the rosters, by what it is and who has it. */
const namedAward = {
  level: z.enum(awardLevels),
  category: z.enum(categories),
  unit: text,
  recipient: optional(text, ''),
};

const tax = z
  .strictObject({
    items: z.record(z.string(), z.strictObject({ rate: share, basis: text })),
    collective: text,
    individual: text,
    exceptions: optional(z.array(z.strictObject({ unit: text, recipient: optional(text, ''), item: text })), []),
  })
  .superRefine(({ items, collective, individual, exceptions }, context) => {
    const known = Object.keys(items);
    const named: readonly (readonly [readonly (string | number)[], string])[] = [
      [['collective'], collective],
      [['individual'], individual],
      ...exceptions.map(({ item }, index) => [['exceptions', index, 'item'], item] as const),
    ];
    for (const [path, item] of named)
      if (!known.includes(item))
        context.addIssue({
          code: 'custom',
          path: [...path],
          ...fails('case.tax-item-unknown', { item, nearest: nearest(item, known) }),
        });
  });

const settings = z.strictObject({
  year,
  layout,
  activity: text,
  subject: text,
  issuer: z.strictObject({ name: text, shortName: text, code: text, seal }),
  conferrer: z.strictObject({ name: text, shortName: text, code: optional(z.string(), ''), seal }),
  notice,
  honours: z.strictObject(perCategory(text)),
  quota: z.strictObject({
    rates: z.strictObject({ city: z.strictObject(perCategory(share)), district: z.strictObject(perCategory(share)) }),
    stated: z.strictObject({ ...perCategory(count), collective: count, individual: count }),
  }),
  scoring: z.strictObject({ qualifying: count, baseTotal: count, bonusTotal: count }),
  payout: z.strictObject({
    amounts,
    districtAmounts: optional(z.record(z.string(), amounts), {}),
    cityPayer: text,
    twoIndividualAwards: z.enum(['once', 'each']).default('once'),
    alreadyPaid: optional(z.array(z.strictObject({ ...namedAward, payer: text, amount, date })), []),
    waived: optional(z.array(z.strictObject({ ...namedAward, reason: text })), []),
    confirmedMatches: optional(
      z.array(z.strictObject({ unit: text, recipient: optional(text, ''), same: z.boolean() })),
      [],
    ),
    tax: optional(tax.nullable(), null),
  }),
  register: optional(text, '../register.jsonl'),
  previous: optional(text, ''),
  certificates: z.strictObject({
    number: certificateNumber,
    date,
    district: z.boolean().default(false),
  }),
  printer: optional(printer, { right: 0, down: 0, ruler: 200 }),
  industries: z.array(text),
  authorities: optional(z.array(z.strictObject({ name: text, shortName: text, industries: z.array(text) })), []),
  police: optional(police, { name: '', districts: {} }),
  publicity: optional(publicity, { start: '', workingDays: 5, holidays: [], workdays: [] }),
  documents: optional(documents, {
    authorityLetters: blankLetter,
    policeLetters: blankLetter,
    publicityRequest: blankRequest,
    finalRequest: blankRequest,
    decision: blankPaper,
  }),
  fonts: optional(z.strictObject({ 小标宋: text, 仿宋: text, 楷体: text, 黑体: text, 宋体: text }).partial(), {}),
});

const override = z.strictObject({ category: z.enum(categories), quota: count, reason: text });

/** What case.yaml adds to a district of the table of member units. */
const district = z.strictObject({
  scope: z.enum(['city', 'district']).default('district'),
  payer: text.nullable().optional(),
  overrides: z.array(override).default([]),
});

export const caseSchema = z
  .strictObject({
    ...settings.shape,
    districts: optional(z.record(z.string(), district), {}),
  })
  .superRefine(({ authorities, industries }, context) => {
    for (const [authority, { industries: own }] of authorities.entries())
      for (const [index, industry] of own.entries())
        if (!industries.includes(industry))
          context.addIssue({
            code: 'custom',
            path: ['authorities', authority, 'industries', index],
            ...fails('case.industry-unknown', { industry, nearest: nearest(industry, industries) }),
          });
  });

/** The number of a paper names the year of its date. */
function checkYear(
  { number, date }: { readonly number: string; readonly date: string },
  context: z.RefinementCtx,
): void {
  const numberYear = /〔(\d{4})〕/.exec(number)?.[1];
  const dateYear = date.slice(0, 4);
  if (numberYear === undefined || !isDate(date) || numberYear === dateYear) return;
  context.addIssue({ code: 'custom', path: ['number'], ...fails('case.document-year', { numberYear, dateYear }) });
}

/** Whole fen of an amount in yuan, by its decimal digits; undefined unless it has at most two decimals and is not negative. */
function fenOf(yuan: number): number | undefined {
  const digits = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(yuan));
  return digits ? Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0')) : undefined;
}

function isDocumentNumber(value: string): boolean {
  return /^[\u4e00-\u9fff]+〔(19|20)\d{2}〕[1-9]\d*号$/.test(value);
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}
