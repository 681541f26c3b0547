/**
 * The rows of annex 1 with their city quotas (unit, department, responsible, officer), and how many awards the district
 * gives itself in this sample. `area` goes into names and addresses; `kinds` narrows what sorts of units there are.
 */
const rows = [
  // name, area, city quota, district awards, kinds
  ['浦东', '浦东新区', [20, 8, 12, 13], [16, 6, 9, 11]],
  ['黄浦', '黄浦区', [9, 4, 5, 6], [8, 3, 4, 5]],
  ['徐汇', '徐汇区', [7, 3, 4, 5], [7, 3, 4, 5]],
  ['长宁', '长宁区', [4, 2, 2, 3], [5, 2, 3, 3]],
  ['静安', '静安区', [17, 7, 10, 11], [13, 5, 7, 8]],
  ['普陀', '普陀区', [23, 9, 14, 15], [14, 5, 7, 9]],
  ['虹口', '虹口区', [21, 8, 13, 14], [13, 5, 7, 8]],
  ['杨浦', '杨浦区', [13, 5, 8, 9], [10, 4, 5, 6]],
  ['闵行', '闵行区', [9, 4, 5, 6], [8, 3, 4, 5]],
  ['宝山', '宝山区', [3, 1, 2, 2], [4, 1, 2, 3]],
  ['嘉定', '嘉定区', [3, 1, 2, 2], [4, 1, 2, 3]],
  ['松江', '松江区', [2, 1, 1, 1], [3, 1, 2, 2]],
  ['金山', '金山区', [5, 2, 3, 3], [5, 2, 3, 3]],
  ['青浦', '青浦区', [3, 1, 2, 2], [4, 1, 2, 2]],
  ['奉贤', '奉贤区', [4, 2, 2, 3], [4, 2, 2, 3]],
  ['崇明', '崇明区', [2, 1, 1, 1], [3, 1, 1, 2]],
  ['边港', '', [3, 1, 2, 2], [3, 1, 2, 2], ['port', 'port', 'logistics']],
  ['轨交', '', [1, 0, 1, 0], [2, 1, 1, 2], ['metro']],
  ['化工', '', [1, 0, 1, 0], [2, 1, 1, 2], ['chemistry']],
  ['机场', '', [1, 0, 1, 0], [2, 1, 1, 2], ['airport']],
  ['内保处', '', [63, 25, 38, 63], [0, 0, 0, 0]],
];

const perCategory = ([unit, department, responsible, officer]) => ({ unit, department, responsible, officer });

export const districts = rows.map(([name, area, city, district, kinds], index) => ({
  number: String(index + 1).padStart(2, '0'),
  name,
  area,
  region: `99${String(index + 1).padStart(2, '0')}00`,
  city: perCategory(city),
  district: perCategory(district),
  kinds: kinds ?? null,
  /** 内保处: units of the whole city, nominated by the city association itself, members all. */
  cityWide: name === '内保处',
}));
