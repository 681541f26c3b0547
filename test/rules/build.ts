/** Builds plain data for the rules' tests: fictional, valid unless a test says otherwise. */
import type {
  Award,
  Case,
  CollectiveNominee,
  District,
  IndividualNominee,
  Nominee,
  PayoutPolicy,
  Settings,
} from '../../src/case/types.ts';
import type { Message } from '../../src/message.ts';
import { awardOf } from '../../src/rules/award.ts';

/** The MOD 31 check character put behind 17 characters. */
export function codeOf(number: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91990000${String(number).padStart(9, '0')}`;
  const sum = [...body].reduce((total, char, index) => total + alphabet.indexOf(char) * 3 ** index, 0);
  // 3^16 × 30 stays far below 2^53, so the plain sum is exact.
  return body + alphabet[(31 - (sum % 31)) % 31];
}

/** A resident ID number of region 99, born in May 1975; an odd number is a man's. */
export function idOf(number: number, birth = '19750512'): string {
  const body = `990101${birth}${String(number).padStart(3, '0')}`;
  // The standard's own definition: 2^(17-i) mod 11.
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return body + '10X98765432'[sum % 11];
}

let row = 1;
const core = () => ({
  level: 'city' as const,
  district: '浦东',
  unit: '甲厂',
  code: codeOf(1),
  member: true,
  industry: '国资',
  phone: '021-55500001',
  idNumber: '',
  deeds: '全年开展安全检查二十四次。',
  bank: '某某银行',
  account: '4111111111111111',
  status: 'final' as const,
  withdrawnReason: '',
  received: '',
  origin: null,
  place: { file: 'rosters/01浦东.xlsx', sheet: '先进单位', row: ++row },
});

export function unit(facts: Partial<CollectiveNominee> = {}): CollectiveNominee {
  return {
    ...core(),
    category: 'unit',
    department: '',
    address: '某某路1号',
    headcount: 300,
    head: '王某某',
    baseScore: 90,
    bonusScore: 10,
    veto: '未发生',
    accountName: '甲厂',
    ...facts,
  };
}

export function department(facts: Partial<CollectiveNominee> = {}): CollectiveNominee {
  return unit({ category: 'department', department: '保卫处', ...facts });
}

export function officer(facts: Partial<IndividualNominee> = {}): IndividualNominee {
  return {
    ...core(),
    category: 'officer',
    name: '张安',
    sex: '男',
    post: '保卫处干事',
    birth: '1975-05',
    politics: '群众',
    idNumber: idOf(1),
    ...facts,
  };
}

export function responsible(facts: Partial<IndividualNominee> = {}): IndividualNominee {
  return officer({ category: 'responsible', post: '总经理', ...facts });
}

export function district(name: string, facts: Partial<District> = {}): District {
  return { name, members: 100, scope: 'district', payer: `${name}区企保协会`, overrides: [], ...facts };
}

export const rates: Settings['quota']['rates'] = {
  city: { unit: 0.2, department: 0.4, responsible: 0.6, officer: 0.2 },
  district: { unit: 0.03, department: 0.4, responsible: 0.6, officer: 0.02 },
};

const decision = '主办单位核定';

/** The 21 rows of the 2024 table. */
export const districts2024: readonly District[] = [
  ...(
    [
      ['浦东', 650],
      ['黄浦', 297],
      ['徐汇', 236],
      ['长宁', 130],
      ['静安', 554],
      ['普陀', 758],
      ['虹口', 705],
      ['杨浦', 425],
      ['闵行', 300],
      ['宝山', 102],
      ['嘉定', 100],
      ['松江', 53],
      ['金山', 172],
      ['青浦', 90],
      ['奉贤', 129],
      ['崇明', 55],
      ['边港', 100],
    ] as const
  ).map(([name, members]) => district(name, { members })),
  ...['轨交', '化工'].map((name) =>
    district(name, {
      members: null,
      overrides: [
        { category: 'unit', quota: 1, reason: decision },
        { category: 'responsible', quota: 1, reason: decision },
      ],
    }),
  ),
  district('机场', { members: 36, overrides: [{ category: 'officer', quota: 0, reason: decision }] }),
  district('内保处', { members: 316, scope: 'city', payer: null }),
];

export const policy: PayoutPolicy = {
  amounts: { collective: 200_000, individual: 100_000 },
  districtAmounts: {},
  cityPayer: '市企保协会',
  twoIndividualAwards: 'once',
  alreadyPaid: [],
  waived: [],
  confirmedMatches: [],
  tax: null,
};

/** A case with these nominees; only what the rules look at is filled in. */
export function caseOf(...nominees: readonly Nominee[]): Case {
  const scoring = { qualifying: 85, baseTotal: 100, bonusTotal: 30 };
  return {
    year: 2024,
    nominees,
    settings: { scoring, notice: { closingDate: '2024-12-30' } } as Settings,
    districts: districts2024,
    id: 'test',
    inputs: [],
    seals: {},
    scores: [],
  };
}

export function awards(...nominees: readonly Nominee[]): Award[] {
  return nominees.map(awardOf);
}

export function codes(messages: readonly Message[]): string[] {
  return messages.map((one) => one.code);
}
