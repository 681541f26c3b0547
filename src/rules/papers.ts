/** Numbers and days of the papers between notice and certificates, and what does not fit together among them. */
import type { Case, Nominee, PaperSettings } from '../case/types.ts';
import { type Message, message } from '../message.ts';
import { groupBy } from './group.ts';
import { authorityOpinions, policeOpinions, withoutAuthority } from './opinions.ts';
import { isWorkday, knowsHolidays, lastWorkday } from './workday.ts';

/** 发文字号 of the letter so many places after the first: 沪企保协〔2025〕3号, 1 → 沪企保协〔2025〕4号. '' stays ''. */
export function numberAfter(first: string, places: number): string {
  return first.replace(/(\d+)号$/, (_, number: string) => `${Number(number) + places}号`);
}

/** First and last day of the publicity, ISO dates; '' where the first is not yet decided. */
export function publicityPeriod({ settings }: Case): { readonly start: string; readonly end: string } {
  const { start, workingDays } = settings.publicity;
  return { start, end: start === '' ? '' : lastWorkday(start, workingDays, settings.publicity) };
}

const place = { file: 'case.yaml' };

/** @param roster nominees in the order of the rosters */
export function checkPapers(theCase: Case, roster: readonly Nominee[]): readonly Message[] {
  return [
    ...unassignedIndustries(theCase, roster),
    ...numbersGivenTwice(theCase, roster),
    ...publicityDays(theCase),
    ...papersBeforeTheEnd(theCase),
  ];
}

function unassignedIndustries(theCase: Case, roster: readonly Nominee[]): readonly Message[] {
  const left = groupBy(withoutAuthority(theCase, roster), (one) => one.industry);
  if (left.size === 0) return [];
  const list = [...left].map(([industry, group]) => `${industry || '未填行业'}（${group.length}）`).join('、');
  return [message('papers.industry-unassigned', { place, list })];
}

function numbersGivenTwice(theCase: Case, roster: readonly Nominee[]): readonly Message[] {
  const { documents, notice } = theCase.settings;
  const run = ({ number }: PaperSettings, count: number) =>
    Array.from({ length: count }, (_, index) => numberAfter(number, index));
  const given: readonly (readonly [number: string, paper: string])[] = [
    [notice.number, '通知'],
    ...run(documents.authorityLetters, authorityOpinions(theCase, roster).length).map(withPaper('行业主管部门函')),
    ...run(documents.policeLetters, policeOpinions(theCase, roster).length).map(withPaper('公安机关函')),
    [documents.publicityRequest.number, '公示名单请示'],
    [documents.finalRequest.number, '表彰名单请示'],
    [documents.decision.number, '表彰决定'],
  ];
  return [...groupBy(given, ([number]) => number)]
    .filter(([number, papers]) => number !== '' && papers.length > 1)
    .map(([number, papers]) =>
      message('papers.number-twice', { place, number, papers: papers.map(([, paper]) => paper).join('、') }),
    );
}

function withPaper(paper: string): (number: string) => readonly [string, string] {
  return (number) => [number, paper];
}

function publicityDays(theCase: Case): readonly Message[] {
  const { publicity } = theCase.settings;
  const { start, end } = publicityPeriod(theCase);
  if (start === '') return [];
  const unknown = Number(end.slice(0, 4));
  return [
    ...(isWorkday(start, publicity) ? [] : [message('papers.start-not-workday', { place, start })]),
    // Who has written days of that year down has looked at its calendar.
    ...(knowsHolidays(unknown) || publicity.holidays.some((day) => day.startsWith(`${unknown}`))
      ? []
      : [message('papers.calendar-unknown', { place, year: unknown, start, end })]),
  ];
}

/** What says that the publicity is over cannot be dated before its end. */
function papersBeforeTheEnd(theCase: Case): readonly Message[] {
  const { end } = publicityPeriod(theCase);
  const { finalRequest, decision } = theCase.settings.documents;
  const papers = [
    { paper: '表彰名单请示', date: finalRequest.date },
    { paper: '表彰决定', date: decision.date },
  ];
  return papers
    .filter(({ date }) => date !== '' && date <= end)
    .map(({ paper, date }) => message('papers.before-publicity-ends', { place, paper, date, end }));
}
