/** Rows below the header that are no nominees. */
import { type Cell, canonical, isBlank, textOf } from '../../case/table.ts';

/** Why a row that was read is not a nominee's: its kind, counted and named in the summary. */
export type IgnoredKind = 'example' | 'header' | 'total' | 'note' | 'numbered' | 'same';
export const ignoredKinds: readonly IgnoredKind[] = ['example', 'header', 'total', 'note', 'numbered', 'same'];

const example = /^[([【]?(填写)?(示例|样例|例)(行)?[)\]】]?:?$/;
const total = /^(本页|全区|全市|以上)?(合计|小计|总计|共计|累计)[:]?(\d+[^\d]{0,3})?$/;
const note = /^[([]?(注|备注|说明|填表说明|附注|以下空白|以下无正文)[\d:.、)\]]/;
const signature = /^(填表|填报|制表|审核|经办|报送|负责|联系|单位|日期|电话|盖章)[^:]{0,10}:/;
const caption = /^([(]?[一二三四五六七八九十]+[)]?[、.]|[(]\d+[)]|\d+[、.](?!\d))\D/;

/**
 * The kind of a row that is no nominee's; undefined for all others, whose rules then say what is wrong with them.
 * @param known the cells under known headers
 */
export function kindOf(
  cells: readonly Cell[],
  known: readonly Cell[],
  names: readonly string[],
): IgnoredKind | undefined {
  const texts = cells.filter((cell) => !isBlank(cell)).map(plain);
  if (texts.filter((text) => names.includes(canonical(text))).length >= 2) return 'header';
  if (texts.some((text) => example.test(text))) return 'example';
  if (texts.some((text) => total.test(text)) && !texts.some((text) => /^[市区]级$/.test(text))) return 'total';
  if (isNote(texts)) return 'note';
  return known.every(isBlank) ? 'numbered' : undefined;
}

/** What the patterns above look at; deeds are long, and are none of the kinds. */
function plain(cell: Cell): string {
  return textOf(cell).slice(0, 60).normalize('NFKC').replace(/\s+/g, '');
}

/** A remark over the whole row, a line for signatures, or a caption between rows. */
function isNote(texts: readonly string[]): boolean {
  const [first = ''] = texts;
  if (texts.length === 1 && (note.test(`${first}:`) || caption.test(first))) return true;
  return texts.every((text) => signature.test(text) || note.test(text));
}
