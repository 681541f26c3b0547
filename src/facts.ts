/** Case folder → rules: what every document draws on. */
import { resolve } from 'node:path';
import { compactMap } from './case/held.ts';
import { readCase } from './case/read.ts';
import { type Award, awardLevels, categories, type Nominee } from './case/types.ts';
import type { Message } from './message.ts';
import { readRegister } from './register/journal.ts';
import { numbersOf, paidIn } from './register/year.ts';
import { checkAccounts } from './rules/account.ts';
import { awardOf } from './rules/award.ts';
import { numberCertificates } from './rules/certificate.ts';
import { checkEligibility } from './rules/eligibility.ts';
import { groupBy } from './rules/group.ts';
import { checkScores, withItemScores } from './rules/item-scores.ts';
import { inRosterOrder } from './rules/order.ts';
import { checkPapers } from './rules/papers.ts';
import { planPayout } from './rules/payout.ts';
import { checkStated, quotaTable } from './rules/quota.ts';
import { concerned, concerns } from './rules/status.ts';
import type { Facts } from './views/facts.ts';

/** Reads a case and applies the rules of quota, eligibility and payout. All findings are in the messages. */
export async function readFacts(dir: string): Promise<{ facts?: Facts; messages: readonly Message[] }> {
  const read = await readCase(dir);
  if (!read.ok) return { messages: read.messages };
  const register = await readRegister(resolve(dir, read.value.settings.register));
  if (!register.ok) return { messages: [...read.messages, ...register.messages] };
  const theCase = withItemScores(read.value);
  const quota = quotaTable(theCase.districts, theCase.settings.quota.rates);
  const everyone = inRosterOrder(theCase.nominees, theCase.settings.industries);
  const roster = concerned('nomination', everyone);
  const winners = concerned('award', everyone);
  const byHonour = groupBy(winners, ({ level, category }) => `${level} ${category}`);
  const nominees = awardLevels.flatMap((level) =>
    categories.flatMap((category) => byHonour.get(`${level} ${category}`) ?? []),
  );
  const awards = compactMap(theCase.nominees, awardOf);
  const nomineeOf = byAward(nominees, theCase.nominees, awards);
  // One who is withdrawn is no longer judged, and takes no place of the quota.
  const standing = { ...read.value, nominees: concerned('nomination', read.value.nominees) };
  const standingAwards = awards.filter((_, index) =>
    concerns('nomination', theCase.nominees[index]?.status ?? 'withdrawn'),
  );
  // Judged before anything is planned: what the comparisons need is gone by then, and a plan is large.
  const judged = [
    ...read.messages,
    ...checkStated(quota, theCase.settings.quota.stated),
    ...checkEligibility(standing, quota, standingAwards),
    // Scoring sheets of the withdrawn still belong to somebody.
    ...checkScores(read.value),
    ...checkPapers(theCase, roster),
  ];
  const plan = planPayout(
    [...nomineeOf.keys()],
    theCase.settings.payout,
    theCase.districts,
    paidIn(register.value, theCase.year),
    theCase.id,
  );
  const messages = [...judged, ...plan.messages, ...(plan.ok ? checkAccounts(plan.value.payments, nomineeOf) : [])];
  if (!plan.ok) return { messages };
  const numbers = numbersOf(register.value, theCase.year);
  const certificates = numberCertificates(winners, theCase.settings.certificates, numbers);
  const withdrawn = everyone.filter((one) => one.status === 'withdrawn');
  const facts: Facts = {
    theCase,
    quota,
    roster,
    withdrawn,
    certificates,
    plan: plan.value,
    nomineeOf,
    register: register.value,
    previous: null,
    batch: null,
  };
  return { facts, messages };
}

/** Some of the nominees by their awards, in their order. @param awards of all nominees, in the order of these */
function byAward(
  some: readonly Nominee[],
  all: readonly Nominee[],
  awards: readonly Award[],
): ReadonlyMap<Award, Nominee> {
  const awardOf = new Map(all.map((nominee, index) => [nominee, awards[index]]));
  return new Map(
    some.flatMap((nominee) => {
      const award = awardOf.get(nominee);
      return award ? [[award, nominee] as const] : [];
    }),
  );
}
