/** Reads a DOCX back for tests: its parts, its paragraphs with their styles, its tables. */
import { strFromU8 } from 'fflate';
import { Parser } from 'htmlparser2';
import { unpack } from '../../src/writers/zip.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

export interface ReadParagraph {
  /** The style's name as Word shows it. */
  readonly style: string;
  /** Tabs as `\t`, line breaks as `\n`; fields and drawings are left out. */
  readonly text: string;
  readonly pageBreakBefore: boolean;
}

export interface ReadTable {
  /** Grid column widths in twips. */
  readonly grid: readonly number[];
  /** Rows of cells: width in columns, whether it continues the cell above, its text. */
  readonly rows: readonly (readonly { readonly span: number; readonly continued: boolean; readonly text: string }[])[];
}

export interface ReadDocx {
  readonly parts: readonly string[];
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly ReadTable[];
  /** An XML part's text. */
  part(path: string): string;
  xml(path: string): XmlElement;
}

/** Reads a DOCX's bytes. Throws when it is no zip, an XML part is not well nested, or a style in use is not defined. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = unpack(bytes);
  const part = (path: string): string => {
    const found = parts.get(path);
    if (found === undefined) throw new Error(`the DOCX has no part ${path}`);
    return strFromU8(found);
  };
  const xml = (path: string): XmlElement => parseXml(part(path));
  const names = new Map(
    findAll(xml('word/styles.xml'), 'w:style').map((style) => [
      style.attributes['w:styleId'] ?? '',
      find(style, 'w:name')?.attributes['w:val'] ?? '',
    ]),
  );
  const body = xml('word/document.xml');
  const paragraphs = findAll(body, 'w:p').map((paragraph) => {
    const id = find(paragraph, 'w:pStyle')?.attributes['w:val'] ?? 'Normal';
    const style = names.get(id);
    if (style === undefined) throw new Error(`a paragraph has the style "${id}", which styles.xml does not define`);
    return {
      style,
      text: paragraphText(paragraph),
      pageBreakBefore: find(paragraph, 'w:pageBreakBefore') !== undefined,
    };
  });
  return { parts: [...parts.keys()], paragraphs, tables: findAll(body, 'w:tbl').map(readTable), part, xml };
}

/** The text of all paragraphs, a line each; lines without text left out. */
export function docxText(bytes: Uint8Array): string {
  return readDocx(bytes)
    .paragraphs.map((paragraph) => paragraph.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** All elements of a name below another, in order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    found.push(...findAll(child, name));
  }
  return found;
}

export function find(element: XmlElement, name: string): XmlElement | undefined {
  return findAll(element, name)[0];
}

function readTable(table: XmlElement): ReadTable {
  return {
    grid: findAll(table, 'w:gridCol').map((column) => Number(column.attributes['w:w'])),
    rows: findAll(table, 'w:tr').map((row) =>
      findAll(row, 'w:tc').map((cell) => {
        const merge = find(cell, 'w:vMerge');
        return {
          span: Number(find(cell, 'w:gridSpan')?.attributes['w:val'] ?? 1),
          continued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
          text: findAll(cell, 'w:p').map(paragraphText).join('\n'),
        };
      }),
    ),
  };
}

function paragraphText(paragraph: XmlElement): string {
  return findAll(paragraph, 'w:r')
    .flatMap((run) => run.children)
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 'w:t') return child.children.join('');
      return child.name === 'w:tab' ? '\t' : child.name === 'w:br' ? '\n' : '';
    })
    .join('');
}

function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: XmlElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (data) => void open.at(-1)?.children.push(data),
      onclosetag(name, implied) {
        const closed = open.pop();
        // `<w:b/>` is closed by implication too, but holds nothing.
        if (implied && closed?.children.length !== 0)
          throw new Error(`XML: <${name}> is not closed where it should be`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (open.length !== 1) throw new Error(`XML: <${open.at(-1)?.name}> is never closed`);
  return root;
}
