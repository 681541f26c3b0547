/** Whose opinion is asked about whom: industry authorities, then the local police (annex 2, part 3). City awards only. */
import type { Authority, Case, Nominee } from '../case/types.ts';
import { concerned } from './status.ts';

export interface AuthorityOpinion {
  readonly authority: Authority;
  readonly nominees: readonly Nominee[];
}

export interface PoliceOpinion {
  readonly district: string;
  /** e.g. 上海市公安局浦东分局 */
  readonly police: string;
  readonly nominees: readonly Nominee[];
}

/** The authorities that have nominees, in the order of the case. @param roster nominees in the order of the rosters */
export function authorityOpinions({ settings }: Case, roster: readonly Nominee[]): readonly AuthorityOpinion[] {
  const asked = askedAbout(roster);
  return settings.authorities
    .map((authority) => ({
      authority,
      nominees: asked.filter((one) => authority.industries.includes(one.industry)),
    }))
    .filter(({ nominees }) => nominees.length > 0);
}

/** The police of the districts that have nominees, in the order of the case. */
export function policeOpinions({ settings, districts }: Case, roster: readonly Nominee[]): readonly PoliceOpinion[] {
  const { name, districts: special } = settings.police;
  const asked = askedAbout(roster);
  return districts.flatMap(({ name: district }) => {
    const police = special[district] === undefined ? name.replaceAll('{district}', district) : special[district];
    const nominees = asked.filter((one) => one.district === district);
    return police === null || police === '' || nominees.length === 0 ? [] : [{ district, police, nominees }];
  });
}

/** Nominees of industries that no authority of the case has. */
export function withoutAuthority({ settings }: Case, roster: readonly Nominee[]): readonly Nominee[] {
  const known = new Set(settings.authorities.flatMap(({ industries }) => industries));
  return askedAbout(roster).filter((one) => !known.has(one.industry));
}

function askedAbout(roster: readonly Nominee[]): readonly Nominee[] {
  return concerned('opinion', roster).filter((one) => one.level === 'city');
}
