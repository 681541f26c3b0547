import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClauseId } from '../../src/layout/gbt9704.ts';
import type { LineMark, Marks, TextMark } from '../../src/layout/marks.ts';
import { mm } from '../../src/layout/units.ts';
import type { ClauseResult } from '../../src/measure/clauses.ts';
import { type Measurement, measure } from '../../src/measure/measure.ts';
import type { Prepared } from '../../src/prepare.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { prepareBase, temporaryFolder } from '../support/package.ts';

type Tampering = (marks: Marks, page: number) => Marks;

/** What happens to the marks of each page between layout and PDF. */
const hand = vi.hoisted(() => ({ tamper: ((marks) => marks) as Tampering }));

vi.mock('../../src/writers/pdf/flow.ts', async (original) => {
  const flow = await original<typeof import('../../src/writers/pdf/flow.ts')>();
  return {
    ...flow,
    pagesOf: (...args: Parameters<typeof flow.pagesOf>) =>
      flow.pagesOf(...args).map((page, index) => ({ ...page, marks: hand.tamper(page.marks, index + 1) })),
  };
});

let prepared: Prepared;
let folder: string;
beforeAll(async () => {
  prepared = await prepareBase();
  folder = await temporaryFolder('tampered');
});
beforeEach(() => {
  hand.tamper = (marks) => marks;
});

/** Measures a document of the small case whose marks were changed. */
async function measured(document: string, tamper: Tampering = (marks) => marks): Promise<Measurement> {
  hand.tamper = tamper;
  const composed = prepared.composed.find((one) => one.document.name === document);
  if (composed === undefined) throw new Error(`no ${document}`);
  const { fonts } = prepared;
  const file = join(folder, `${document}.pdf`);
  await writeFile(file, await writePdf(composed.tree, { fonts, date: new Date(0), author: '示例协会' }));
  const { value, messages } = await measure(file, { profile: '9704' });
  if (value === undefined) throw new Error(JSON.stringify(messages));
  return value;
}

const isRed = (color: string) => color === '#d7000f';
const moved = (marks: Marks, dx: number, dy: number): Marks =>
  movedWhere(
    marks,
    () => true,
    () => true,
    dx,
    dy,
  );

/** Moves some texts and lines by so many mm. */
function movedWhere(
  marks: Marks,
  texts: (text: TextMark) => boolean,
  lines: (line: LineMark) => boolean,
  dx: number,
  dy: number,
): Marks {
  const [x, y] = [mm(dx), mm(dy)];
  return {
    ...marks,
    texts: marks.texts.map((one) => (texts(one) ? { ...one, x: one.x + x, y: one.y + y } : one)),
    lines: marks.lines.map((one) =>
      lines(one) ? { ...one, points: one.points.map(([px, py]): [number, number] => [px + x, py + y]) } : one,
    ),
  };
}

const texts =
  (pick: (text: TextMark) => boolean, dx: number, dy: number): Tampering =>
  (marks) =>
    movedWhere(marks, pick, () => false, dx, dy);
const lines =
  (pick: (line: LineMark) => boolean, dx: number, dy: number): Tampering =>
  (marks) =>
    movedWhere(marks, () => false, pick, dx, dy);
const says = (pattern: RegExp) => (text: TextMark) => pattern.test(text.run.text);
const isWide = ({ points }: LineMark) => (points[1]?.[0] ?? 0) - (points[0]?.[0] ?? 0) > mm(150);

function clauseOf({ clauses }: Measurement, id: ClauseId): ClauseResult {
  return clauses.find((clause) => clause.id === id) as ClauseResult;
}

function broken({ clauses }: Measurement): readonly ClauseId[] {
  return clauses.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id);
}

test('as it is written, the notice of the small case keeps every clause', async () => {
  expect(broken(await measured('notice'))).toEqual([]);
});

