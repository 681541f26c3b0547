/**
 * Fills a folder for the measurement of `collect`: an empty case with 20 districts, and 200 workbooks of 500 rows as an
 * office would send them, ten of each district.
 *
 *   node bench/collect-files.js FOLDER
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeExcelFile from 'write-excel-file/node';

const folder = process.argv[2];
const sample = fileURLToPath(new URL('../data/shanghai-2024', import.meta.url));
const names = (await readFile(join(sample, 'members.csv'), 'utf8')).trim().split('\n').slice(1, 21);
const districts = names.map((line) => line.split(',')[0]);
const common = ['级别', '区', '单位全称', '统一社会信用代码', '市企保协会会员', '行业'];
const unit = [
  '单位地址',
  '联系电话',
  '人数',
  '主要负责人',
  '身份证号',
  '主要事迹',
  '基本分',
  '加分',
  '一票否决',
  '开户名',
  '开户行',
  '银行账号',
];
const person = [
  '姓名',
  '性别',
  '职务',
  '出生年月',
  '政治面貌',
  '身份证号',
  '联系电话',
  '主要事迹',
  '开户行',
  '银行账号',
];
const deeds =
  '健全内部治安保卫组织，层层签订责任书，全年开展安全检查，及时整改隐患，组织应急演练，妥善处置突发情况。'.repeat(3);

await mkdir(join(folder, 'incoming'), { recursive: true });
await cp(sample, join(folder, 'case'), { recursive: true });
await rm(join(folder, 'case/rosters'), { recursive: true });
for (let number = 0; number < 200; number += 1) {
  const district = districts[number % districts.length];
  const sheets = [
    { sheet: '先进单位', columns: [...common, ...unit] },
    { sheet: '先进保卫干部', columns: [...common, ...person] },
  ].map(({ sheet, columns }, index) => ({
    sheet,
    data: [
      columns.map((value) => ({ value })),
      ...Array.from({ length: 250 }, (_, row) => {
        const cells = cellsOf(number * 500 + index * 250 + row, district);
        return columns.map((column) => (cells[column] === undefined ? null : { value: cells[column] }));
      }),
    ],
  }));
  const path = join(folder, `incoming/${String(number + 1).padStart(3, '0')}${district}.xlsx`);
  await writeFile(path, await writeExcelFile(sheets).toBuffer());
}

/** A nominee whose identifiers are right, and are nobody's. */
function cellsOf(number, district) {
  const eight = String(number).padStart(8, '0');
  return {
    级别: '区级',
    区: district,
    单位全称: `示例第${number}有限公司`,
    统一社会信用代码: withCheck(`91990101${eight}0`, 31, '0123456789ABCDEFGHJKLMNPQRTUWXY', (index) => 3 ** index % 31),
    市企保协会会员: '是',
    行业: '商务',
    单位地址: `示例路${number}号`,
    联系电话: `021-${eight}`,
    人数: 120,
    主要负责人: '例一',
    身份证号: withCheck(idDigits(number), 11, '0123456789X', (index) => 2 ** (17 - index) % 11),
    主要事迹: `${number}：${deeds}`,
    基本分: 92,
    加分: 5,
    一票否决: '未发生',
    开户名: `示例第${number}有限公司`,
    开户行: '示例银行示例支行',
    银行账号: luhn(`6222${eight}000000`),
    姓名: `例${number}`,
    性别: '男',
    职务: '保卫科科长',
    出生年月: '1980-01',
    政治面貌: '中共党员',
  };
}

/** Born in January 1980, a man: the last digit is odd. */
function idDigits(number) {
  const region = 990_000 + (Math.floor(number / 15_500) % 10_000);
  const day = String(1 + (Math.floor(number / 500) % 31)).padStart(2, '0');
  return `${region}198001${day}${String((number % 500) * 2 + 1).padStart(3, '0')}`;
}

/** The code with its check character: GB 32100 for unified social credit codes, GB 11643 for ID numbers. */
function withCheck(digits, modulus, alphabet, weight) {
  const sum = [...digits].reduce((total, digit, index) => total + alphabet.indexOf(digit) * weight(index), 0);
  return digits + alphabet[(((modulus === 31 ? -sum : 1 - sum) % modulus) + modulus) % modulus];
}

/** An account of 19 digits that passes Luhn. */
function luhn(digits) {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const value = Number(digit) * ((digits.length - index) % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}
