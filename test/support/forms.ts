/** Random form pages: tables with spans and all kinds of rows, labels, opinions and deeds, paragraphs of every kind. */
import fc from 'fast-check';
import {
  type FrameName,
  type ParagraphRole,
  paragraphRoles,
  type RowHeight,
  rowHeights,
  type SpanRole,
  type TableRole,
} from '../../src/document/schema.ts';
import type { Cell, FormPage, Inline, Paragraph, Row, Table } from '../../src/document/types.ts';

/** Text as it comes: words, marks, figures, rare characters, letters that stand on those before them, long codes. */
const words = [
  ...['安全保卫', '东湖', '有限公司', '堃', '𠅤', '‘先进’', '“先进”', '（一）', '第12号', '张\u3000三', '王　堃'],
  ...['、', '，', '。', '；', '——', '……', '·', '《', '》', '／', '￥', '％', '\u00a0', ' ', '  ', '\u3000'],
  ...['2024年度', '120次', '3.14', '12%', 'ABC-1', 'e\u0301', '91310000MA1FL0XX5Y', 'https://www.example.org/a/b?c=1'],
  '0123456789'.repeat(6),
];

const textOf = (pieces: number) =>
  fc.array(fc.constantFrom(...words), { maxLength: pieces }).map((some) => some.join(''));

const spans: fc.Arbitrary<SpanRole> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('text' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<SpanRole>('strong', 'hang', 'hang-label', 'label', 'run-in', 'rare', 'warning'),
  },
);

/** Stretches one behind the other, some of them on a line of their own. */
const inlinesOf = (pieces: number): fc.Arbitrary<readonly Inline[]> =>
  fc
    .array(fc.record({ text: textOf(pieces), role: spans, next: fc.constantFrom(0, 0, 0, 1, 2) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) =>
      parts.flatMap(({ text, role, next }, index): Inline[] => {
        const inline = { type: 'text', text, role } as const;
        if (index === 0 || next === 0) return [inline];
        return next === 1 ? [{ type: 'break' }, inline] : [{ ...inline, text: `\t${text}` }];
      }),
    );

const paragraphOf = (role: ParagraphRole, pieces: number, level: Paragraph['level'] = 0): fc.Arbitrary<Paragraph> =>
  inlinesOf(pieces).map((children) => ({ type: 'paragraph', level, role, children }));

const anyRole = fc.constantFrom(...paragraphRoles);

const contents: fc.Arbitrary<readonly Paragraph[]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(paragraphOf('cell', 5)) },
  { weight: 2, arbitrary: fc.tuple(paragraphOf('deeds', 90)) },
  { weight: 1, arbitrary: fc.tuple(paragraphOf('opinion', 3), paragraphOf('opinion', 3)) },
  { weight: 2, arbitrary: fc.tuple(paragraphOf('cell-label', 3)) },
  { weight: 1, arbitrary: fc.tuple(anyRole.chain((role) => paragraphOf(role, 3))) },
  { weight: 1, arbitrary: fc.constant([]) },
);

const data = { type: 'text', value: null, format: '', formula: '', name: '' } as const;

interface Loose {
  readonly across: number;
  readonly down: number;
  readonly cell: Pick<Cell, 'head' | 'align' | 'children'>;
}

const looseCell: fc.Arbitrary<Loose> = fc.record({
  across: fc.constantFrom(1, 1, 1, 2, 3),
  down: fc.constantFrom(1, 1, 1, 2, 3),
  cell: fc.record({
    head: fc.boolean(),
    align: fc.constantFrom<Cell['align']>('left', 'center', 'right'),
    children: contents,
  }),
});

/** Cells put into the free places of a grid, one row after the other, each as large as it likes and may be. */
function gridOf(columns: number, heights: readonly RowHeight[], cells: readonly Loose[]): readonly Row[] {
  const taken = heights.map(() => new Array<boolean>(columns).fill(false));
  let next = 0;
  return heights.map((height, row): Row => {
    const own: Cell[] = [];
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue;
      const { across, down, cell } = cells[next++ % cells.length] as Loose;
      let colspan = 1;
      while (colspan < across && column + colspan < columns && !taken[row]?.[column + colspan]) colspan += 1;
      const rowspan = Math.min(down, heights.length - row);
      for (const line of taken.slice(row, row + rowspan)) line.fill(true, column, column + colspan);
      own.push({ ...cell, colspan, rowspan, data });
    }
    return { height, group: '', cells: own };
  });
}

const tableRoles: fc.Arbitrary<TableRole> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('form' as const) },
  { weight: 1, arbitrary: fc.constantFrom<TableRole>('grid', 'compact', 'dense', 'bare', 'signature') },
);

const table: fc.Arbitrary<Table> = fc
  .record({
    role: tableRoles,
    columns: fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 6 }),
    heights: fc.array(fc.constantFrom(...rowHeights), { minLength: 1, maxLength: 6 }),
    cells: fc.array(looseCell, { minLength: 1, maxLength: 12 }),
  })
  .map(({ role, columns, heights, cells }) => {
    const rows = gridOf(columns.length, heights, cells);
    return { type: 'table', role, columns, headRows: 0, rows };
  });

const block: fc.Arbitrary<FormPage['children'][number]> = fc.oneof(
  { weight: 4, arbitrary: anyRole.chain((role) => paragraphOf(role, 8)) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 3, 4, 5).chain((level) => paragraphOf('body', 6, level as 1)) },
  { weight: 4, arbitrary: table },
  { weight: 1, arbitrary: fc.constantFrom('red', 'thick', 'thin').map((role) => ({ type: 'rule' as const, role })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((weight) => ({ type: 'fill' as const, weight })) },
);

export const anyForm: fc.Arbitrary<FormPage> = fc.record({
  type: fc.constant('form-page' as const),
  frame: fc.constantFrom<'' | FrameName>('', 'certificate', 'lines'),
  children: fc.array(block, { minLength: 1, maxLength: 5 }),
});
