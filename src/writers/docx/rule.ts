/** Rules between the blocks of a page. */
import { BorderStyle, LineRuleType } from 'docx';
import type { RuleStyle } from '../../layout/style.ts';
import { eighths, twips } from '../../layout/units.ts';
import type { PlannedParagraph } from './paragraph.ts';

/** The thinnest paragraph that Word, WPS and LibreOffice all keep, in pt. */
export const hairline = 1;

/** A rule as the lower border of a paragraph of no text, which is taken out of the distance above it. */
export function planRule(rule: RuleStyle, breakBefore: boolean): PlannedParagraph {
  return {
    look: {
      ...(breakBefore && { pageBreakBefore: true }),
      spacing: {
        before: twips(Math.max(0, rule.before - hairline)),
        after: twips(rule.after),
        line: twips(hairline),
        lineRule: LineRuleType.EXACT,
      },
      border: {
        bottom: { style: BorderStyle.SINGLE, size: eighths(rule.height), color: rule.color.slice(1), space: 0 },
      },
    },
    runs: [],
    pictures: [],
  };
}
