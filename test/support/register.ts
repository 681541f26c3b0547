/** What tests of the register are made from. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Message, Result } from '../../src/message.ts';
import { appendEntries } from '../../src/register/append.ts';
import { batchEntries, certificateEntries, reversalEntry, voidEntry } from '../../src/register/entries.ts';
import { readRegister } from '../../src/register/journal.ts';
import { keyOf } from '../../src/register/state.ts';
import type { AwardFacts, Entry, PaymentFacts, Register, RegisterState } from '../../src/register/types.ts';

export const signed = { time: '2025-01-20T09:30:00+08:00', prepared: '张制表', reviewed: '李复核' };
export const head = { ...signed, year: 2024, caseId: '2024', date: '2025-01-20' };
export const pattern = '测证{0000}号';

export function awardTo(state: RegisterState, unit: string, given: Partial<AwardFacts> = {}): AwardFacts {
  return {
    year: 2024,
    caseId: '2024',
    level: 'city',
    category: 'unit',
    district: '浦东',
    unit,
    recipient: unit,
    key: keyOf(state, `unit:${unit}`),
    ...given,
  };
}

export function paymentTo(state: RegisterState, unit: string, given: Partial<PaymentFacts> = {}): PaymentFacts {
  return { ...awardTo(state, unit), payer: '市企保协会', amount: 200000, taxItem: '', tax: 0, ...given };
}

/** A path for a register in a new folder of its own. */
export async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'neibao-register-')), 'register.jsonl');
}

/** The value of a result that must be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 2));
  return result.value;
}

/** Reads, makes entries and appends them. */
export async function put(path: string, make: (register: Register) => readonly Entry[]): Promise<Register> {
  const register = good(await readRegister(path));
  return good(await appendEntries(path, register, make(register)));
}

/** A register with two batches, a reversal, three certificates, a replacement and a void one. Units begin with 测试. */
export async function smallRegister(path: string): Promise<Register> {
  const pay = (...units: readonly string[]) =>
    put(path, (now) =>
      batchEntries(
        now,
        head,
        units.map((unit) => paymentTo(now, unit)),
      ),
    );
  await pay('测试甲厂', '测试乙厂', '测试丙厂');
  await put(path, ({ payments }) => payments.slice(0, 1).map((one) => reversalEntry(one, '账号有误', signed)));
  await pay('测试甲厂', '测试丁厂');
  await put(path, (now) => {
    const awards = ['测试甲厂', '测试乙厂', '测试丙厂'].map((unit) => awardTo(now, unit));
    return certificateEntries(now, awards, pattern, signed);
  });
  return put(path, ({ certificates }) => certificates.slice(1, 2).map((one) => voidEntry(one, '撤回', signed)));
}

export function codesOf(messages: readonly Message[]): readonly string[] {
  return messages.map(({ code }) => code);
}

/** What somebody asks of a register, in any order: much of it will be refused. */
export type Wish =
  | { readonly do: 'issue'; readonly year: number; readonly units: readonly number[] }
  | { readonly do: 'reverse' | 'void' | 'replace'; readonly at: number }
  | { readonly do: 'certify'; readonly year: number; readonly units: readonly number[] };

const year = fc.integer({ min: 2024, max: 2025 });
const units = fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 });
const at = fc.nat({ max: 9 });

export const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ do: fc.constant('issue' as const), year, units }),
  fc.record({ do: fc.constantFrom('reverse' as const, 'void' as const, 'replace' as const), at }),
  fc.record({ do: fc.constant('certify' as const), year, units }),
);
