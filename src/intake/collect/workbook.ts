/**
 * The normalised roster of a district as a workbook. It is written as plain XML: a year's rosters have a hundred
 * thousand rows, and no more is needed than text cells, a head that stays in sight and widths.
 */
import { packAgain, rowsIn } from '../../case/held.ts';
import type { Rows } from '../../case/packed.ts';
import { rosterCells, type WrittenCell } from '../../case/roster-cells.ts';
import { districtColumns, officeColumns } from '../../case/roster-columns.ts';
import { scoreColumns } from '../../case/score-columns.ts';
import { categoryNames } from '../../case/terms.ts';
import { categories, type Nominee } from '../../case/types.ts';
import { threadFile } from '../../home.ts';
import { bytesOf, zipOf } from '../../press/zip.ts';
import type { Work } from '../../threads/threads.ts';
import { escapeXml } from '../xml.ts';
import type { ScoreRow } from './scores.ts';

interface SheetOfCells {
  readonly name: string;
  readonly headers: readonly string[];
  readonly widths: readonly number[];
  /** Made one by one as they are written. */
  readonly rows: Iterable<readonly WrittenCell[]>;
}

/** What a district's roster holds. */
export interface RosterRows {
  readonly nominees: Rows<Nominee>;
  readonly scores: readonly ScoreRow[];
}

export const writingWorkbooks: Work<RosterRows, Uint8Array> = {
  file: threadFile,
  name: 'rosterWorkbook',
  sent: ({ nominees, scores }) => ({ nominees: packAgain(rowsIn(nominees)), scores }),
  run: rosterWorkbook,
  // A thread holds one file at a time; what is left over of the last ones is to be cleared soon.
  youngMegabytes: 8,
};

/** The four sheets of a roster, and a fifth where there are scores. The same rows give the same bytes. */
export async function rosterWorkbook({ nominees: rows, scores }: RosterRows): Promise<Uint8Array> {
  const nominees = rowsIn(rows);
  const sheets: SheetOfCells[] = categories.map((category) => {
    const columns = [...districtColumns(category), ...officeColumns.map((name) => ({ name, required: false }))];
    return {
      name: categoryNames[category],
      headers: columns.map(({ name, required }) => (required ? `${name}*` : name)),
      widths: columns.map(({ name }) => widths[name] ?? 14),
      rows: rowsOf(
        nominees.filter((one) => one.category === category),
        columns.map(({ name }) => name),
      ),
    };
  });
  if (scores.length > 0) sheets.push(scoreSheet(scores));
  return packed(sheets);
}

function* rowsOf(nominees: readonly Nominee[], columns: readonly string[]): Generator<readonly WrittenCell[]> {
  for (const nominee of nominees) {
    const cells = rosterCells(nominee);
    yield columns.map((name) => cells[name] ?? '');
  }
}

function scoreSheet(scores: readonly ScoreRow[]): SheetOfCells {
  const names = scoreColumns.map(({ name }) => name);
  return {
    name: '评分',
    headers: scoreColumns.map(({ name, required }) => (required ? `${name}*` : name)),
    widths: names.map((name) => widths[name] ?? 10),
    rows: scores.map(({ category, unit, code, item, self, reviewer, remark }) => {
      const cells: Readonly<Record<string, string>> = {
        单位全称: unit,
        统一社会信用代码: code,
        类别: categoryNames[category],
        编号: item,
        自评分: self,
        评审分: reviewer,
        说明: remark,
      };
      return names.map((name) => cells[name] ?? '');
    }),
  };
}

/** Characters. */
const widths: Readonly<Record<string, number>> = {
  级别: 8,
  区: 8,
  单位全称: 32,
  统一社会信用代码: 22,
  类别: 16,
  单位地址: 28,
  身份证号: 22,
  主要事迹: 60,
  开户名: 28,
  开户行: 24,
  银行账号: 24,
  人数: 8,
  基本分: 8,
  加分: 8,
  性别: 6,
  来源文件: 28,
  来源行: 8,
  说明: 30,
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats of the stylesheet below. */
const format = { text: 1, header: 2, number: 3 } as const;

const stylesheet = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf applyAlignment="1"><alignment vertical="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

async function packed(sheets: readonly SheetOfCells[]): Promise<Uint8Array> {
  const each = (xml: (sheet: SheetOfCells, number: number) => string) =>
    sheets.map((sheet, index) => xml(sheet, index + 1)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name }, number) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}">${each((_, number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdTexts" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': stylesheet,
  };
  const texts = new Map<string, number>();
  const zip = zipOf([
    ...Object.entries(parts).map(([path, xml]) => ({ path, content: Buffer.from(xml) })),
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      content: () => piecesOf(worksheet(sheet, texts)),
    })),
    // The sheets have numbered them by then.
    { path: 'xl/sharedStrings.xml', content: () => piecesOf(sharedStrings(texts)) },
  ]);
  return bytesOf(zip);
}

/** Characters that are kept as text until they become bytes: a whole sheet as text would take several times its bytes. */
const waiting = 65_536;

function* piecesOf(xml: Iterable<string>): Generator<Uint8Array> {
  let text = '';
  for (const piece of xml) {
    text += piece;
    if (text.length < waiting) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** @param texts gets the texts of the cells, each once, with its number */
function* worksheet({ headers, widths, rows }: SheetOfCells, texts: Map<string, number>): Generator<string> {
  const letters = headers.map((_, index) => columnLetters(index));
  const row = (cells: readonly WrittenCell[], number: number, style: number) =>
    `<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${letters[index]}${number}`, style, texts)).join('')}</row>`;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  yield row(headers, 1, format.header);
  let number = 1;
  for (const cells of rows) {
    number += 1;
    yield row(cells, number, format.text);
  }
  yield '</sheetData></worksheet>';
}

function cellXml(cell: WrittenCell, address: string, style: number, texts: Map<string, number>): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}" s="${format.number}"><v>${cell}</v></c>`;
  const index = texts.get(cell) ?? texts.size;
  texts.set(cell, index);
  return `<c r="${address}" s="${style}" t="s"><v>${index}</v></c>`;
}

function* sharedStrings(texts: ReadonlyMap<string, number>): Generator<string> {
  yield `${head}<sst xmlns="${main}" uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t xml:space="preserve">${written(text)}</t></si>`;
  yield '</sst>';
}

/** A text such as _x0041_ would be read as the character it names. */
function written(text: string): string {
  if (!/[&<>"\n_]/.test(text)) return text;
  return escapeXml(text).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

/** 0 → A, 26 → AA */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
