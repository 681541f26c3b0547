/** Page numbers as fields, in Word's footers. */
import { AlignmentType, Footer, type IRunOptions, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import { type Footer as FooterLayout, footerText } from '../../layout/page.ts';
import { twips } from '../../layout/units.ts';
import { officeFonts } from './font.ts';

export interface Footers {
  readonly default: Footer;
  readonly even?: Footer;
}

/** Footers of a section: `— 1 —` at the outer edge of odd and even pages, or 第 1 页 共 3 页 centred. */
export function footersOf(layout: FooterLayout): Footers {
  if (layout.form === 'count')
    return { default: new Footer({ children: [footerLine(layout, AlignmentType.CENTER, fieldsOf(layout))] }) };
  return {
    default: new Footer({ children: [footerLine(layout, AlignmentType.RIGHT, fieldsOf(layout))] }),
    even: new Footer({ children: [footerLine(layout, AlignmentType.LEFT, fieldsOf(layout))] }),
  };
}

/** Footers without a number: a section that has none of its own would go on with those of the section before. */
export function emptyFooters(layout: FooterLayout): Footers {
  const empty = () => new Footer({ children: [footerLine(layout, AlignmentType.CENTER, [])] });
  return layout.form === 'dash' ? { default: empty(), even: empty() } : { default: empty() };
}

/** A line as high as layout says: a higher one would push up the foot of the type area. */
function footerLine(
  layout: FooterLayout,
  alignment: 'left' | 'right' | 'center',
  children: NonNullable<IRunOptions['children']>,
): Paragraph {
  const indent = twips(layout.indent);
  return new Paragraph({
    alignment,
    spacing: { before: 0, after: 0, line: twips(layout.size), lineRule: LineRuleType.EXACT },
    indent: { left: alignment === 'left' ? indent : 0, right: alignment === 'right' ? indent : 0, firstLine: 0 },
    children: [
      new TextRun({ font: officeFonts[layout.slot].name, size: layout.size * 2, characterSpacing: 0, children }),
    ],
  });
}

/** The footer's text with Word's fields in place of two marks that no footer's own text contains. */
function fieldsOf(layout: FooterLayout): NonNullable<IRunOptions['children']> {
  const [page, count] = [-1, -2];
  return footerText(layout, page, count)
    .split(new RegExp(`(${page}|${count})`))
    .map((part) =>
      part === String(page) ? PageNumber.CURRENT : part === String(count) ? PageNumber.TOTAL_PAGES : part,
    );
}
