/** What a workbook says of its sheets beside their cells: names, hidden sheets, hidden rows, merged cells. */
import type { Merged, SheetShape } from './table.ts';

/** No roster has a corner as far out as this many cells. */
export const maximumCells = 5_000_000;

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  /** As it stands in the XML. */
  readonly name: string;
  /** The path of its part; '' where there is none. */
  readonly path: string;
  readonly hidden: boolean;
}

/**
 * All sheets in the workbook's order.
 * @param partOf the XML of a part of the workbook by its path, '' where there is none
 */
export function listedSheets(partOf: (path: string) => string): readonly ListedSheet[] {
  const relations = tags(partOf('xl/_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(relations.map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  return tags(partOf('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, '\\w+:id')) ?? '';
    const path = target === '' ? '' : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const state = attribute(tag, 'state');
    return { name: attribute(tag, 'name'), path, hidden: state !== '' && state !== 'visible' };
  });
}

/** @param xml the XML of the sheet's part */
export function sheetShape({ hidden }: ListedSheet, xml: string): SheetShape {
  const rows = xml.includes('hidden=') ? tags(xml, 'row', 'hidden="(?:1|true)"') : [];
  return {
    hidden,
    hiddenRows: rows.map((row) => Number(attribute(row, 'r'))),
    // They stand behind all rows.
    merged: tags(xml.slice(xml.lastIndexOf('sheetData')), 'mergeCell').flatMap((cell) =>
      merged(attribute(cell, 'ref')),
    ),
  };
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}

export function tags(xml: string, name: string, having = ''): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s(?:[^>]*?\\s)?${having}[^>]*>`, 'g')) ?? [];
}

export function attribute(tag: string, name: string): string {
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
