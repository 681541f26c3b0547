/** The mark of a joint paper in Word: a table without rules, names at the left, 文件 in the middle of their height. */
import {
  BorderStyle,
  HeightRule,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { Paragraph } from '../../document/types.ts';
import type { LaidMark } from '../../layout/mark.ts';
import type { FontSet, TextStyle } from '../../layout/types.ts';
import { twips } from '../../layout/units.ts';
import { planParagraph, planSpace, wordParagraph } from './paragraph.ts';
import type { NamedStyle } from './stylesheet.ts';

export function markTable(fonts: FontSet, { names, suffix, style, widths, x }: LaidMark, named: NamedStyle): WordTable {
  // Word's spacing behind the last character must not break the line.
  const slack = style.size;
  const columns = [widths.names + widths.gap, widths.suffix + slack];
  const [nameWidth, suffixWidth] = columns.map(twips) as [number, number];
  const line = (paragraph: Paragraph, used: TextStyle, width: number) => {
    const flat = { ...used, before: 0, after: 0 };
    const laid = { style: flat, lines: [], pitch: flat.pitch, before: 0, after: 0, height: flat.pitch };
    return wordParagraph(planParagraph(fonts, { paragraph, laid, named, width, breakBefore: false }));
  };
  const cell = (width: number, merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) => ({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(merge && { verticalMerge: merge }),
  });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    indent: { size: twips(x), type: WidthType.DXA },
    width: { size: nameWidth + suffixWidth, type: WidthType.DXA },
    columnWidths: [nameWidth, suffixWidth],
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: noBorders,
    rows: names.map(
      (name, index) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(style.pitch), rule: HeightRule.EXACT },
          children: [
            new TableCell({ ...cell(nameWidth), children: [line(name.paragraph, name.style, columns[0] as number)] }),
            index === 0
              ? new TableCell({
                  ...cell(suffixWidth, VerticalMergeType.RESTART),
                  children: [line(suffix, style, columns[1] as number)],
                })
              : new TableCell({
                  ...cell(suffixWidth, VerticalMergeType.CONTINUE),
                  children: [wordParagraph(planSpace(1))],
                }),
          ],
        }),
    ),
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
