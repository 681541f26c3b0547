/** Random form pages: tables with spans and all kinds of rows, labels, opinions and deeds, paragraphs of every kind. */
import fc from 'fast-check';
import type { FrameName, ParagraphRole, RowHeight } from '../../src/document/schema.ts';
import type { Cell, FormPage, Paragraph, Row, Table } from '../../src/document/types.ts';

const words = [
  '安全保卫',
  '东湖',
  '2024年度',
  '120次',
  '有限公司',
  '“先进”',
  '（一）',
  '、',
  '，',
  '。',
  'ABC-1',
  '堃',
  '𠅤',
  '·',
  ' ',
  '——',
];

/** Text as it comes: words, marks, figures, rare characters; up to so many pieces. */
const textOf = (pieces: number) =>
  fc.array(fc.constantFrom(...words), { maxLength: pieces }).map((some) => some.join(''));

const inlinesOf = (pieces: number, breaks: boolean) =>
  fc.array(textOf(pieces), { minLength: 1, maxLength: breaks ? 3 : 1 }).map((lines) =>
    lines.flatMap((text, index): Paragraph['children'] => {
      const inline = { type: 'text', text, role: 'text' } as const;
      return index === 0 ? [inline] : [{ type: 'break' }, inline];
    }),
  );

const paragraphOf = (role: ParagraphRole, pieces: number, breaks = false): fc.Arbitrary<Paragraph> =>
  inlinesOf(pieces, breaks).map((children) => ({ type: 'paragraph', level: 0, role, children }));

const contents: fc.Arbitrary<readonly Paragraph[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(paragraphOf('cell', 6)) },
  { weight: 1, arbitrary: fc.tuple(paragraphOf('deeds', 120)) },
  { weight: 1, arbitrary: fc.tuple(paragraphOf('opinion', 3), paragraphOf('opinion', 3)) },
  { weight: 1, arbitrary: fc.tuple(paragraphOf('cell-label', 3, true)) },
);

const looseCell = fc.record({
  head: fc.boolean(),
  align: fc.constantFrom<Cell['align']>('left', 'center', 'right'),
  children: contents,
});

const data = { type: 'text', value: null, format: '', formula: '', name: '' } as const;
const heights: readonly RowHeight[] = ['auto', 'field', 'opinion', 'list', 'sign', 'fill'];

interface Shape {
  readonly columns: readonly number[];
  /** Of each row, where its cells end; the last is the number of columns. */
  readonly rows: readonly { readonly height: RowHeight; readonly ends: readonly number[] }[];
  /** How many rows the first column is one cell of, from the first row on; 1 for none. */
  readonly joined: number;
}

const shape: fc.Arbitrary<Shape> = fc
  .array(fc.integer({ min: 8, max: 60 }), { minLength: 1, maxLength: 6 })
  .chain((columns) => {
    const inner = Array.from({ length: columns.length - 1 }, (_, index) => index + 1);
    const row = fc.record({
      height: fc.constantFrom(...heights),
      ends: fc.subarray(inner).map((ends) => [...ends, columns.length]),
    });
    return fc.record({
      columns: fc.constant(columns),
      rows: fc.array(row, { minLength: 1, maxLength: 7 }),
      joined: fc.integer({ min: 1, max: 3 }),
    });
  });

const table: fc.Arbitrary<Table> = shape.chain(({ columns, rows, joined }) => {
  const span = columns.length > 1 ? Math.min(joined, rows.length) : 1;
  const ends = rows.map((row, index) => (span > 1 && index < span && row.ends[0] !== 1 ? [1, ...row.ends] : row.ends));
  const count = ends.reduce((sum, own) => sum + own.length, 0);
  return fc.array(looseCell, { minLength: count, maxLength: count }).map((cells) => {
    let next = 0;
    const made = rows.map(({ height }, index): Row => {
      let from = 0;
      const own = (ends[index] as readonly number[]).flatMap((end): Cell[] => {
        const colspan = end - from;
        const hangs = span > 1 && index > 0 && index < span && from === 0;
        from = end;
        const cell = cells[next++] as Omit<Cell, 'colspan' | 'rowspan' | 'data'>;
        const rowspan = span > 1 && index === 0 && end === 1 ? span : 1;
        return hangs ? [] : [{ ...cell, colspan, rowspan, data }];
      });
      return { height, group: '', cells: own };
    });
    return { type: 'table', role: 'form', columns, headRows: 0, rows: made };
  });
});

const outside: readonly ParagraphRole[] = [
  'mark',
  'plain',
  'note',
  'certificate-number',
  'certificate-recipient',
  'certificate-body',
  'certificate-issuer',
];

const block: fc.Arbitrary<FormPage['children'][number]> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...outside).chain((role) => paragraphOf(role, 12)) },
  { weight: 2, arbitrary: table },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((weight) => ({ type: 'fill' as const, weight })) },
);

export const anyForm: fc.Arbitrary<FormPage> = fc.record({
  type: fc.constant('form-page' as const),
  frame: fc.constantFrom<'' | FrameName>('', 'certificate', 'lines'),
  children: fc.array(block, { minLength: 1, maxLength: 5 }),
});
