/** What write-excel-file leaves out of a workbook to fill in: protection, dropdowns, limits, notes, printing. */
import { strFromU8, strToU8 } from 'fflate';
import { addressText, quoted } from '../writers/xlsx/address.ts';
import { withoutMarks } from '../writers/xlsx/text.ts';
import { pack, unpack } from '../writers/zip.ts';
import { type Note, notesParts } from './notes.ts';
import { escapeXml } from './xml.ts';

/** A rectangle of cells; rows and columns count from 0, the last ones belong to it. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Limit =
  /** One of a few words, or what stands in cells such as `'说明'!$A$30:$A$41`. */
  | { readonly type: 'list'; readonly choices: readonly string[] }
  | { readonly type: 'list'; readonly from: string }
  | { readonly type: 'length'; readonly length: number }
  | { readonly type: 'whole' | 'decimal'; readonly least: number; readonly most: number };

/** What may be typed into areas, and what is said when something else is. */
export interface Validation {
  readonly areas: readonly Area[];
  readonly limit: Limit;
  readonly text: string;
}

export interface Features {
  /** Where something may be typed; all other cells are locked. */
  readonly inputs: readonly Area[];
  readonly validations: readonly Validation[];
  readonly notes: readonly Note[];
  /** Digits kept as text on purpose: the spreadsheet does not mark them as doubtful. */
  readonly digits: readonly Area[];
  /** Rows printed on every page; undefined for none. */
  readonly head?: { readonly first: number; readonly last: number };
  readonly landscape: boolean;
}

function areasText(areas: readonly Area[]): string {
  const corner = (row: number, column: number) => addressText({ row, column });
  return areas.map(({ top, bottom, left, right }) => `${corner(top, left)}:${corner(bottom, right)}`).join(' ');
}

interface FeaturedSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly features: Features;
}

/** Adds the features of each sheet to a workbook that has the sheets in this order. */
export function withFeatures(workbook: Uint8Array, sheets: readonly FeaturedSheet[]): Uint8Array {
  const parts = new Map(unpack(workbook));
  const text = (path: string) => strFromU8(parts.get(path) as Uint8Array);
  const edit = (path: string, change: (xml: string) => string) => parts.set(path, strToU8(change(text(path))));

  const styles = unlockedStyles(text('xl/styles.xml'));
  sheets.forEach(({ features, widths }, index) => {
    const number = index + 1;
    edit(`xl/worksheets/sheet${number}.xml`, (xml) => sheetWith(unlocked(xml, features.inputs, styles.of), features));
    if (features.notes.length === 0) return;
    const { files, relationships, contentType } = notesParts(features.notes, widths, number);
    for (const [path, xml] of Object.entries(files)) parts.set(path, strToU8(xml));
    edit(`xl/worksheets/_rels/sheet${number}.xml.rels`, (xml) =>
      xml.replace('</Relationships>', `${relationships}</Relationships>`),
    );
    edit('[Content_Types].xml', (xml) => xml.replace('</Types>', `${contentType}</Types>`));
  });
  parts.set('xl/styles.xml', strToU8(styles.xml()));
  edit('xl/sharedStrings.xml', (xml) => withoutMarks('xl/sharedStrings.xml', xml));
  if (sheets.some(({ features }) => features.notes.length > 0)) {
    const vml = '<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/>';
    edit('[Content_Types].xml', (xml) => xml.replace('<Override ', `${vml}<Override `));
  }
  edit('xl/workbook.xml', (xml) =>
    xml.replace('<definedNames/>', definedNames(sheets)).replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>'),
  );
  return pack(parts);
}

/** Cells are locked by their style: for each style of an input cell there is a second one that is not. */
function unlockedStyles(xml: string) {
  const [, inside = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml) ?? [];
  const all = inside.match(/<xf [^>]*>.*?<\/xf>/gs) ?? [];
  const added = new Map<number, number>();
  return {
    of(style: number): number {
      const known = added.get(style) ?? all.length + added.size;
      added.set(style, known);
      return known;
    },
    xml(): string {
      const copies = [...added.keys()].map((style) =>
        (all[style] ?? '').replace('>', ' applyProtection="1">').replace('</xf>', '<protection locked="0"/></xf>'),
      );
      const xfs = [...all, ...copies];
      return xml.replace(
        /<cellXfs[^>]*>.*<\/cellXfs>/s,
        () => `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
      );
    },
  };
}

/** Unlocks the cells of the areas, and below their last row the columns, so that a long list can go on there. */
function unlocked(xml: string, areas: readonly Area[], unlockedOf: (style: number) => number): string {
  const columns = new Map<number, number>();
  const withCells = xml.replace(
    /<c r="([A-Z]+)(\d+)" s="(\d+)"/g,
    (cell, letters: string, digits: string, style: string) => {
      const row = Number(digits) - 1;
      const column = columnOf(letters);
      const area = areas.find(
        ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
      if (!area) return cell;
      const open = unlockedOf(Number(style));
      if (row === area.bottom) columns.set(column, open);
      return `<c r="${letters}${digits}" s="${open}"`;
    },
  );
  return withCells.replace(/<col min="(\d+)" /g, (col, number: string) => {
    const style = columns.get(Number(number) - 1);
    return style === undefined ? col : `${col}style="${style}" `;
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The elements in the order that the format prescribes (ECMA-376 part 1, 18.3.1.99). */
function sheetWith(xml: string, { inputs, validations, notes, digits, landscape }: Features): string {
  const protection =
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"' +
    ` autoFilter="0"${inputs.length > 0 ? ' sort="0"' : ''}/>`;
  const end = [
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>',
    digits.length > 0
      ? `<ignoredErrors><ignoredError sqref="${areasText(digits)}" numberStoredAsText="1"/></ignoredErrors>`
      : '',
    notes.length > 0 ? '<legacyDrawing r:id="rIdNotesShapes"/>' : '',
  ].join('');
  return xml
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', `$&${protection}`)
    .replace('</worksheet>', `${end}$&`);
}

function validationXml({ areas, limit, text }: Validation): string {
  const [type, formulas] = limitXml(limit);
  return (
    `<dataValidation ${type} allowBlank="1" showErrorMessage="1" errorTitle="请重新填写"` +
    ` error="${escapeXml(text)}" sqref="${areasText(areas)}">${formulas}</dataValidation>`
  );
}

function limitXml(limit: Limit): readonly [attributes: string, formulas: string] {
  if (limit.type === 'list') {
    const formula = 'from' in limit ? limit.from : `"${limit.choices.join(',')}"`;
    return ['type="list"', `<formula1>${escapeXml(formula)}</formula1>`];
  }
  if (limit.type === 'length') return ['type="textLength" operator="equal"', `<formula1>${limit.length}</formula1>`];
  return [`type="${limit.type}"`, `<formula1>${limit.least}</formula1><formula2>${limit.most}</formula2>`];
}

function definedNames(sheets: readonly FeaturedSheet[]): string {
  const names = sheets.flatMap(({ name, features: { head } }, index) =>
    head
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
            `${escapeXml(quoted(name))}!$${head.first + 1}:$${head.last + 1}</definedName>`,
        ]
      : [],
  );
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}
