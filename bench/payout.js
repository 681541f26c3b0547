/**
 * A hundred thousand awards through the payout rules and into a new register; reports awards, payments, seconds of each
 * and peak memory to the parent.
 *
 *   node bench/payout.js COUNT
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendEntries } from '../build/register/append.js';
import { batchEntries } from '../build/register/entries.js';
import { readRegister } from '../build/register/journal.js';
import { paidIn, paymentFacts } from '../build/register/year.js';
import { planPayout } from '../build/rules/payout.js';

const count = Number(process.argv[2]);
const theCase = { year: 2024, id: 'bench' };
const districts = [{ name: '浦东', members: 1000, scope: 'district', payer: '浦东区企保协会', overrides: [] }];
const policy = {
  amounts: { collective: 200_000, individual: 100_000 },
  districtAmounts: {},
  cityPayer: '市企保协会',
  twoIndividualAwards: 'once',
  alreadyPaid: [],
  waived: [],
  confirmedMatches: [],
  tax: null,
};
// One in ten wins at both levels; one in ten has no number.
const awards = Array.from({ length: count }, (_, index) => {
  const who = index % Math.floor(count * 0.9);
  const unit = `第${who}厂`;
  const collective = who % 2 === 0;
  const recipient = collective ? unit : `王${who}`;
  const name = collective ? `unit:${unit}` : `person:${unit}/${recipient}`;
  return {
    level: index === who ? 'city' : 'district',
    category: collective ? 'unit' : 'officer',
    district: '浦东',
    unit,
    member: who % 3 !== 0,
    recipient,
    beneficiary: who % 10 === 0 ? name : `${collective ? 'code' : 'id'}:${who}`,
    place: { file: 'rosters/01浦东.xlsx', sheet: '名册', row: index + 2 },
  };
});

const folder = await mkdtemp(join(tmpdir(), 'neibao-bench-'));
const path = join(folder, 'register.jsonl');
const started = performance.now();
const empty = await readRegister(path);
const plan = planPayout(awards, policy, districts, paidIn(empty.value, theCase.year), theCase.id);
const planned = performance.now();
const signed = { time: '2025-01-20T09:00:00+08:00', prepared: '甲', reviewed: '乙' };
const head = { ...signed, year: theCase.year, caseId: theCase.id, date: '2025-01-20' };
const facts = paymentFacts(empty.value, plan.value.payments, theCase);
const entered = await appendEntries(path, empty.value, batchEntries(empty.value, head, facts));
const ended = performance.now();
const megabytes = process.resourceUsage().maxRSS / 1024;
const read = await readRegister(path);
const again = planPayout(awards, policy, districts, paidIn(read.value, theCase.year), theCase.id);
await rm(folder, { recursive: true });
const open = again.value.payments.filter(({ record }) => record === null);
if (!entered.ok || open.length > 0) throw new Error('a second run would pay again');
const planning = (planned - started) / 1000;
const registering = (ended - planned) / 1000;
process.send?.({ awards: count, payments: plan.value.payments.length, planning, registering, megabytes });
