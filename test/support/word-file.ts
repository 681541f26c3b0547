/** A small Word file, written part by part as Word would. */
import { strToU8, zipSync } from 'fflate';

export interface WordParts {
  /** Content of w:body. */
  readonly body: string;
  /** Content of w:numbering. */
  readonly numbering?: string;
  /** Content of w:styles. */
  readonly styles?: string;
  /** Text of a page's header. */
  readonly header?: string;
}

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function wordFile({ body, numbering, styles, header }: WordParts): Uint8Array {
  const extra = [
    ...(numbering === undefined
      ? []
      : [{ name: 'numbering', xml: `<w:numbering ${namespaces}>${numbering}</w:numbering>` }]),
    ...(styles === undefined ? [] : [{ name: 'styles', xml: `<w:styles ${namespaces}>${styles}</w:styles>` }]),
    ...(header === undefined ? [] : [{ name: 'header', xml: `<w:hdr ${namespaces}>${paragraph(header)}</w:hdr>` }]),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/>${extra.map(({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${types}.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${extra.map(({ name }, index) => `<Relationship Id="d${index}" Type="${relations}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  };
  for (const { name, xml } of extra) parts[`word/${name}.xml`] = xml;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(`${head}${xml}`)])), {
    mtime: new Date(1980, 0, 1),
  });
}

/** A paragraph; `properties` is the content of w:pPr. */
export function paragraph(text: string, properties = ''): string {
  const pPr = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${pPr}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Properties of a paragraph with a number of this list and level. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A list with its levels: each its format and text. */
export function list(id: number, levels: readonly (readonly [format: string, text: string])[]): string {
  const own = levels.map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${own.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

/** A table of paragraphs; a cell may say its `w:tcPr`. */
export function table(
  rows: readonly (readonly (string | { readonly text: string; readonly properties: string })[])[],
): string {
  const cellOf = (cell: string | { readonly text: string; readonly properties: string }) =>
    typeof cell === 'string'
      ? `<w:tc>${paragraph(cell)}</w:tc>`
      : `<w:tc><w:tcPr>${cell.properties}</w:tcPr>${paragraph(cell.text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cellOf).join('')}</w:tr>`).join('')}</w:tbl>`;
}