describe('a clause that is broken by so many millimetres', () => {
  const cases: readonly [what: string, id: ClauseId, deviation: number, tamper: Tampering][] = [
    ['a mark 3 mm too low', 'markTop', 3, texts(({ run }) => isRed(run.color), 0, 3)],
    ['a mark 2 mm beside the middle', 'markCentred', 2, texts(({ run }) => isRed(run.color), 2, 0)],
    ['a number 4 mm beside the middle', 'numberCentred', -4, texts(says(/〔\d+〕/), -4, 0)],
    ['a red rule 2 mm too low', 'redRuleGap', 2, lines(({ color }) => isRed(color), 0, 2)],
    [
      'a title 3 mm beside the middle',
      'titleCentred',
      3,
      (marks, page) => (page === 1 ? texts(({ run }) => run.size === 22, 3, 0)(marks, page) : marks),
    ],
    ['pages 5 mm too high', 'topMargin', -5, (marks) => moved(marks, 0, -5)],
    ['pages 4 mm too far right', 'leftMargin', 4, (marks) => moved(marks, 4, 0)],
    ['page numbers 2 mm too low', 'folioGap', 2, texts(says(/^[ \d—]+$/), 0, 2)],
    ['an imprint 3 mm too high', 'imprintFoot', -3, lines((line) => isWide(line) && line.color === '#000000', 0, -3)],
    ['an annex label 4 mm too low', 'annexLabelLine', 4, texts(says(/^附件\d$/), 0, 4)],
    [
      'an annex title one line too low',
      'annexTitleLine',
      10,
      (marks, page) => (page > 1 ? texts(({ run }) => run.size === 22, 0, 10.2)(marks, page) : marks),
    ],
    ['a date too far right', 'dateShift', 5, texts(says(/^\d{4}年\d+月\d+日$/), 5, 0)],
  ];

  test.each(cases)('%s breaks %s by %d mm', async (_, id, deviation, tamper) => {
    const clause = clauseOf(await measured('notice', tamper), id);
    expect(clause.verdict).toBe('broken');
    expect(clause.deviation).toBeCloseTo(deviation, 0);
  });

  test('a red rule that is too short is broken by what it lacks', async () => {
    const shorter: Tampering = (marks) => ({
      ...marks,
      lines: marks.lines.map((line) =>
        isRed(line.color)
          ? { ...line, points: line.points.map(([x, y], index): [number, number] => [index === 0 ? x + mm(6) : x, y]) }
          : line,
      ),
    });
    expect(clauseOf(await measured('notice', shorter), 'redRuleLength')).toMatchObject({
      verdict: 'broken',
      deviation: -6,
    });
  });
});

describe('lines and characters', () => {
  /** Stretches the distances of baselines from the top of the type area. */
  const pitched =
    (factor: number): Tampering =>
    (marks, page) => ({
      ...marks,
      texts: marks.texts.map((text) =>
        page > 1 && text.run.size !== 14 ? { ...text, y: mm(37) + (text.y - mm(37)) * factor } : text,
      ),
    });

  test('a pitch that is too small leaves the type area unfilled', async () => {
    const value = await measured('notice', pitched(0.96));
    expect(clauseOf(value, 'areaHeight')).toMatchObject({ verdict: 'broken', deviation: expect.closeTo(-9.3, 0) });
    expect(clauseOf(value, 'pitch').verdict).toBe('broken');
  });

  test('characters set without the spacing that fits 28 of them run over the edge', async () => {
    const wide: Tampering = (marks) => ({
      ...marks,
      texts: marks.texts.map(({ run, ...text }) => ({ ...text, run: { ...run, spacing: 0 } })),
    });
    const value = await measured('notice', wide);
    expect(clauseOf(value, 'areaWidth')).toMatchObject({ verdict: 'broken', deviation: expect.closeTo(2, 0) });
    expect(clauseOf(value, 'characters')).toMatchObject({ deviation: expect.closeTo(2, 0) });
  });

  test('a first line without indent is found', async () => {
    const flush: Tampering = (marks) => movedWhere(marks, says(/^先进保卫部门和先进|^一、/), () => false, -11.14, 0);
    expect(clauseOf(await measured('notice', flush), 'bodyIndent')).toMatchObject({
      verdict: 'broken',
      deviation: expect.closeTo(-11.1, 0),
    });
  });
});

describe('sizes, fonts and colours', () => {
  const withRuns =
    (pick: (text: TextMark) => boolean, change: Partial<TextMark['run']>): Tampering =>
    (marks) => ({
      ...marks,
      texts: marks.texts.map((text) => (pick(text) ? { ...text, run: { ...text.run, ...change } } : text)),
    });

  test('a black mark is no mark in red', async () => {
    const value = await measured(
      'notice',
      withRuns(({ run }) => isRed(run.color), { color: '#000000' }),
    );
    expect(clauseOf(value, 'markTop')).toMatchObject({ verdict: 'unmeasured', note: '没有红色的发文机关标志' });
  });
  test('a heading of the first level in the font of the text is found', async () => {
    const body = prepared.fonts.pick('仿宋', '一'.codePointAt(0) as number);
    if (body === undefined) throw new Error('no font');
    const value = await measured('notice', withRuns(says(/^一、/), { face: body }));
    expect(clauseOf(value, 'level1Font')).toMatchObject({
      verdict: 'broken',
      expected: '黑体',
      measured: '仿宋',
    });
  });
  test('text in a size of its own is found', async () => {
    const value = await measured('notice', withRuns(says(/^根据|^为了|评选/), { size: 15 }));
    expect(clauseOf(value, 'bodySize').verdict).toBe('broken');
  });
});

test('a number with a hyphen on either side is not the form of a page number', async () => {
  const hyphens: Tampering = (marks) => ({
    ...marks,
    texts: marks.texts.map((text) =>
      /^—|—$/.test(text.run.text) && text.run.size === 14
        ? { ...text, run: { ...text.run, text: text.run.text.replace(/—/g, '-') } }
        : text,
    ),
  });
  expect(clauseOf(await measured('notice', hyphens), 'folioForm')).toMatchObject({
    verdict: 'broken',
    measured: '- 1 -',
  });
});
