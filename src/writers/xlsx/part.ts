/** What write-excel-file leaves out, added to its XML: values of formulas, printing, properties. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { DocumentTree } from '../../document/types.ts';
import { pageOf } from '../../layout/page.ts';
import type { WriteContext } from '../types.ts';
import { quoted } from './address.ts';

export interface SheetExtras {
  readonly name: string;
  /** Values of formula cells by address, for readers that do not calculate. */
  readonly values: ReadonlyMap<string, number>;
  /** Rows printed on every page, from 0. */
  readonly head: { readonly first: number; readonly last: number } | undefined;
}

type FileContent = Stream | Buffer | Blob;

const pointsPerInch = 72;

/** A feature for the sheets of a tree, in their order. */
export function extrasOf(
  tree: DocumentTree,
  sheets: readonly SheetExtras[],
  context: WriteContext,
): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const values = sheets[sheetIndex]?.values ?? new Map<string, number>();
            return withPrinting(withValues(xml, values), tree);
          },
        },
        'xl/workbook.xml': { transform: (xml) => withPrintTitles(xml, sheets) },
        '[Content_Types].xml': { insert: () => coreContentType },
        '_rels/.rels': { insert: () => coreRelationship },
      },
      write: { files: () => ({ 'docProps/core.xml': coreProperties(tree, context) }) },
    },
  };
}

function withValues(xml: string, values: ReadonlyMap<string, number>): string {
  return xml.replace(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)(?=<\/c>)/g, (formula, start: string, address: string) => {
    const value = values.get(address);
    return value === undefined ? formula : `${start}<v>${value}</v>`;
  });
}

/** A4, one page wide, page number in the middle of the foot. */
function withPrinting(xml: string, tree: DocumentTree): string {
  const { orientation, margin, footer } = pageOf(tree.page);
  const inches = (points: number) => (points / pointsPerInch).toFixed(3);
  const foot = inches(footer?.bottom ?? margin.bottom / 2);
  const setup =
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${inches(margin.left)}" right="${inches(margin.right)}" top="${inches(margin.top)}"` +
    ` bottom="${inches(margin.bottom)}" header="${foot}" footer="${foot}"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>';
  return xml
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<drawing /, `${setup}$&`);
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

const coreContentType =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';

const coreRelationship =
  '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

function coreProperties({ title, lang }: DocumentTree, { author, date }: WriteContext): string {
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

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
