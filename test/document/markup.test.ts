import fc from 'fast-check';
import { QuoteType, Tokenizer } from 'htmlparser2';
import { expect, test } from 'vitest';
import { readMarkup, type Tag } from '../../src/document/markup.ts';

const spaces: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002' };

/** What is told of a source. */
function told(source: string): readonly unknown[] {
  const events: unknown[][] = [];
  readMarkup(source, {
    open:
      ({ name, attributes, selfClosed }) =>
      (offset) =>
        events.push(['open', name, attributes, selfClosed, offset]),
    close: (name, offset) => events.push(['close', name, offset]),
    text: (text, written) => events.push(['text', written, text]),
    foreign: (text, offset) => events.push(['foreign', text, offset]),
  });
  return joined(events);
}

/** The same by the tokenizer alone, which reads every character. */
function toldByTokenizer(source: string): readonly unknown[] {
  const events: unknown[][] = [];
  const cut = (start: number, stop: number) => source.slice(start, stop);
  const named = (start: number, stop: number) =>
    cut(start, stop).replace(/&([a-z]+);/g, (reference, name: string) => spaces[name] ?? reference);
  const foreign = (start: number, stop: number) => events.push(['foreign', cut(start, stop), start]);
  let tag: { name: string; offset: number; attributes: unknown[] } | undefined;
  let attribute = { name: '', value: '' };
  const end = (selfClosed: boolean) => {
    if (tag) events.push(['open', tag.name, tag.attributes, selfClosed, tag.offset]);
    tag = undefined;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true },
    {
      onopentagname: (start, stop) => {
        tag = { name: cut(start, stop), offset: start - 1, attributes: [] };
      },
      onattribname: (start, stop) => {
        attribute = { name: cut(start, stop), value: '' };
      },
      onattribdata: (start, stop) => {
        attribute.value += named(start, stop);
      },
      onattribentity: (codePoint) => {
        attribute.value += String.fromCodePoint(codePoint);
      },
      onattribend: (quote) =>
        tag?.attributes.push({ ...attribute, quoted: quote === QuoteType.Double || quote === QuoteType.Single }),
      onopentagend: () => end(false),
      onselfclosingtag: () => end(true),
      onclosetag: (start, stop) => events.push(['close', cut(start, stop), start - 2]),
      ontext: (start, stop) => events.push(['text', true, named(start, stop)]),
      ontextentity: (codePoint) => events.push(['text', false, String.fromCodePoint(codePoint)]),
      oncdata: foreign,
      ondeclaration: foreign,
      onprocessinginstruction: foreign,
      oncomment: () => undefined,
      onend: () => tag && foreign(tag.offset, source.length),
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return joined(events);
}

/** Text in one piece. */
function joined(events: readonly unknown[][]): readonly unknown[] {
  const all: unknown[][] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text' && last[1] === event[1]) last[2] = `${last[2]}${event[2]}`;
    else all.push([...event]);
  }
  return all;
}

const pieces = [
  ...[
    '<p>',
    '</p>',
    '<p role="a">',
    "<p role='a'>",
    '<p role="a>b">',
    '<p role="甲&amp;乙">',
    '<p role="&nbsp;">',
    '<p role>',
  ],
  ...[
    '<br/>',
    '<br />',
    '<br>',
    '</br>',
    '</p >',
    '</ p>',
    '</>',
    '</1>',
    '<p role=a>',
    '<p role="',
    '<p',
    '</p',
    '\n',
  ],
  ...['<!-- a > b -->', '<!-- <p> -->', '<!--', '<!x>', '<?x?>', '<?x>', '<![CDATA[<p>]]>', '<![CDATA['],
  ...['甲乙', 'text', ' < ', '<', '>', ' > ', '&amp;', '&lt;', '&#9;', '&nbsp;', '&ensp;', '&', '&amp', '"', '/', '='],
];

test('a tag is the same wherever it is written again: passed over as known, nothing else is read than by every character', () => {
  const source = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(source, (one) => {
      expect(told(one)).toEqual(toldByTokenizer(one));
    }),
    { numRuns: 3000 },
  );
});

test('what is in a value, a comment or a text is no tag, though it is written like one that was read before', () => {
  const source = '<p>甲</p><p role="<p>">乙 < 丙</p><!-- <p> --><p>丁</p>';
  expect(told(source)).toEqual(toldByTokenizer(source));
});

test('a list of more different tags than are remembered is read to its end', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `<tr><td value="${row}">${row}</td><td>甲</td></tr>`);
  const source = `<table>${rows.join('')}</table>`;
  expect(told(source)).toEqual(toldByTokenizer(source));
});

test('an unknown reference is told where it stands, among tags that were read before and in their values', () => {
  const source = '<p>甲</p><p>乙</p><p>&odd;</p><p role="&odd;">丙</p>';
  const found: unknown[] = [];
  const open = () => () => undefined;
  readMarkup(source, { open, text: () => undefined, reference: (name, offset) => found.push([name, offset]) });
  expect(found).toEqual([
    ['odd', source.indexOf('&')],
    ['odd', source.lastIndexOf('&')],
  ]);
});

test('tags that are written alike are asked for once', () => {
  const asked: string[] = [];
  const open = ({ attributes }: Tag) => {
    asked.push(...attributes.map(({ value }) => value));
    return () => undefined;
  };
  readMarkup('<p role="a">甲</p><p role="a">乙&amp;</p><p role="b">丙</p>', { open });
  expect(asked).toEqual(['a', 'b']);
});
