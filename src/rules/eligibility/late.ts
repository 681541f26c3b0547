/** Rosters that came in after the closing date (notice part 4): a warning, for the office may accept them. */
import type { Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { groupBy } from '../group.ts';
import { cell } from './place.ts';

/** One message for the rows of a district that came in together, at the first of them. Dates are ISO dates. */
export function checkLate(nominees: readonly Nominee[], closingDate: string): Message[] {
  const late = nominees.filter(({ received }) => received > closingDate);
  return [...groupBy(late, ({ district, received, place }) => `${district}/${received}/${place.file}`).values()].map(
    (rows) => {
      const first = rows[0] as Nominee;
      const { district, received } = first;
      return message('eligibility.late', {
        place: cell(first, '收到日期'),
        district,
        count: rows.length,
        received,
        closingDate,
        actual: received,
      });
    },
  );
}
