/** The head (版头): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人. */
import * as cues from './cues.ts';
import { numberOf } from './levels.ts';
import { type Found, partOf, type Walk } from './part.ts';
import type { SourceLine } from './source.ts';
import type { Part, PartRole } from './types.ts';

/** A head has no more lines than this. */
const mostLines = 12;
/** A title has no more further lines than this. */
const mostTitleLines = 3;

const fixed: readonly (readonly [RegExp, PartRole])[] = [
  [cues.copyNumber, 'copy-number'],
  [cues.secrecy, 'secrecy'],
  [cues.urgency, 'urgency'],
  [cues.signer, 'signer'],
  [cues.orderNumber, 'order-number'],
  [cues.documentNumber, 'number'],
  [cues.publicity, 'note'],
];

/** The parts of the head at the beginning of the lines; none where the text begins with its title. */
export function headParts(walk: Walk): Found {
  const parts: Part[] = [];
  let end = 0;
  const lines = walk.lines.slice(0, mostLines);
  const numberAt = lines.findIndex((line) => isNumber(line.text));
  for (const [index, line] of lines.entries()) {
    const own = fixedParts(walk, line, parts) ?? organPart(walk, index, numberAt);
    if (own === undefined) break;
    parts.push(...own);
    end = index + 1;
  }
  return { parts, end };
}

function isNumber(text: string): boolean {
  const [first = ''] = dividedBySigner(text);
  return cues.documentNumber.test(first) || cues.orderNumber.test(text);
}

/** A line that is known by its form. */
function fixedParts(walk: Walk, line: SourceLine, before: readonly Part[]): readonly Part[] | undefined {
  if (line.rows.length > 0) return undefined;
  const found = fixed.find(([cue]) => cue.test(line.text));
  if (found !== undefined) return [partOf(walk, found[1], line)];
  const [number = '', signer] = dividedBySigner(line.text);
  if (signer !== undefined && cues.documentNumber.test(number)) {
    return [partOf(walk, 'number', line, { text: number }), partOf(walk, 'signer', line, { text: signer })];
  }
  const underMark = before.at(-1)?.role === 'organ' && cues.issueNumber.test(line.text);
  // Names of further signers stand below the first.
  const signers =
    before.at(-1)?.role === 'signer' && /^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})*$/u.test(line.text);
  if (underMark) return [partOf(walk, 'number', line)];
  return signers ? [partOf(walk, 'signer', line)] : undefined;
}

/** 沪委〔2024〕3号　签发人：张三 as two parts. */
function dividedBySigner(text: string): readonly string[] {
  const at = text.search(/签\s*发\s*人\s*[:：]/);
  return at > 0 ? [text.slice(0, at).trim(), text.slice(at)] : [text];
}

/** Lines above the number are the issuing organ's mark; without a number only …文件, …令 and …纪要 are one. */
function organPart(walk: Walk, index: number, numberAt: number): readonly Part[] | undefined {
  const line = walk.lines[index] as SourceLine;
  const next = walk.lines[index + 1]?.text ?? '';
  if (line.rows.length > 0 || line.heading > 1 || line.text.length > 40) return undefined;
  if (cues.endsSentence(line.text) || numberOf(line.text) !== undefined || /^关于|^\d|关于.*的/.test(line.text))
    return undefined;
  const aboveNumber = index < numberAt && !isTitleAbove(walk, index, numberAt);
  const byItself = /文\s*件$/.test(line.text) || (/纪要$/.test(line.text) && cues.issueNumber.test(next));
  if (aboveNumber || byItself) return [partOf(walk, 'organ', line)];
  const belowNumber = numberAt >= 0 && numberAt < index;
  if (belowNumber || !standsAboveTitle(walk, index)) return undefined;
  walk.findings.push({ code: 'gongwen.mark-assumed', line: line.line, organ: line.text });
  return [partOf(walk, 'organ', line)];
}

/** A name of an organ apart from the title below, which begins with 关于: right above it, it would be the title's first line. */
function standsAboveTitle(walk: Walk, index: number): boolean {
  const [line, first, ...others] = walk.lines.slice(index, index + 2 + mostTitleLines);
  if (line === undefined || first === undefined || !cues.organEnding.test(line.text)) return false;
  const apart = first.before !== 'line' || (first.heading === 1 && line.heading === 0);
  if (!apart || !/^关于/.test(first.text)) return false;
  const title = [first, ...others].map(({ text }) => text);
  return title.some((_, end) => cues.kindOf(title.slice(0, end + 1).join('')) !== null);
}

/** On web pages the number stands below the title: 关于…的通知, 沪府〔2024〕1号. */
function isTitleAbove(walk: Walk, index: number, numberAt: number): boolean {
  const above = walk.lines.slice(index, numberAt).map((line) => line.text);
  return above.some((text) => cues.endsTitle(text) && !/(?:令|纪要|文件)$/.test(text));
}
