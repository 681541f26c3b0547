/**
 * The functions that templates may call: pure, and these only. Where a value is null, those that format give ''.
 * A function gives undefined for a value that it cannot take.
 */
import Handlebars from 'handlebars/dist/handlebars.js';
import { longDate } from '../figures.ts';
import { createBudget } from './budget.ts';
import { capital } from './capital.ts';

export interface Helper {
  /** Smallest and largest number of arguments. */
  readonly arity: readonly [number, number];
  /** How a template writes it, and a value it takes, for messages. */
  readonly usage: string;
  readonly sample: string;
  apply(
    values: readonly unknown[],
    options: Readonly<Record<string, unknown>>,
  ): string | number | boolean | readonly unknown[] | undefined;
}

/** A helper of one value, which null passes as ''. */
function format(usage: string, sample: string, apply: (value: unknown) => string | number | undefined): Helper {
  return { arity: [1, 1], usage, sample, apply: ([value]) => (isMissing(value) ? '' : apply(value)) };
}

export const helpers: Readonly<Record<string, Helper>> = {
  /** Whether two values are the same. */
  eq: { arity: [2, 2], usage: '{{#if (eq a b)}}', sample: 'a b', apply: ([a, b]) => a === b },
  /** 2024-12-17 → 2024年12月17日 */
  longDate: format('{{longDate day}}', '2024-12-17', (value) => longDate(String(value))),
  /** 5208 → 5,208 */
  number: format('{{number count}}', '5208', (value) => (isNumber(value) ? grouped(String(value)) : undefined)),
  /** Fen as yuan: 2000, or with `decimals=2` 2,000.00. Without `decimals` cents show only where there are some. */
  yuan: {
    arity: [1, 1],
    usage: '{{yuan amount decimals=2}}',
    sample: '200000',
    apply: ([fen], { decimals }) => {
      if (isMissing(fen)) return '';
      if (!isFen(fen)) return undefined;
      return decimals === 2 ? grouped((fen / 100).toFixed(2)) : plainYuan(fen);
    },
  },
  /** Fen as a plain number of yuan, for the `value` of a cell. */
  fenAsYuan: format('{{fenAsYuan amount}}', '200000', (fen) => (isFen(fen) ? plainYuan(fen) : undefined)),
  /** Fen in capital numerals: 贰仟元整 */
  capital: format('{{capital amount}}', '200000', (fen) => (isFen(fen) ? capital(fen) : undefined)),
  /** "-" for nothing and for 0, as tables print it. */
  dash: {
    arity: [1, 1],
    usage: '{{dash count}}',
    sample: '8',
    apply: ([value]) => (value === 0 ? '-' : orDash(value)),
  },
  /** "-" for nothing, 0 for 0. */
  dashNull: { arity: [1, 1], usage: '{{dashNull count}}', sample: '8', apply: ([value]) => orDash(value) },
  /** 0.03 → 3% */
  percent: format('{{percent rate}}', '0.03', (value) =>
    isNumber(value) ? `${Number((value * 100).toFixed(6))}%` : undefined,
  ),
  /** The number after it: `{{inc @index}}` counts from 1. */
  inc: format('{{inc @index}}', '0', (value) => (isNumber(value) ? value + 1 : undefined)),
  /** 1 → 一, up to 99. */
  han: format('{{han count}}', '12', (value) =>
    isNumber(value) && Number.isInteger(value) && value >= 0 && value < 100 ? han(value) : undefined,
  ),
  /** The values of a list in one text, with 、 between them unless another mark is given. */
  join: {
    arity: [1, 2],
    usage: '{{join names "、"}}',
    sample: '[…]',
    apply: ([list, mark = '、']) => {
      if (isMissing(list)) return '';
      return Array.isArray(list) && list.every(isPlain) ? list.join(String(mark)) : undefined;
    },
  },
  /** A list by so many at a time, 1 to 99, as a page holds them. The last group is as long: null stands where nothing is left. */
  inGroups: {
    arity: [2, 2],
    usage: '{{#each (inGroups rows 6)}}',
    sample: '[…] 6',
    apply: ([list, size]) => {
      if (isMissing(list)) return [];
      if (!Array.isArray(list) || !isNumber(size) || !Number.isInteger(size) || size < 1 || size > 99) return undefined;
      const groups = Math.ceil(list.length / size);
      return Array.from({ length: groups }, (_, group) =>
        Array.from({ length: size }, (_, index) => list[group * size + index] ?? null),
      );
    },
  },
};

/** Blocks that Handlebars brings and templates may use. */
export const blockHelpers: readonly string[] = ['if', 'unless', 'each', 'with'];

/** A call of a function with values that it cannot take; `source` is the file as it was parsed. */
export interface Refused {
  readonly name: string;
  readonly values: readonly unknown[];
  readonly at: { readonly source?: string | null; readonly start: { readonly line: number; readonly column: number } };
}

interface CallOptions extends Handlebars.HelperOptions {
  readonly loc: Refused['at'];
  /** `refuse` is given to the rendering, and out of reach of templates. */
  readonly data: { readonly refuse?: (call: Refused) => void };
}

/** A Handlebars of its own: nothing registered elsewhere in the process gets in. Its blocks count against the budget. */
export function createHandlebars(budget = createBudget()): typeof Handlebars {
  const own = Handlebars.create();
  for (const name of ['log', 'lookup']) own.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers)) {
    own.registerHelper(name, (...given: unknown[]) => {
      const options = given.pop() as CallOptions;
      const result = helper.apply(given, options.hash);
      if (result === undefined) options.data.refuse?.({ name, values: given, at: options.loc });
      return result;
    });
  }
  for (const name of blockHelpers) {
    const block = own.helpers[name] as Handlebars.HelperDelegate;
    own.registerHelper(name, function (this: unknown, first: unknown, last: unknown) {
      const options = last as Handlebars.HelperOptions & { readonly loc?: hbs.AST.SourceLocation };
      const line = options.loc?.start.line ?? 1;
      const counted: Partial<Handlebars.HelperOptions> = {
        fn: (context, inner) => budget.pass(line, () => options.fn(context, inner)),
        inverse: (context, inner) => budget.pass(line, () => options.inverse(context, inner)),
      };
      return block.call(this, first, { ...options, ...counted });
    });
  }
  return own;
}

function isMissing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** What is one text, or none. */
function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isFen(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function orDash(value: unknown): string | number | undefined {
  if (isMissing(value)) return '-';
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

function plainYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

function han(number: number): string {
  const digits = '〇一二三四五六七八九';
  const ten = Math.floor(number / 10);
  const one = number % 10;
  if (ten === 0) return digits[one] ?? '';
  return `${ten > 1 ? digits[ten] : ''}十${one > 0 ? digits[one] : ''}`;
}
