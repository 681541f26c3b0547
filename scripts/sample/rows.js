/** The rows of the four sheets: headers as the contract of the case folder names them, values per nominee. */

/** Widths are in characters; `text` columns hold identifiers, which a spreadsheet must never turn into numbers. */
const common = [
  { header: '级别*', width: 8, value: ({ level }) => level },
  { header: '区*', width: 9, value: ({ unit }) => unit.district.name },
  { header: '单位全称*', width: 42, value: ({ unit }) => unit.name },
  { header: '统一社会信用代码*', width: 22, text: true, value: ({ unit }) => unit.code },
  { header: '市企保协会会员*', width: 17, value: ({ unit }) => (unit.member ? '是' : '否') },
  { header: '行业', width: 14, value: ({ unit }) => unit.kind.industry },
];
const deeds = { header: '主要事迹', width: 70, wrap: true, value: (nominee) => nominee.deeds };

const collective = (department) => [
  ...common,
  ...(department ? [{ header: '保卫部门名称*', width: 18, value: ({ unit }) => unit.department }] : []),
  { header: '单位地址', width: 30, value: ({ unit }) => unit.address },
  { header: '联系电话', width: 15, text: true, value: ({ unit }) => unit.phone },
  { header: '人数', width: 8, value: ({ unit }) => (department ? unit.departmentSize : unit.headcount) },
  { header: '主要负责人', width: 26, value: ({ person }) => person.name },
  { header: '身份证号', width: 22, text: true, value: ({ person }) => person.id },
  deeds,
  { header: '基本分', width: 8, value: (nominee) => nominee.base },
  { header: '加分', width: 8, value: (nominee) => nominee.bonus },
  { header: '一票否决', width: 10, value: () => '未发生' },
  { header: '开户名', width: 42, value: ({ unit }) => unit.name },
  { header: '开户行', width: 26, value: ({ unit }) => unit.bank },
  { header: '银行账号', width: 24, text: true, value: ({ unit }) => unit.account },
];
const individual = [
  ...common,
  { header: '姓名*', width: 26, value: ({ person }) => person.name },
  { header: '性别*', width: 8, value: ({ person }) => person.sex },
  { header: '职务*', width: 30, value: ({ person }) => person.post },
  { header: '出生年月', width: 11, text: true, value: ({ person }) => person.birth },
  { header: '政治面貌', width: 14, value: ({ person }) => person.party },
  { header: '身份证号', width: 22, text: true, value: ({ person, withoutId }) => (withoutId ? '' : person.id) },
  { header: '联系电话', width: 15, text: true, value: ({ person }) => person.phone },
  deeds,
  { header: '开户行', width: 26, value: ({ person }) => person.bank },
  { header: '银行账号', width: 24, text: true, value: ({ person }) => person.account },
];

/** Per category: the sheet's name and its columns. */
export const sheets = {
  unit: { name: '先进单位', columns: collective(false) },
  department: { name: '先进保卫部门', columns: collective(true) },
  responsible: { name: '先进治安责任人', columns: individual },
  officer: { name: '先进保卫干部', columns: individual },
};

/** The most characters that a text of deeds has, from and to, with how often each occurs; a text comes close to it. */
const cityLengths = [
  [[95, 125], 3],
  [[130, 180], 4],
  [[185, 250], 6],
  [[255, 320], 5],
  [[325, 380], 4],
  [[388, 400], 2],
];
const districtLengths = [
  [[95, 125], 2],
  [[126, 160], 3],
];

/** @returns `(category, nominee)` → the nominee with deeds, scores and, for a collective, the person that stands for it */
export function completerOf(random, register, writeDeeds) {
  return (category, nominee) => {
    const { unit, level } = nominee;
    const city = level === '市级';
    const person = nominee.person ?? (category === 'unit' ? register.head(unit) : register.chief(unit));
    const years = category === 'officer' ? Math.min(person.age - 24, 31) : Math.min(person.age - 38, 14);
    const facts = {
      self: unit.name.includes('集团') ? '集团' : unit.kind.self,
      people: unit.headcount,
      dept: unit.department,
      size: unit.departmentSize,
      post: person.post,
      sites: unit.kind.sites,
      ...(years >= 5 && { years: random.int(4, years) }),
    };
    return {
      ...nominee,
      person,
      deeds: writeDeeds(category, facts, random.int(...random.weighted(city ? cityLengths : districtLengths))),
      base: random.int(city ? 89 : 85, 100),
      bonus: random.int(city ? 6 : 0, city ? 30 : 18),
    };
  };
}
