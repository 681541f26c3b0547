/** The first half of the trip: case folder → rules → views → templates → document trees. Nothing is written. */
import { join, resolve } from 'node:path';
import { readCase } from './case/read.ts';
import { awardLevels, categories, type Settings } from './case/types.ts';
import { type Composed, compose, formPages } from './compose.ts';
import { loadFonts } from './layout/fonts.ts';
import type { FontSet } from './layout/types.ts';
import { type Message, type Result, resultOf } from './message.ts';
import { awardOf } from './rules/award.ts';
import { numberCertificates } from './rules/certificate.ts';
import { checkEligibility } from './rules/eligibility.ts';
import { checkScores, withItemScores } from './rules/item-scores.ts';
import { inRosterOrder } from './rules/order.ts';
import { checkPapers } from './rules/papers.ts';
import { planPayout } from './rules/payout.ts';
import { checkStated, quotaTable } from './rules/quota.ts';
import { type Counts, type Reconciliation, reconcile } from './rules/reconcile.ts';
import { concerned, countStatuses } from './rules/status.ts';
import { templateFolder } from './template/find.ts';
import { type PackDocument, readPack } from './template/pack.ts';
import { coverView, type PackageFile } from './views/cover.ts';
import { documentViews } from './views/documents.ts';
import type { Facts } from './views/facts.ts';
import { formCopies } from './views/form.ts';
import { reconciliationDocuments } from './views/reconciliation.ts';

const pack = 'commendation';
/** The cover lists the others, so it is no entry of the pack's own list. */
const cover: PackDocument = { name: 'cover', template: 'cover', path: 'index', formats: ['html'] };

export interface PrepareOptions {
  /** Folder of the office's own templates. */
  readonly templates?: string;
  /** Folder of the office's own fonts. */
  readonly fonts?: string;
  /** Whether to look for the system's fonts, true when not given; tests that compare pages switch it off. */
  readonly systemFonts?: boolean;
}

export interface Prepared {
  readonly facts: Facts;
  readonly reconciliation: Reconciliation;
  /** Every document of the pack, in the office's order. */
  readonly composed: readonly Composed[];
  readonly fonts: FontSet;
  /** Sets the package's cover, once its files are known. */
  setCover(files: readonly PackageFile[], findings: readonly Message[]): Promise<Result<readonly Composed[]>>;
}

export function packDocuments(): Promise<readonly PackDocument[]> {
  return readPack(join(templateFolder, pack));
}

/** Reads a case and applies the rules of quota, eligibility and payout. All findings are in the messages. */
export async function readFacts(dir: string): Promise<{ facts?: Facts; messages: readonly Message[] }> {
  const read = await readCase(dir);
  if (!read.ok) return { messages: read.messages };
  const theCase = withItemScores(read.value);
  const quota = quotaTable(theCase.districts, theCase.settings.quota.rates);
  const everyone = inRosterOrder(theCase.nominees, theCase.settings.industries);
  const roster = concerned('nomination', everyone);
  const winners = concerned('award', everyone);
  const nominees = awardLevels.flatMap((level) =>
    categories.flatMap((category) => winners.filter((one) => one.level === level && one.category === category)),
  );
  const awards = nominees.map((nominee) => [awardOf(nominee), nominee] as const);
  const plan = planPayout(
    awards.map(([award]) => award),
    theCase.settings.payout,
    theCase.districts,
  );
  // One who is withdrawn is no longer judged, and takes no place of the quota.
  const standing = { ...read.value, nominees: concerned('nomination', read.value.nominees) };
  const messages = [
    ...read.messages,
    ...checkStated(quota, theCase.settings.quota.stated),
    ...checkEligibility(standing, quota),
    // Scoring sheets of the withdrawn still belong to somebody.
    ...checkScores(read.value),
    ...checkPapers(theCase, roster),
    ...plan.messages,
  ];
  if (!plan.ok) return { messages };
  const certificates = numberCertificates(winners, theCase.settings.certificates);
  const withdrawn = everyone.filter((one) => one.status === 'withdrawn');
  const facts: Facts = {
    theCase,
    quota,
    roster,
    withdrawn,
    certificates,
    plan: plan.value,
    nomineeOf: new Map(awards),
  };
  return { facts, messages };
}

/** Sets every document of the case and reconciles their numbers. */
export async function prepare(dir: string, options: PrepareOptions): Promise<Result<Prepared>> {
  const read = await readFacts(dir);
  const { facts } = read;
  if (facts === undefined) return { ok: false, messages: read.messages };
  const loaded = await loadFonts({
    folder: options.fonts,
    slots: inFolder(dir, facts.theCase.settings.fonts),
    system: options.systemFonts ?? true,
  });
  const messages: Message[] = [...read.messages, ...loaded.messages];
  if (!loaded.ok) return { ok: false, messages };
  const set = { pack, fonts: loaded.value, overrides: options.templates };

  const composed: Composed[] = [];
  for (const document of await packDocuments()) {
    const counted = document.name === 'reconciliation' ? reconcile(countsOf(facts, composed)) : null;
    const views = counted ? reconciliationDocuments(facts, counted) : (documentViews[document.name]?.(facts) ?? []);
    const made = await compose(document, views, set);
    messages.push(...made.messages, ...(counted?.messages ?? []));
    if (made.ok) composed.push(...made.value);
  }
  const reconciliation = reconcile(countsOf(facts, composed));
  const setCover: Prepared['setCover'] = (files, findings) => {
    const view = coverView(facts, reconciliation, files, findings);
    return compose(cover, [{ names: {}, view }], set);
  };
  messages.push(...(await setCover([], messages)).messages);
  return resultOf({ facts, reconciliation, composed, fonts: loaded.value, setCover }, messages);
}

/** The case names fonts relative to its own folder. */
function inFolder(dir: string, fonts: Settings['fonts']): Settings['fonts'] {
  return Object.fromEntries(Object.entries(fonts).map(([slot, path]) => [slot, resolve(dir, path)]));
}

/** Counts of each level and category: nominees and payments from the rules, forms and certificates from the pages set. */
function countsOf(
  { theCase, quota, roster, withdrawn, plan }: Facts,
  composed: readonly Composed[],
): readonly Counts[] {
  const prints = (level: string) => level === 'city' || theCase.settings.certificates.district;
  return awardLevels.flatMap((level) =>
    categories.map((category): Counts => {
      const is = (one: { readonly level: string; readonly category: string }) =>
        one.level === level && one.category === category;
      const pages = (document: string) =>
        composed
          .filter((one) => one.document.name === document)
          .flatMap((one) => formPages(one.tree).map((_, page) => one.view.nominees?.[page]))
          .filter((nominee) => nominee !== undefined && is(nominee)).length;
      return {
        level,
        category,
        quota: level === 'city' ? quota.total[category] : null,
        rows: theCase.nominees.filter(is).length,
        states: countStatuses([...roster, ...withdrawn].filter(is)),
        nominees: roster.filter(is).length,
        forms: level === 'city' ? pages('forms') : null,
        copies: level === 'city' ? formCopies : null,
        certificates: prints(level) ? pages('certificates') : null,
        payments: plan.payments.filter(({ award }) => is(award)).length,
        withheld: plan.withheld.filter(({ award }) => is(award)).length,
      };
    }),
  );
}
