/** The forms of what stands in a line. */
import type { Entry } from './types.ts';

/** ISO time with zone. */
export const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;
export const hexPattern = /^[0-9a-f]+$/;

/** Whether an entry would read back from its line: whole numbers, times, dates and keys of their form. */
export function isWellFormed(entry: Entry): boolean {
  return (
    timePattern.test(entry.time) &&
    ('date' in entry ? datePattern.test(entry.date) : true) &&
    ('key' in entry ? entry.key.length === 32 && hexPattern.test(entry.key) : true) &&
    Object.values(entry).every((value) => typeof value !== 'number' || (Number.isSafeInteger(value) && value >= 0))
  );
}

/** A moment as the register states it: the local time, to the second, with its zone. */
export function isoTime(moment: Date): string {
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
