/** How many security staff and guards a unit must have at least (opinion on units' internal security, part 6). Fractions of a person are rounded up. */

export type Establishment =
  | { readonly kind: 'general' | 'key'; readonly headcount: number }
  | { readonly kind: 'school'; readonly campuses: readonly Campus[] }
  | {
      readonly kind: 'hospital';
      /** 在岗医务人员 */
      readonly medicalStaff: number;
      readonly beds: number;
      /** 日均门诊量 */
      readonly outpatients: number;
    };

export interface Campus {
  readonly name: string;
  /** 师生员工总人数 */
  readonly people: number;
  /** 寄宿生; 0 where there are none. */
  readonly boarders: number;
}

/** `staff`: full- or part-time security staff; `full-time`: full-time staff; `guard`: licensed guards. */
export type Post = 'staff' | 'full-time' | 'guard';

export type StaffingRule =
  | 'general-small'
  | 'general-share'
  | 'key-small'
  | 'key-medium'
  | 'key-large'
  | 'key-huge'
  | 'key-guards'
  | 'school-people'
  | 'school-boarders'
  | 'hospital-staff'
  | 'hospital-beds'
  | 'hospital-outpatients';

export interface Requirement {
  readonly post: Post;
  /** At least so many. */
  readonly count: number;
  /** The rule that the number comes from. */
  readonly rule: StaffingRule;
  /** Paragraph of the opinion, e.g. 6.1. */
  readonly source: string;
  /** Of a school: the campus it holds for. */
  readonly campus?: string;
}

export function requiredStaff(unit: Establishment): readonly Requirement[] {
  switch (unit.kind) {
    case 'general':
      return [generalStaff(unit.headcount)];
    case 'key':
      return keyUnitStaff(unit.headcount);
    case 'school':
      return unit.campuses.map(campusGuards);
    case 'hospital':
      return [hospitalGuards(unit.medicalStaff, unit.beds, unit.outpatients)];
  }
}

function generalStaff(headcount: number): Requirement {
  return headcount <= 200
    ? { post: 'staff', count: 2, rule: 'general-small', source: '6.1' }
    : { post: 'staff', count: Math.max(2, perMille(headcount, 2)), rule: 'general-share', source: '6.1' };
}

function keyUnitStaff(headcount: number): readonly Requirement[] {
  const [rule, count]: readonly [StaffingRule, number] =
    headcount <= 200
      ? ['key-small', 2]
      : headcount <= 500
        ? ['key-medium', 3]
        : headcount <= 2000
          ? ['key-large', Math.max(3, perMille(headcount, 5))]
          : ['key-huge', Math.max(10, perMille(headcount, 4))];
  return [
    { post: 'full-time', count, rule, source: '6.2' },
    { post: 'guard', count: 2 * count, rule: 'key-guards', source: '6.3' },
  ];
}

/** Both standards are minimums, so the higher one holds. */
function campusGuards({ name, people, boarders }: Campus): Requirement {
  const byPeople = 2 + Math.ceil(Math.max(0, people - 1000) / 500);
  const byBoarders = boarders > 0 ? 2 + Math.ceil(boarders / 300) : 0;
  const source = '6.3(1)';
  return byBoarders > byPeople
    ? { post: 'guard', count: byBoarders, rule: 'school-boarders', source, campus: name }
    : { post: 'guard', count: byPeople, rule: 'school-people', source, campus: name };
}

function hospitalGuards(medicalStaff: number, beds: number, outpatients: number): Requirement {
  const candidates = [
    { rule: 'hospital-staff', count: perMille(medicalStaff, 30) },
    { rule: 'hospital-beds', count: Math.ceil(beds / 20) },
    { rule: 'hospital-outpatients', count: perMille(outpatients, 3) },
  ] as const;
  const highest = candidates.reduce((best, one) => (one.count > best.count ? one : best));
  return { post: 'guard', ...highest, source: '6.3(2)' };
}

/** Divides whole numbers only, so that 1000 × 2‰ is 2 and not a hair more. */
function perMille(count: number, rate: number): number {
  return Math.ceil((count * rate) / 1000);
}
