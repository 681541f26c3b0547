/** Fonts by their names in a file: to which of the standard's classes each belongs. */
import type { FontSlot } from '../case/types.ts';
import { slotNames } from '../layout/font-files.ts';

/** Free fonts that stand in for a class for which there is no free font. */
const standIns: Readonly<Partial<Record<FontSlot, RegExp>>> = {
  小标宋: /Noto ?Serif|SourceHanSerif|思源宋体|STZhongsong|华文中宋/i,
  仿宋: /WenKai-?Light|文楷 ?Light/i,
};

/** Fonts that go by the name of a class and are of another. */
const notOf: Readonly<Partial<Record<FontSlot, RegExp>>> = { 楷体: /Light/i, 宋体: /Bold|Heavy|Black/i };

const moreNames: Readonly<Partial<Record<FontSlot, RegExp>>> = {
  小标宋: /小标宋|XBS/i,
  仿宋: /仿宋|FangSong|FZFS|朱雀|Zhuque/i,
  楷体: /楷|Kai/i,
  黑体: /黑|Hei|Gothic|NotoSans/i,
  宋体: /宋体|书宋|SimSun|NotoSerif|SourceHanSerif/i,
};

export type FontFit = 'fits' | 'stands-in' | 'other';

/** Whether a font is of a class, by its name. */
export function fontFit(name: string, slot: FontSlot): FontFit {
  const named = slotNames[slot].test(name) || moreNames[slot]?.test(name) === true;
  if (named && notOf[slot]?.test(name) !== true && !(slot === '宋体' && /仿宋|小标宋/.test(name))) return 'fits';
  return standIns[slot]?.test(name) === true ? 'stands-in' : 'other';
}

/** The class of a font, as people call it; its own name where it is of none. */
export function fontClass(name: string): string {
  const slots: readonly FontSlot[] = ['小标宋', '仿宋', '楷体', '黑体', '宋体'];
  const of = (fit: FontFit) => slots.find((slot) => fontFit(name, slot) === fit);
  return of('fits') ?? of('stands-in') ?? name;
}
