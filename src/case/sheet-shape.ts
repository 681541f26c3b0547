/** What a workbook says of its sheets beside their cells: hidden sheets, hidden rows, merged cells. */
import type { Merged, SheetShape } from './table.ts';

/**
 * The shapes of all sheets in the workbook's order.
 * @param partOf the XML of a part of the workbook by its path, '' where there is none
 */
export function sheetShapes(partOf: (path: string) => string): readonly SheetShape[] {
  const targets = new Map(
    tags(partOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tags(partOf('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, '\\w+:id')) ?? '';
    const xml = partOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return {
      hidden: attribute(tag, 'state') !== '' && attribute(tag, 'state') !== 'visible',
      hiddenRows: tags(xml, 'row', 'hidden="(?:1|true)"').map((row) => Number(attribute(row, 'r'))),
      merged: tags(xml, 'mergeCell').flatMap((cell) => merged(attribute(cell, 'ref'))),
    };
  });
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function tags(xml: string, name: string, having = ''): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s(?:[^>]*?\\s)?${having}[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function merged(reference: string): readonly Merged[] {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  if (left === undefined || right === undefined) return [];
  return [
    {
      top: Number(top) - 1,
      left: columnNumber(left) - 1,
      bottom: Number(bottom) - 1,
      right: columnNumber(right) - 1,
    },
  ];
}
