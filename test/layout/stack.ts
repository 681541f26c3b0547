/** Where the blocks of a first page stand, in mm from the upper edge of the page, one below the other. */
import type { Block, PageName } from '../../src/document/types.ts';
import { layFlowing } from '../../src/layout/flow.ts';
import { pageOf } from '../../src/layout/page.ts';
import { ruleStyle } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { mm } from '../../src/layout/units.ts';

export interface Placed {
  /** Upper edge of the first line's characters, or of the rule. */
  readonly top: number;
  /** Lower edge of the last line's characters, or of the rule. */
  readonly bottom: number;
  /** Left end of the first line's first run and right end of its last one, in mm from the type area's left edge. */
  readonly left: number;
  readonly right: number;
}

export function stack(fonts: FontSet, blocks: readonly Block[], page: PageName): readonly Placed[] {
  let y = pageOf(page).margin.top;
  return blocks.map((block, index) => {
    if (block.type === 'rule') {
      const rule = ruleStyle(block.role, page);
      const top = y + rule.before;
      y = top + rule.height + rule.after;
      return inMillimetres(top, top + rule.height, rule.x, rule.x + rule.length);
    }
    const laid = layFlowing(fonts, blocks, index, page);
    const lead = (laid.pitch - laid.style.size) / 2;
    const top = y + laid.before + lead;
    y += laid.height;
    const runs = laid.lines[0]?.runs ?? [];
    const last = runs.at(-1);
    return inMillimetres(top, y - laid.after - lead, runs[0]?.x ?? 0, (last?.x ?? 0) + (last?.width ?? 0));
  });
}

function inMillimetres(top: number, bottom: number, left: number, right: number): Placed {
  return { top: top / mm(1), bottom: bottom / mm(1), left: left / mm(1), right: right / mm(1) };
}
