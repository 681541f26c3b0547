import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../src/case/read-yaml.ts';
import { caseSchema } from '../../src/case/schema.ts';

const base = readFileSync(new URL('../errors/_base/case.yaml', import.meta.url), 'utf8');

function read(text: string) {
  return readYaml({ path: 'case.yaml', bytes: new TextEncoder().encode(text) }, caseSchema);
}

/** Code and the text of the line that the message points at. */
function findings(text: string) {
  return read(text).messages.map(({ code, place }) => `${code} @ ${text.split('\n')[(place?.line ?? 0) - 1]?.trim()}`);
}

test('every amount of up to two decimals becomes its exact fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      const result = read(base.replace('individual: 1000', `individual: ${yuan}`));
      expect(result.ok && result.value.value.payout.amounts.individual).toBe(fen);
    }),
    { numRuns: 50 },
  );
});

test.each(['-1', '0.001', '.nan', '1e30', '"1000"'])('an amount of %s is refused', (amount) => {
  expect(findings(base.replace('individual: 1000', `individual: ${amount}`))).toHaveLength(1);
});

test('every problem is said at once, each at its own line, from the top', () => {
  const text = base
    .replace('year: 2024', 'year: "2024"')
    .replace('shortName: 治安总队', 'shortname: 治安总队')
    .replace('email: rosters@example.org', 'email: rosters@example.org\n    fax: "55500003"')
    .replace('date: 2024-12-17', 'date: 2024-02-30')
    .replace('cityPayer: 市企保协会', 'cityPayer:')
    .replace('  - 卫生健康', '  - 120');
  expect(findings(text)).toEqual([
    'case.not-number @ year: "2024"',
    'case.key-unknown @ shortname: 治安总队',
    'case.date @ date: 2024-02-30',
    'case.key-unknown @ fax: "55500003"',
    'case.key-missing @ cityPayer:',
    'case.not-text @ - 120',
  ]);
});

test('groups without content are empty groups', () => {
  const result = read(base.replace('fonts: {}', 'fonts:').replace('districtAmounts: {}', 'districtAmounts:'));
  expect(result.ok && result.value.value.fonts).toEqual({});
});

test('a district may pay other amounts', () => {
  const result = read(
    base.replace('districtAmounts: {}', 'districtAmounts:\n    东湖: { collective: 1500.5, individual: 0 }'),
  );
  expect(result.ok && result.value.value.payout.districtAmounts).toEqual({
    东湖: { collective: 150_050, individual: 0 },
  });
});

test.each([
  '示企保协[2024]39号',
  '示企保协【2024】39号',
  '示企保协〔24〕39号',
  '示企保协〔2024〕第39号',
  '示企保协〔2024〕039号',
])('the document number %s is refused', (number) => {
  expect(findings(base.replace('示企保协〔2024〕39号', `"${number}"`))).toEqual([
    `case.document-number @ number: "${number}"`,
  ]);
});

test('a file that is no settings at all is refused with what it should be', () => {
  expect(findings('只有一句话')).toEqual(['case.not-group @ 只有一句话']);
  expect(read('').ok).toBe(false);
});

test('a full-width colon is found where it stands', () => {
  expect(findings(base.replace('    email: ', '    email：'))).toContain(
    'case.yaml-syntax @ email：rosters@example.org',
  );
});
