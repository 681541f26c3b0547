/** Parts that are known only for what they lack: a title with a stop, addressees without a colon, an annex called 二、. */
import { documentKinds, type OfficialText, type Part, type PartRole } from '../gongwen/types.ts';
import { numberOfHan } from './han.ts';
import { bare } from './paragraphs.ts';

const titleWithMark = new RegExp(`^关于[^。；]{2,60}的(?:${documentKinds.join('|')})[。，；：、.,;:]$`);
/** Bodies in a row, and nothing said of them. */
const bodiesOnly =
  /^[\p{Script=Han}、，（）]{2,60}(?:单位|部门|协会|委员会|[局委办厅处科部院校司厂店行社会]|中心|政府|分局|总队|支队)$/u;

/** The text with these parts in their roles, so that what is wrong with them can be said. */
export function settled(text: OfficialText): OfficialText {
  const parts: Part[] = [];
  for (const part of text.parts) {
    const role = settledRole(part, parts);
    parts.push(role === part.role ? part : { ...part, role });
  }
  return { ...text, parts };
}

function settledRole(part: Part, before: readonly Part[]): PartRole {
  if (part.role !== 'body' && part.role !== 'heading') return part.role;
  const last = before.at(-1);
  const own = bare(part.text);
  if (last?.role === 'annex-list' && numberOf(last) + 1 === numberOf(part)) return 'annex-list';
  if (!before.some((one) => one.role === 'title') && titleWithMark.test(own)) return 'title';
  if (last?.role === 'title' && part.annex === 0 && (bodiesOnly.test(own) || /^[^。；]{2,60}[：:]$/.test(own)))
    return 'addressee';
  return part.role;
}

/** The number of an item, whatever its form; NaN where it has none. */
function numberOf(part: Part): number {
  const text = bare(part.text).replace(/^附件[：:]/, '');
  const match = /^[（(]?(\d+|[一二三四五六七八九十]+)[）)、.．]/.exec(text);
  return numberOfHan(match?.[1] ?? '');
}
