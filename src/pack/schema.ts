/** pack.yaml of an office's own pack as a schema; what each key is, `types.ts` says. */
import { z } from 'zod';
import { fails, text } from '../case/schema.ts';
import { categoryNames, levelNames, statusNames } from '../case/terms.ts';
import { subjects } from '../views/own.ts';
import { formats } from '../writers/registry.ts';

/** Letters, digits, - and _, so that a name never leads out of its folder. */
export const plainName = /^[\p{L}\p{N}_-]+$/u;

const name = text.refine((value) => plainName.test(value), fails('pack.name'));
const format = z.enum(formats as [(typeof formats)[number]]);

/** One of some Chinese terms, or a list of them, as the terms' own keys. */
function termsOf<T extends string>(terms: Readonly<Record<T, string>>) {
  const keys = Object.keys(terms) as T[];
  const keyOf = (word: unknown) => keys.find((key) => terms[key] === word);
  const one = { enum: Object.values<string>(terms) };
  return (
    z
      .unknown()
      .refine(
        (value) => listOf(value).every((word) => keyOf(word) !== undefined),
        fails('case.choice', { expected: Object.values(terms).join(' / ') }),
      )
      // What editors propose.
      .meta({ anyOf: [one, { type: 'array', items: one }] })
      .transform((value) => listOf(value).flatMap((word) => keyOf(word) ?? []))
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

const where = z.strictObject({
  level: termsOf(levelNames).optional(),
  category: termsOf(categoryNames).optional(),
  status: termsOf(statusNames).optional(),
  district: z
    .unknown()
    .refine((value) => listOf(value).every((one) => typeof one === 'string'), fails('case.not-text'))
    .meta({ type: ['string', 'array'], items: { type: 'string' } })
    .transform((value) => listOf(value).map(String))
    .optional(),
});

export const packSchema = z.strictObject({
  folder: text,
  documents: z
    .array(
      z.strictObject({
        name,
        template: name,
        for: z.enum(subjects),
        where: where.nullish().transform((given) => ({
          level: given?.level ?? [],
          category: given?.category ?? [],
          // What an office sends out names winners: the others have to be asked for.
          status: given?.status ?? (['final'] as const),
          district: given?.district ?? [],
        })),
        copies: z
          .number()
          .refine((count) => Number.isInteger(count) && count >= 1 && count <= 20, fails('pack.copies'))
          .nullish()
          .transform((count) => count ?? 1),
        formats: z
          .array(format)
          .refine((list) => list.length > 0, fails('pack.empty'))
          .transform((list) => [...new Set(list)]),
        path: text,
      }),
    )
    .refine((list) => list.length > 0, fails('pack.empty')),
});
