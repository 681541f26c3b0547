/** The layout's styles in Excel's terms. */
import type { CellObject } from 'write-excel-file/node';
import type { FontSlot } from '../../case/types.ts';
import type { TextStyle } from '../../layout/types.ts';

export interface CellLook {
  readonly style: TextStyle;
  readonly ruled: boolean;
  readonly vertical: 'center' | 'bottom';
}

/** Fonts that every office has; Excel shows a font it does not have in 宋体 anyway. */
const fontNames: Readonly<Record<FontSlot, string>> = {
  小标宋: '宋体',
  仿宋: '仿宋',
  楷体: '楷体',
  黑体: '黑体',
  宋体: '宋体',
};

export const defaultFont = { fontFamily: fontNames.宋体, fontSize: 11 } as const;

export function lookOf(style: TextStyle): CellLook {
  return { style, ruled: false, vertical: 'center' };
}

/** Font, alignment and borders of a cell. */
export function excelStyle({ style, ruled, vertical }: CellLook): CellObject {
  return {
    fontFamily: fontNames[style.slot],
    fontSize: style.size,
    // 小标宋 is a heavy 宋体.
    ...((style.bold || style.slot === '小标宋') && { fontWeight: 'bold' as const }),
    textColor: style.color,
    align: style.align === 'justify' ? 'left' : style.align,
    alignVertical: vertical,
    wrap: true,
    ...(ruled && { borderStyle: 'thin' as const, borderColor: '#000000' }),
  };
}

/** Width of a column in Excel's unit, digits of the default font (8 pixels of 1/96 inch wide in 宋体 11), of so many pt. */
export function columnCharacters(points: number): number {
  const pixels = (points / 72) * 96;
  return Math.round((pixels / 8) * 100) / 100;
}
