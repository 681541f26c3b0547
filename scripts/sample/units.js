/** Units and persons of the sample: plain objects, the same object wherever the same unit or person is meant. */
import { corporateAccount, creditCode, idNumber, personalAccount, phonesOf } from './identifiers.js';
import { cityWide, kinds, usual } from './kinds.js';
import { namesOf } from './names.js';

const first = [
  ...'砚苇栎霁岫槿漱渚芷澹琢璞葭荻棠棣杼笠筠簌绮翎舷舸茗菡萦蓼蘅觅谧铎阆霖霏颐骊鸢黛沚洵涟涵淙渌湄滢漪潋灏熠珏琅璇',
];
const second = [...'川桥渡屿禾舟岚津汀峦岑麓垣野坞泊溪磐筑帆崖塘圩陌'];
const branches = ['营业部', '中环支行', '新港支行', '科技园支行', '江湾路支行'];
const bankWords = ['申屿银行', '沪岫银行', '浦霁银行', '江汀银行', '海槿银行'];
const partyOfHeads = [
  ['中共党员', 22],
  ['群众', 2],
  ['民盟盟员', 1],
  ['九三学社社员', 1],
  ['民建会员', 1],
];
const partyOfStaff = [
  ['中共党员', 14],
  ['群众', 5],
  ['中共预备党员', 1],
];
const staffPosts = [
  '保卫干事',
  '治安巡查员',
  '治保委员',
  '安保主管',
  '消防与治安主管',
  '保卫管理员',
  '守护队队长',
  '监控中心主管',
];

/** Every so many units, one of a kind that has a long name bears it. */
const longEvery = 9;

/** @returns makers of units and persons that share one stock of names and numbers */
export function registerOf(random) {
  const brands = random.shuffle(first.flatMap((one) => second.map((other) => one + other)));
  const names = namesOf(random);
  const unitPhone = phonesOf(random, '021-5550');
  const mobile = phonesOf(random, '1990000');
  let made = 0;

  const unitName = (kind, district) => {
    const fill = (pattern) =>
      pattern
        .replace('{area}', district.area)
        .replaceAll('{brand}', brand)
        .replace('{other}', () => brands.pop());
    const brand = brands.pop();
    made += 1;
    if (kind.long && made % longEvery === 0) return fill(kind.long);
    return fill(district.cityWide ? kind.group : random.pick(kind.names));
  };

  const bank = () => `${random.pick(bankWords)}上海${random.pick(branches)}`;

  /** A unit of the district; `member` of the city association. */
  const unit = (district, member) => {
    const kind = district.kinds
      ? kinds[random.pick(district.kinds)]
      : random.weighted(district.cityWide ? cityWide : usual);
    return {
      district,
      kind,
      member,
      name: unitName(kind, district),
      code: creditCode(random, kind.registration, district.region),
      address: `上海市${district.area}${brands.pop()}路${random.int(2, 1980)}号`,
      phone: unitPhone(),
      headcount: random.int(...(district.cityWide ? [300, 2600] : [85, 560])),
      bank: bank(),
      account: corporateAccount(random),
      department: random.pick(kind.departments),
      departmentSize: random.int(5, 26),
      people: {},
    };
  };

  /** A person of a unit, born between two years; `remarkable` asks for one of the names a layout must cope with. */
  const person = (unit, post, { born, femaleShare, party, remarkable }) => {
    const { sex, name } = (remarkable && names.remarkable()) || names.next(femaleShare);
    const year = random.int(...born);
    const month = String(random.int(1, 12)).padStart(2, '0');
    const day = String(random.int(1, 28)).padStart(2, '0');
    return {
      unit,
      post,
      sex,
      name,
      birth: `${year}-${month}`,
      age: 2024 - year,
      party: partyOf(post, year, party),
      id: idNumber(random, unit.district.region, `${year}${month}${day}`, sex),
      phone: mobile(),
      bank: bank(),
      account: personalAccount(random),
    };
  };

  const partyOf = (post, year, party) => {
    if (post.includes('书记')) return '中共党员';
    return year >= 1997 && random.chance(0.6) ? '共青团员' : random.weighted(party);
  };

  const once = (unit, role, make) => {
    unit.people[role] ??= make();
    return unit.people[role];
  };

  /** 主要负责人, who is also the responsible person unless a deputy is. */
  const head = (unit, remarkable = false) =>
    once(unit, 'head', () =>
      person(unit, random.pick(unit.kind.heads), {
        born: [1964, 1981],
        femaleShare: 0.25,
        party: partyOfHeads,
        remarkable,
      }),
    );
  const responsible = (unit, remarkable) => once(unit, 'responsible', () => head(unit, remarkable));

  /** Head of the security department. */
  const chief = (unit, remarkable = false) =>
    once(unit, 'chief', () =>
      person(unit, chiefPost(unit.department), {
        born: [1966, 1989],
        femaleShare: 0.12,
        party: partyOfStaff,
        remarkable,
      }),
    );

  const staff = (unit, remarkable = false) =>
    person(unit, random.pick(staffPosts), { born: [1967, 2000], femaleShare: 0.2, party: partyOfStaff, remarkable });

  /** Puts a deputy at the head of the unit's security department, who may so be nominated as responsible and as officer. */
  const deputy = (unit) => {
    const post = `${unit.kind.deputy}兼${chiefPost(unit.department)}`;
    unit.people.chief = person(unit, post, { born: [1966, 1984], femaleShare: 0.15, party: partyOfHeads });
    unit.people.responsible = unit.people.chief;
  };

  return { unit, head, responsible, chief, staff, deputy };
}

function chiefPost(department) {
  const ends = { 处: '处长', 科: '科长', 部: '部长', 室: '主任' };
  return department + ends[department.at(-1)];
}
