/** What write-excel-file leaves out, added to its XML: printing and charts; and the properties. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { DocumentTree, PageName } from '../../document/types.ts';
import { pageOf } from '../../layout/page.ts';
import type { WriteContext } from '../types.ts';
import { quoted } from './address.ts';
import { anchorXml, chartXml, type SheetChart } from './chart.ts';
import { escapeXml } from './xml.ts';

export interface SheetExtras {
  readonly name: string;
  /** Rows after which a page ends, from 0. */
  readonly pageEnds: readonly number[];
  /** Rows printed on every page, from 0. */
  readonly head: { readonly first: number; readonly last: number } | undefined;
  readonly charts: readonly SheetChart[];
}

type FileContent = Stream | Buffer | Blob;

const pointsPerInch = 72;

/** A feature for the sheets of a workbook, in their order. */
export function extrasOf(page: PageName, sheets: readonly SheetExtras[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const { pageEnds } = sheets[sheetIndex] as SheetExtras;
            return withPrinting(xml, page, pageEnds);
          },
        },
        'xl/workbook.xml': { transform: (xml) => withPrintTitles(xml, sheets) },
        'xl/drawings/drawing{id}.xml': {
          insert: (_options, { sheetIndex }) =>
            chartsOf(sheets, sheetIndex)
              .map((chart, index) => anchorXml(chart, index + 1))
              .join(''),
        },
        'xl/drawings/_rels/drawing{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            chartsOf(sheets, sheetIndex)
              .map((_, index) => chartRelationship(sheetIndex, index))
              .join(''),
        },
        '[Content_Types].xml': { insert: () => coreContentType + chartContentTypes(sheets) },
        '_rels/.rels': { insert: () => coreRelationship },
      },
      write: { files: () => chartParts(sheets) },
    },
  };
}

/** A4, one page wide, page number in the middle of the foot; a page ends where the tree says so. */
function withPrinting(xml: string, page: PageName, pageEnds: readonly number[]): string {
  const { orientation, margin, footer } = pageOf(page);
  const inches = (points: number) => (points / pointsPerInch).toFixed(3);
  const foot = inches(footer?.bottom ?? margin.bottom / 2);
  const setup =
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${inches(margin.left)}" right="${inches(margin.right)}" top="${inches(margin.top)}"` +
    ` bottom="${inches(margin.bottom)}" header="${foot}" footer="${foot}"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>' +
    rowBreaks(pageEnds);
  return xml
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<drawing /, `${setup}$&`);
}

/** Each break names the row above it, from 1. */
function rowBreaks(pageEnds: readonly number[]): string {
  if (pageEnds.length === 0) return '';
  const breaks = pageEnds.map((row) => `<brk id="${row + 1}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${pageEnds.length}" manualBreakCount="${pageEnds.length}">${breaks}</rowBreaks>`;
}

function withPrintTitles(xml: string, sheets: readonly SheetExtras[]): string {
  const names = sheets.flatMap(({ name, head }, index) =>
    head === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
            `${escapeXml(quoted(name))}!$${head.first + 1}:$${head.last + 1}</definedName>`,
        ],
  );
  return xml.replace('<definedNames/>', names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '');
}

function chartsOf(sheets: readonly SheetExtras[], sheet: number): readonly SheetChart[] {
  return sheets[sheet]?.charts ?? [];
}

function chartName(sheet: number, index: number): string {
  return `chart${sheet + 1}-${index + 1}.xml`;
}

function chartRelationship(sheet: number, index: number): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
  return `<Relationship Id="rId-chart-${index + 1}" Type="${type}" Target="../charts/${chartName(sheet, index)}"/>`;
}

function chartContentTypes(sheets: readonly SheetExtras[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
  return Object.keys(chartParts(sheets))
    .map((path) => `<Override PartName="/${path}" ContentType="${type}"/>`)
    .join('');
}

function chartParts(sheets: readonly SheetExtras[]): Readonly<Record<string, string>> {
  const parts = sheets.flatMap(({ charts }, sheet) =>
    charts.map((chart, index) => [`xl/charts/${chartName(sheet, index)}`, chartXml(chart)] as const),
  );
  return Object.fromEntries(parts);
}

export const corePath = 'docProps/core.xml';

const coreContentType =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';

const coreRelationship =
  '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

/** The document's properties, with the date of the context instead of the clock. */
export function coreProperties({ title, lang }: DocumentTree, { author, date }: WriteContext): string {
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${lang}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
  );
}
