/** 附件说明 against the annexes themselves, and references to them (GB/T 9704, 7.3.4 and 7.3.7). */
import type { Part } from '../gongwen/types.ts';
import { numberOfHan } from './han.ts';
import { bare, excerpt, opening } from './paragraphs.ts';
import type { Edit, EditRule, ParagraphRule, Spot, TextRule } from './types.ts';

interface Listed {
  readonly part: Part;
  /** As written: 1, 一 or nothing. */
  readonly number: string;
  readonly name: string;
}

const entry =
  /^(?:\s*附\s*件\s*[：:]?)?\s*(?:([\d０-９]+|[一二三四五六七八九十]+)\s*[.．、，]\s*|[（(]([\d一二三四五六七八九十]+)[）)]\s*)?(.*)$/s;

function listedIn(parts: readonly Part[]): readonly Listed[] {
  return parts
    .filter((part) => part.role === 'annex-list')
    .map((part) => {
      const [, plain, bracketed, name = ''] = entry.exec(part.text) ?? [];
      return { part, number: (plain ?? bracketed ?? '').normalize('NFKC'), name: name.trim() };
    })
    .filter(({ name }) => name !== '');
}

/** 附件： with a colon in full width. */
export const annexColon: EditRule = (text, part): readonly Edit[] => {
  const match = part.role === 'annex-list' ? /^\s*附\s*件\s*:/.exec(text) : null;
  return match ? [{ code: 'proof.annex-colon', start: match[0].length - 1, end: match[0].length, after: '：' }] : [];
};

export const annexNames: TextRule = ({ text }) => {
  const listed = listedIn(text.parts);
  const spot = (code: Spot['code'], { part, name, number }: Listed, expected: string): Spot => ({
    code,
    line: part.line,
    found: `${number}${number ? '.' : ''}${name}`,
    expected,
  });
  const numbered = listed.filter(({ number }) => number !== '');
  return [
    ...listed
      .filter(({ name }) => /[。，；;,.、]$/.test(name))
      .map((one) => spot('proof.annex-end-mark', one, one.name.slice(0, -1))),
    ...listed
      .filter(({ name }) => /^《[^《》]*》$/.test(name))
      .map((one) => spot('proof.annex-book-title', one, one.name.slice(1, -1))),
    ...numbered
      .filter(({ number }) => !/^\d+$/.test(number))
      .map((one) => spot('proof.annex-number', one, `${numberOfHan(one.number)}.${one.name}`)),
    ...(listed.length === 1 ? numbered.map((one) => spot('proof.annex-single', one, one.name)) : []),
  ];
};

interface Behind {
  readonly label: Part;
  readonly number: string;
  readonly title: string;
}

function annexesIn(parts: readonly Part[]): readonly Behind[] {
  return parts
    .filter((part) => part.role === 'annex-label')
    .map((label) => {
      const [, number = '', rest = ''] =
        /^\s*附\s*件\s*([\d０-９]*|[一二三四五六七八九十]*)\s*[：:]?\s*(.*)$/s.exec(label.text) ?? [];
      const titles = parts.filter(
        (part) => part.role === 'annex-title' && part.annex === label.annex && part.line >= label.line,
      );
      const title = [rest, ...titles.map((part) => part.text)].join('');
      return { label, number: number.normalize('NFKC'), title };
    });
}

/** By it a name in the list is held against a title: no space, width, quotes of a kind, book-title or end marks. */
function plainName(name: string): string {
  return bare(name)
    .normalize('NFKC')
    .replace(/[《》]/g, '')
    .replace(/[“”"]/g, '"')
    .replace(/[。,;、.]+$/, '');
}

export const annexesAsListed: TextRule = ({ text }) => {
  const listed = listedIn(text.parts);
  const behind = annexesIn(text.parts);
  // Annexes that lie apart, and an annex that came without its notice, cannot be compared.
  if (behind.length === 0 || !text.parts.some((part) => part.role === 'title')) return [];
  const missing = listed.flatMap((one, index): readonly Spot[] => {
    const number = one.number === '' ? (listed.length === 1 ? '' : String(index + 1)) : String(numberOfHan(one.number));
    const own = behind.find((annex) => orderOf(annex, listed.length) === (number === '' ? 1 : Number(number)));
    if (own === undefined) {
      return [{ code: 'proof.annex-missing', line: one.part.line, found: opening(one.name, 40), facts: { number } }];
    }
    if (own.title === '' || plainName(own.title) === plainName(one.name)) return [];
    return [
      {
        code: 'proof.annex-differs',
        line: own.label.line,
        found: own.title,
        expected: one.name,
        facts: { number, listLine: lineText(one.part.line) },
      },
    ];
  });
  const last = listed.length;
  const unlisted = behind
    .filter((annex) => orderOf(annex, last) > last)
    .map(
      (annex): Spot => ({
        code: 'proof.annex-unlisted',
        line: annex.label.line,
        found: `${bare(annex.label.text)} ${opening(annex.title, 40)}`,
      }),
    );
  return [...missing, ...unlisted];
};

function orderOf({ number }: Behind, listed: number): number {
  if (number === '') return listed <= 1 ? 1 : Number.NaN;
  return numberOfHan(number);
}

function lineText(line: number): string {
  return line === 0 ? '附件说明' : `附件说明（第${line}行）`;
}

/** 附件1 stands without a colon and in Arabic digits. */
export const annexLabels: ParagraphRule = ({ part, line }) => {
  if (part.role !== 'annex-label') return [];
  const label = bare(part.text);
  if (/^附件[一二三四五六七八九十]+/.test(label)) {
    const number = /[一二三四五六七八九十]+/.exec(label)?.[0] ?? '';
    return [{ code: 'proof.annex-number', line, found: label, expected: `附件${numberOfHan(number)}` }];
  }
  return /[：:]$/.test(label) ? [{ code: 'proof.annex-label', line, found: label, expected: label.slice(0, -1) }] : [];
};

/** 附件9 in a text that has seven. */
export const annexReferences: TextRule = ({ text }) => {
  const count = Math.max(
    listedIn(text.parts).length,
    ...annexesIn(text.parts).map((annex) => numberOfHan(annex.number) || 1),
  );
  if (!text.parts.some((part) => part.role === 'title')) return [];
  const listed = text.parts.some((part) => part.role === 'annex-list' || part.role === 'annex-label');
  return text.parts
    .filter((part) => part.role === 'body' && part.annex === 0)
    .flatMap((part) =>
      [...part.text.matchAll(/(?<=[（(见])附件\s*(\d+)(?:\s*[、，—至和-]\s*(?:附件)?\s*(\d+))*/g)].flatMap(
        (match): readonly Spot[] => {
          const numbers = [...match[0].matchAll(/\d+/g)].map((one) => Number(one[0]));
          const highest = Math.max(...numbers);
          if (listed && highest <= count) return [];
          return [
            {
              code: 'proof.annex-reference',
              line: part.line,
              found: excerpt(part.text, match.index, match.index + match[0].length),
              facts: { number: highest, count: listed ? count : 0 },
            },
          ];
        },
      ),
    );
};
