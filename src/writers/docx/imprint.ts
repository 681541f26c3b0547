/**
 * An imprint (版记) at the foot of a page of text: its lines in a frame at a fixed place, its rules drawn. Borders would
 * be the obvious rules, but LibreOffice lets a frame with borders, and a table as wide as the text, flow with the text.
 */
import { type FileChild, LineRuleType, Paragraph as WordParagraph } from 'docx';
import type { PageName, Section } from '../../document/types.ts';
import { layFlowing } from '../../layout/flow.ts';
import { moved } from '../../layout/head.ts';
import { pageOf } from '../../layout/page.ts';
import { ruleStyle } from '../../layout/style.ts';
import type { FontSet } from '../../layout/types.ts';
import { type DrawnRule, drawnRules } from './frame.ts';
import { planParagraph, wordParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';

/** Word's blocks of the imprint; its last rule lies on the lower edge of the type area. */
export function footImprint(fonts: FontSet, sheet: Stylesheet, section: Section, page: PageName): readonly FileChild[] {
  const geometry = pageOf(page);
  const { children } = section;
  const laid = children.map((block, index) =>
    block.type === 'paragraph' ? layFlowing(fonts, children, index, page) : null,
  );
  const heights = children.map((block, index) =>
    block.type === 'rule' ? ruleStyle(block.role, page).height : (laid[index]?.height ?? 0),
  );
  const height = heights.reduce((sum, one) => sum + one, 0);
  const top = geometry.height - (geometry.gongwen?.foot ?? geometry.margin.bottom) - height;
  const rules: DrawnRule[] = [];
  const lines: FileChild[] = [];
  let y = top;
  let above = 0;
  for (const [index, block] of children.entries()) {
    const own = laid[index];
    if (block.type === 'rule') {
      rules.push({ rule: ruleStyle(block.role, page), top: y });
      above += heights[index] ?? 0;
    } else if (block.type === 'paragraph' && own) {
      const named = sheet.styleFor({ paragraph: block, page });
      const placed = { paragraph: block, laid: moved(own, { before: own.before + above }), named };
      const place = { ...placed, width: geometry.area.width, breakBefore: false, frame: { top, height } };
      lines.push(wordParagraph(planParagraph(fonts, place)));
      above = 0;
    }
    y += heights[index] ?? 0;
  }
  // Word puts a frame on the page of the paragraph behind it, which carries the rules.
  const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  return [...lines, new WordParagraph({ spacing, children: drawnRules(geometry, rules) })];
}
