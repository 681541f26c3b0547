/** Numbers of certificates: every awarded collective and person gets one, in the order of the rosters, without gaps. */
import { awardLevels, type CertificateSettings, categories, type Nominee } from '../case/types.ts';

export interface Certificate {
  /** e.g. 沪企保协表彰〔2024〕证0001号 */
  readonly number: string;
  readonly nominee: Nominee;
  /** Whether the number is in the register; else it may still change. */
  readonly registered: boolean;
}

/** What the register says of a year's certificates. */
export interface RegisteredNumbers {
  /** The valid number of a nominee's award; undefined where it has none. */
  numberOf(nominee: Nominee): string | undefined;
  /** The running number that the next certificate gets. */
  readonly next: number;
}

/**
 * A registered award keeps its number. The others get the next ones, through the categories of the city's awards and
 * then, where the case prints them too, of the districts'.
 * @param roster nominees in the order of the rosters
 */
export function numberCertificates(
  roster: readonly Nominee[],
  settings: CertificateSettings,
  registered: RegisteredNumbers = { numberOf: () => undefined, next: 1 },
): readonly Certificate[] {
  const levels = settings.district ? awardLevels : awardLevels.filter((level) => level === 'city');
  let { next } = registered;
  return levels
    .flatMap((level) => categories.map((category) => ({ level, category })))
    .flatMap(({ level, category }) => roster.filter((one) => one.level === level && one.category === category))
    .map((nominee) => {
      const number = registered.numberOf(nominee);
      if (number !== undefined) return { number, nominee, registered: true };
      return { number: certificateNumber(settings.number, next++), nominee, registered: false };
    });
}

/** Puts a running number in place of `{0000}`, padded to as many digits. */
export function certificateNumber(pattern: string, running: number): string {
  return pattern.replace(/\{(0+)\}/, (_, zeros: string) => String(running).padStart(zeros.length, '0'));
}
