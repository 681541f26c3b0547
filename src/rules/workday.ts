/** Working days: the yearly decision on public holidays and worked weekends, and what the case says against it. */
import { getFestival, isWorkday as isCalendarWorkday } from 'chinese-workday';
import type { PublicitySettings } from '../case/types.ts';

type Exceptions = Pick<PublicitySettings, 'holidays' | 'workdays'>;

/** Whether a day is worked. @param day ISO date */
export function isWorkday(day: string, { holidays, workdays }: Exceptions): boolean {
  if (workdays.includes(day)) return true;
  return !holidays.includes(day) && isCalendarWorkday(day);
}

/** Whether the calendar knows the public holidays of a year: where it does not, it knows weekends only. */
export function knowsHolidays(year: number): boolean {
  return getFestival(`${year}-10-01`) === '国庆节';
}

/** The last of so many working days from a day on; that day counts where it is worked. @param start ISO date */
export function lastWorkday(start: string, count: number, exceptions: Exceptions): string {
  let day = start;
  for (let left = count - Number(isWorkday(day, exceptions)); left > 0; ) {
    day = nextDay(day);
    if (isWorkday(day, exceptions)) left--;
  }
  return day;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
