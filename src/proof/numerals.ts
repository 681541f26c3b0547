/** Numerals (GB/T 15835) and the marks between them (GB/T 15834, 4.13). */
import { masked } from './mask.ts';
import { spotsAt } from './paragraphs.ts';
import type { Edit, EditRule, ParagraphRule } from './types.ts';

const unit = '[年月日人名个家元分岁%％‰次件项户天周号]|万|亿|小时|公里|千克';

/** ～ between numbers, and neither ~ nor the mathematical ∼. */
export const rangeTildes: EditRule = (text) => {
  const seen = masked(text);
  return [...seen.matchAll(/(?<=[\d%％‰\p{Script=Han}]\s?)[~∼〜](?=\s?[\d\p{Script=Han}])/gu)].map(
    (match): Edit => ({ code: 'proof.range-tilde', start: match.index, end: match.index + 1, after: '～' }),
  );
};

/** Full-width digits, letters and per cent signs. */
export const wideDigits: EditRule = (text) =>
  [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+|(?<=[\d０-９])％/g)].map(
    (match): Edit => ({
      code: 'proof.wide-digits',
      start: match.index,
      end: match.index + match[0].length,
      after: match[0].normalize('NFKC'),
    }),
  );

/** 2021—2025年 and 25～30人: a hyphen belongs to codes, telephone numbers and dates of digits only. */
export const rangeHyphens: ParagraphRule = (paragraph) => {
  const seen = masked(paragraph.text);
  return [
    ...spotsAt(
      paragraph,
      'proof.range-hyphen',
      /(?<![\d-])(?:19|20)\d{2}年?[-－–](?:19|20)\d{2}(?=年)/g,
      (match) => match[0].replace(/[-－–]/, '—'),
      seen,
    ),
    ...spotsAt(
      paragraph,
      'proof.range-hyphen',
      /\d{1,2}[月日][-－–](?:\d{1,2}月)?\d{1,2}[月日]/g,
      (match) => match[0].replace(/[-－–]/, '—'),
      seen,
    ),
    ...spotsAt(
      paragraph,
      'proof.range-hyphen',
      new RegExp(
        `(?<![\\d.A-Za-z-])\\d{1,3}(?:${unit})?[-－–]\\d{1,3}(?=人|名|个|家|元|分|岁|%|％|‰|次|件|项|户|天|周|万|亿|小时|公里|千克)`,
        'g',
      ),
      (match) => match[0].replace(/[-－–]/, '～'),
      seen,
    ),
  ];
};

/** 15%～30%, 13万元～17万元: the sign and the 万 stand on both sides. */
export const rangeUnits: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.range-unit',
    /(?<![\d.])(\d+(?:\.\d+)?)([～~—-])(\d+(?:\.\d+)?)([%％‰]|[万亿]元?)/g,
    ([, from = '', mark = '', to = '', sign = '']) => `${from}${sign}${mark === '～' ? mark : '～'}${to}${sign}`,
    masked(paragraph.text),
  );

/** 0.46, and not .46. */
export const leadingZeros: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.leading-zero',
    /(?<=[\p{Script=Han}，、（：])\.\d+(?!\d*[.．])/gu,
    (match) => `0${match[0]}`,
    masked(paragraph.text),
  );

/** A year has four digits; 24年来 and 20年 are spans of time. */
export const twoDigitYears: ParagraphRule = (paragraph) =>
  paragraph.part.role === 'date' || paragraph.part.role === 'printed'
    ? []
    : spotsAt(
        paragraph,
        'proof.two-digit-year',
        /(?<![\d.第近约满逾])['’‘]?\d{2}年(?=(?:1[0-2]|[1-9])月|年?度|年底|年初|上半年|下半年)/g,
        (match) => `20${match[0].replace(/['’‘]/, '')}`,
      );

/** 1百零8 and 3千5百 are neither figures nor words; 3.5万 and 10亿 are. */
export const mixedNumerals: ParagraphRule = (paragraph) =>
  spotsAt(
    paragraph,
    'proof.mixed-numeral',
    /\d+[十百千](?:[零〇\d一二三四五六七八九][十百千]?)+|[一二三四五六七八九]十\d(?![\d.、])/g,
  );

/** 〇 in numbers read digit by digit (二〇二四年), 零 in counted ones; neither ○ nor O nor 0. */
export const zeroSigns: ParagraphRule = (paragraph) => [
  ...spotsAt(paragraph, 'proof.zero-sign', /(?:[一二][一二三四五六七八九〇零○◯Oo0О]{3})(?=年)/g, (match) =>
    match[0].replace(/[零○◯Oo0О]/g, '〇'),
  ).filter((spot) => /[零○◯Oo0О]/.test(spot.found)),
  ...spotsAt(paragraph, 'proof.zero-sign', /[一二三四五六七八九][百千万][〇○◯O0][一二三四五六七八九]/g, (match) =>
    match[0].replace(/[〇○◯O0]/, '零'),
  ),
];
