import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf, sumsOf } from '../../src/views/payment-row.ts';

const anyRow = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 9 }))
  .map(([net, tax]) => ({ amount: net + tax, tax, net }));

test('pages hold all rows in their order, and what is carried forward adds up to the total', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), fc.integer({ min: 1, max: 15 }), (rows, perPage) => {
      const pages = pagesOf(rows, perPage);
      expect(pages.flatMap((page) => page.rows)).toEqual(rows);
      for (const [index, page] of pages.entries()) {
        expect(page.rows.length).toBe(page.last ? page.sums.count : perPage);
        expect(page.sums).toEqual(sumsOf(page.rows));
        expect(page.running).toEqual(sumsOf(rows.slice(0, index * perPage + page.rows.length)));
        expect(page.running.amount).toBe(page.running.tax + page.running.net);
      }
      expect(pages.at(-1)?.running ?? sumsOf([])).toEqual(sumsOf(rows));
    }),
  );
});
