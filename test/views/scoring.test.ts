import { expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import { prepare } from '../../src/prepare.ts';
import { scoringItems } from '../../src/rules/rubric.ts';
import { writerOf } from '../../src/writers/registry.ts';
import { caseFolder } from '../case/folder.ts';
import { docxText } from '../support/docx.ts';
import { pdfText, readPdf } from '../support/pdf.ts';

const unit = '示例东湖第一中学';
const department = '先进保卫部门';

/** Full marks but for what is said; each cell `self,reviewer`. */
function sheet(category: string, given: Readonly<Record<string, string>>): readonly string[] {
  return scoringItems().map(({ number, kind, points }) => {
    const usual = kind === 'veto' ? '未发生,' : kind === 'bonus' ? '0,' : `${points},`;
    return `${unit},91990101000000019M,${category},${number},${given[number] ?? usual}`;
  });
}

const rows = [
  '单位全称*,统一社会信用代码,类别,编号*,自评分,评审分',
  ...sheet('先进单位', { '1.1': '8,5', '1.2': '5,2', '2.1': '3,1', 加1: '6,5', 否1: '未发生,未发生' }),
  ...sheet(department, { '1.1': '1,', 加3: '6,' }),
];

async function prepared(files: Readonly<Record<string, string>>) {
  const dir = await caseFolder(files);
  const made = await prepare(dir, { systemFonts: false });
  if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
  return { ...made.value, sheets: made.value.composed.filter(({ document }) => document.name === 'scoring') };
}

test('each unit and department whose items were scored gets a filled sheet, a file per district', async () => {
  const { sheets, fonts } = await prepared({ 'rosters/东湖-评分.csv': rows.join('\n') });
  expect(sheets.map(({ path }) => path)).toEqual(['03审批表/01东湖/05评分表']);
  const [made] = sheets;
  if (!made) return;
  const text = textOf(made.tree).replace(/\s+/g, ' ');
  expect(text).toContain('2024年度示例市内保工作先进单位评分表');
  expect(text).toContain('2024年度示例市内保工作先进保卫部门评分表');
  expect(text).toContain(`单位名称（盖章）：${unit} 填表人：＿`);
  expect(text).toContain(`单位名称（盖章）：${unit}保卫处 填表人：＿`);
  expect(text).toContain('认定得分：基本分92分，加分5分，合计97分；一票否决项未发生。');
  expect(text).toContain('认定得分：基本分93分，加分6分，合计99分；一票否决项未发生。');

  const context = { fonts, date: new Date('2024-12-17T00:00:00Z'), author: 'a' };
  const pdf = await readPdf(await writerOf('pdf')(made.tree, context));
  expect(pdf.pages).toHaveLength(4);
  const squeezed = (one: string) => one.replace(/\s+/g, '');
  for (const said of [pdfText(pdf), docxText(await writerOf('docx')(made.tree, context))]) {
    expect(squeezed(said)).toContain('认定得分：基本分92分，加分5分，合计97分；一票否决项未发生。');
  }
});

test('a case without scores has no scoring sheets but the blank one of the notice', async () => {
  const { sheets, composed } = await prepared({});
  expect(sheets).toEqual([]);
  const notice = composed.find(({ document }) => document.name === 'notice');
  expect(notice && textOf(notice.tree)).toContain('□未发生');
});
