/** The fonts that offices have, by slot, and what Word takes where one is missing. */
import type { FontSlot } from '../../case/types.ts';

export interface OfficeFont {
  readonly name: string;
  /** Names of the same class, in Word's order of preference. */
  readonly alternatives: readonly string[];
  /** Word's classification of the design. */
  readonly family: 'roman' | 'modern' | 'script';
}

export const officeFonts: Readonly<Record<FontSlot, OfficeFont>> = {
  小标宋: { name: '方正小标宋简体', alternatives: ['华文中宋', 'STZhongsong', 'SimSun'], family: 'script' },
  仿宋: { name: '仿宋_GB2312', alternatives: ['仿宋', 'FangSong'], family: 'modern' },
  楷体: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi'], family: 'modern' },
  黑体: { name: '黑体', alternatives: ['SimHei'], family: 'modern' },
  宋体: { name: '宋体', alternatives: ['SimSun'], family: 'roman' },
};
