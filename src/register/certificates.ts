/** The certificates of a register, line by line: numbers run on without gaps, and an award has one valid certificate. */
import type { Fault } from './state.ts';
import type {
  AwardFacts,
  CertificateEntry,
  RegisteredCertificate,
  RegisterState,
  ReplacementEntry,
  VoidEntry,
} from './types.ts';

export interface CertificateBook {
  readonly certificates: readonly RegisteredCertificate[];
  add(entry: CertificateEntry | ReplacementEntry, line: number): Fault | null;
  addVoid(entry: VoidEntry): Fault | null;
}

export function openCertificateBook(start: RegisterState): CertificateBook {
  const certificates = [...start.certificates];
  const lastRunning = new Map(certificates.map(({ year, running }) => [year, running]));
  const indexOf = new Map(certificates.map(({ year, number }, index) => [`${year} ${number}`, index]));
  const certified = new Set(certificates.filter(({ state }) => state === 'valid').map(yearHonour));

  const end = (year: number, number: string, state: 'void' | 'replaced'): boolean => {
    const index = indexOf.get(`${year} ${number}`) ?? -1;
    const certificate = certificates[index];
    if (certificate?.state !== 'valid') return false;
    certificates[index] = { ...certificate, state };
    certified.delete(yearHonour(certificate));
    return true;
  };
  return {
    certificates,
    add(entry, line) {
      const { year, number, running } = entry;
      const ended = entry.kind === 'certificate' || end(year, entry.replaces, 'replaced');
      const twice = indexOf.has(`${year} ${number}`) || certified.has(yearHonour(entry));
      const follows = running === (lastRunning.get(year) ?? 0) + 1;
      indexOf.set(`${year} ${number}`, certificates.length);
      certified.add(yearHonour(entry));
      lastRunning.set(year, running);
      certificates.push({ ...awardFacts(entry), line, number, running, replaces: replacedBy(entry), state: 'valid' });
      if (!ended) return 'certificate-unknown';
      if (twice) return 'certificate-twice';
      return follows ? null : 'certificate-number';
    },
    addVoid: ({ year, number }) => (end(year, number, 'void') ? null : 'certificate-unknown'),
  };
}

/** The running number that a year's next certificate gets. */
export function nextRunning({ certificates }: Pick<RegisterState, 'certificates'>, year: number): number {
  return (certificates.findLast((one) => one.year === year)?.running ?? 0) + 1;
}

function replacedBy(entry: CertificateEntry | ReplacementEntry): string {
  return entry.kind === 'replacement' ? entry.replaces : '';
}

/** What one certificate is for, within a year. A unit may have several departments, each with a certificate of its own. */
export function honourOf({
  level,
  category,
  key,
  recipient,
}: Pick<AwardFacts, 'level' | 'category' | 'key' | 'recipient'>): string {
  return `${level} ${category} ${key} ${category === 'department' ? recipient : ''}`;
}

function yearHonour(facts: AwardFacts): string {
  return `${facts.year} ${honourOf(facts)}`;
}

/** Only what every line about an award says. */
export function awardFacts({ year, caseId, level, category, district, unit, recipient, key }: AwardFacts): AwardFacts {
  return { year, caseId, level, category, district, unit, recipient, key };
}
