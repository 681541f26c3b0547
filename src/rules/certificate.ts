/** Numbers of certificates: every awarded collective and person gets one, in the order of the rosters, without gaps. */
import { awardLevels, type CertificateSettings, categories, type Nominee } from '../case/types.ts';

export interface Certificate {
  /** e.g. 沪企保协表彰〔2024〕证0001号 */
  readonly number: string;
  readonly nominee: Nominee;
}

/**
 * Numbers run through the categories of the city's awards, then, where the case prints them too, of the districts'.
 * @param roster nominees in the order of the rosters
 */
export function numberCertificates(roster: readonly Nominee[], settings: CertificateSettings): readonly Certificate[] {
  const levels = settings.district ? awardLevels : awardLevels.filter((level) => level === 'city');
  return levels
    .flatMap((level) => categories.map((category) => ({ level, category })))
    .flatMap(({ level, category }) => roster.filter((one) => one.level === level && one.category === category))
    .map((nominee, index) => ({ number: certificateNumber(settings.number, index + 1), nominee }));
}

/** Puts a running number in place of `{0000}`, padded to as many digits. */
export function certificateNumber(pattern: string, running: number): string {
  return pattern.replace(/\{(0+)\}/, (_, zeros: string) => String(running).padStart(zeros.length, '0'));
}
