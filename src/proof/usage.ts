/** Punctuation that is full width and still not as GB/T 15834 uses it. */
import { masked } from './mask.ts';
import { spotsAt } from './paragraphs.ts';
import type { Edit, EditRule, ParagraphRule } from './types.ts';

/** No 、 between 》《 or ”“, where nothing else stands between them (4.5.3.5). */
export const betweenMarks: ParagraphRule = (paragraph) =>
  spotsAt(paragraph, 'proof.between-marks', /(?<=》)、(?=《)|(?<=”)、(?=“)/g);

/** Nothing stands before 等 that closes a list with 、 (B.1.2). */
export const beforeDeng: ParagraphRule = (paragraph) =>
  spotsAt(paragraph, 'proof.before-deng', /、(?=等(?![级候待离同于效价额差次边温]))/g, () => '等前不用顿号');

/** …… is two characters of three dots (4.11), and does not stand with 等. */
export const ellipsis: ParagraphRule = (paragraph) => [
  ...spotsAt(
    paragraph,
    'proof.ellipsis',
    /(?<!…)…(?!…)(?!$)|…{3}(?!…)|(?<=\p{Script=Han})\.{3,}|。{3,}|·{3,}|．{3,}/gu,
    () => '……',
    masked(paragraph.text),
  ),
  ...spotsAt(paragraph, 'proof.ellipsis', /……等等?|等等?……/g, () => '省略号和“等”只用一种'),
];

/** —— is two em dashes, no hyphens (4.10). */
export const dash: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.dash',
    /(?<=[\p{Script=Han}”》）])(?:-{2,}|－{2,}|─{2,}|—{3}(?!—))(?=[\p{Script=Han}“《（])/gu,
    () => '——',
    masked(paragraph.text),
  );

/** Two marks where one belongs. */
export const doubleMarks: ParagraphRule = (paragraph) =>
  spotsAt(paragraph, 'proof.double-mark', /[，、；：][，、；：。]|。[，、；：]|(?<!。)。。(?!。)/g);

/** A bracket within a sentence holds no full stop at its end (B.2.2). */
export const innerStop: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.inner-stop',
    /(?<=[^。！？；：）\s][^（）\n]{0,40}[^。！？；：）\s\n])（[^（）。\n]*。）(?=[，、；：。\p{Script=Han}])/gu,
  );

/** Certificates, prizes, meetings and the like are no works: no 《》 (A.13). */
export const bookTitleUse: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.book-title-use',
    /《[^《》]*(?:员证|证书|执照|奖状|奖杯|奖章|活动|大赛|比赛|会议|课程|称号)》/g,
    (match) => match[0].slice(1, -1),
  );

/** 一是… takes no mark after it (B.3.7); 第一，and 首先，take a comma (B.3.1). */
export const itemMarks: EditRule = (text) => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[一二三四五六七八九十]是(?<=(?:^|[。；：])..)[，、：]/g)) {
    edits.push({ code: 'proof.item-mark', start: match.index + 2, end: match.index + 3, after: '' });
  }
  for (const match of text.matchAll(
    /(?:第[一二三四五六七八九十]|首先|其次|再次|最后)(?<=(?:^|[。；：])..)[、：.](?=\p{Script=Han})/gu,
  )) {
    const end = match.index + match[0].length;
    edits.push({ code: 'proof.item-mark', start: end - 1, end, after: '，' });
  }
  return edits;
};

/** The number of a heading or item: 1. and not 1、; nothing after its bracket (B.3). */
export const levelMarks: EditRule = (text, part) => {
  const lead = /^[\s#>*-]*(?:附\s*件\s*[：:]\s*|注\s*[：:]\s*)?/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const edit = (from: number, to: number, after: string): readonly Edit[] => [
    { code: 'proof.level-mark', start: lead + from, end: lead + to, after },
  ];
  const arabic = /^([\d０-９]+)(?:[、，]|[.．]、)\s*(?=\S)/.exec(rest);
  const next = rest[arabic?.[0].length ?? 0] ?? '';
  // 1、2、3号 is a list; 1、2024年… is an item, whose point must not read as a decimal point.
  if (arabic?.[1] && (!/\d/.test(next) || /^[\d０-９]+[、，.．]+\s*(?:19|20)\d{2}年/.test(rest))) {
    return edit(arabic[1].length, arabic[0].trimEnd().length, /\d/.test(next) && !/\s$/.test(arabic[0]) ? '. ' : '.');
  }
  const bracketed = /^[（(](?:[一二三四五六七八九十]+|\d+)[）)]([、，.．：:])/.exec(rest);
  if (bracketed?.[0]) return edit(bracketed[0].length - 1, bracketed[0].length, '');
  const han = /^([一二三四五六七八九十]+)[.．，,](?=\s*\p{Script=Han})/u.exec(rest);
  if (han?.[1] && part.role !== 'table') return edit(han[1].length, han[0].length, '、');
  return [];
};

/** 第一条 and the text it begins are parted by a space (B.3.6). */
export const articleSpace: ParagraphRule = (paragraph) =>
  paragraph.part.role === 'body' || paragraph.part.role === 'heading'
    ? spotsAt(
        paragraph,
        'proof.article-space',
        /^\s*第[一二三四五六七八九十百零〇]+[条章](?=[\p{Script=Han}《“])(?![第规款所的、和至之中])/gu,
        (match) => `${match[0].trim()} …`,
      ).slice(0, 1)
    : [];
