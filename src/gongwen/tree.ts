/** Official text → document tree: each part in the role and at the place that GB/T 9704 gives it. */
import type { Block, DocumentTree, FormPage, GongwenPage, Paragraph, Section } from '../document/types.ts';
import { type Message, message } from '../message.ts';
import { headBlocks, headRoles } from './head-blocks.ts';
import { imprintOf, isImprint } from './imprint.ts';
import { joinedTables } from './joined-tables.ts';
import { article, chapter, numberOf } from './levels.ts';
import { chapterHeading, heading, labelled, paragraph, span } from './node.ts';
import type { Setting } from './setting.ts';
import { isTall, tableOf } from './table.ts';
import { tidied } from './tidy.ts';
import type { GongwenFormat, OfficialText, Part } from './types.ts';

const pages: Readonly<Record<GongwenFormat, GongwenPage>> = {
  document: 'gongwen',
  letter: 'gongwen-letter',
  order: 'gongwen-order',
  minutes: 'gongwen-minutes',
};
const formatNames: Readonly<Record<GongwenFormat, string>> = {
  document: '文件',
  letter: '信函',
  order: '命令（令）',
  minutes: '纪要',
};

export interface TreeOptions {
  /** Whether an annex that is a form fills a page of its own; else its table flows. */
  readonly forms: boolean;
  /** Whether a seal (`sealName`) is pressed on the signature, where the main text has just one. */
  readonly seal?: boolean;
}

/** The name by which the writers look up the seal. */
export const sealName = 'issuer';

/** The tree of an official text, and what was moved, merged or left to the layout. Every character of the text stands in it. */
export function treeOf(
  official: OfficialText,
  { forms, seal }: TreeOptions = { forms: true },
): { readonly tree: DocumentTree; readonly messages: readonly Message[] } {
  const { parts, file, format } = official;
  const hasMark = parts.some((part) => part.role === 'organ');
  const setting: Setting = {
    file,
    format: hasMark ? format : 'document',
    forms,
    sealed: seal ? onlySignature(parts) : undefined,
    messages: [],
    merged: [],
    spaces: 0,
    firstSpace: 0,
  };
  if (!hasMark && format !== 'document') {
    setting.messages.push(message('typeset.no-mark', { place: { file }, format: formatNames[format] }));
  }
  if (seal && setting.sealed === undefined) setting.messages.push(message('typeset.seal-place', { place: { file } }));
  const whole = joinedTables(parts, setting);
  const groups = groupsOf(whole.filter((part) => !isImprint(part)));
  const children = groups.flatMap((group, index): readonly Block[] => {
    const blocks = groupBlocks(group, setting);
    return index === 0 && group[0]?.annex === 0 ? blocks : [sectionOf(group, blocks)];
  });
  const imprint = imprintOf(parts, setting);
  const [merged] = setting.merged;
  if (merged !== undefined) {
    const lines = setting.merged.join('、');
    setting.messages.push(message('typeset.cells-merged', { place: { file, line: merged }, lines }));
  }
  if (setting.spaces > 0) {
    setting.messages.push(
      message('typeset.spaces', { place: { file, line: setting.firstSpace }, count: setting.spaces }),
    );
  }
  const named = (['title', 'annex-title', 'organ'] as const)
    .map((role) => parts.find((part) => part.role === role))
    .find((part) => part !== undefined);
  const tree: DocumentTree = {
    title: named === undefined ? file : tidied(named.text, true).text,
    lang: 'zh-CN',
    page: pages[setting.format],
    children: imprint === undefined ? children : [...children, imprint],
  };
  return { tree, messages: setting.messages };
}

/** The signature of the main text; undefined where there is none, or several. */
function onlySignature(parts: readonly Part[]): Part | undefined {
  const inner = parts.findIndex(
    (part, index) => part.role === 'title' && index > parts.findIndex((one) => one.role === 'title'),
  );
  const main = inner < 0 ? parts : parts.slice(0, inner);
  const found = main.filter((part) => part.role === 'signature' && part.annex === 0);
  return found.length === 1 ? found[0] : undefined;
}

/** The main text, each further text inside it, and each annex. */
function groupsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  let titled = false;
  for (const part of parts) {
    const begins = part.role === 'title' ? titled : part.role === 'annex-label';
    if (groups.length === 0 || begins) groups.push([]);
    if (part.role === 'title') titled = true;
    groups.at(-1)?.push(part);
  }
  return groups;
}

/** A table with so many columns is too wide for a page that stands upright. */
const wideTable = 10;

function sectionOf(group: readonly Part[], children: readonly Block[]): Section {
  const wide = group.some((part) => (part.rows[0]?.length ?? 0) >= wideTable);
  return { type: 'section', role: wide ? 'annex-landscape' : 'annex', name: '', children };
}

function groupBlocks(group: readonly Part[], setting: Setting): readonly Block[] {
  const ordered = notesBelowDate(group, setting);
  const head = ordered.filter((part) => headRoles.has(part.role) && !belowTitle(ordered, part));
  const rest = ordered.filter((part) => !head.includes(part));
  const blocks = rest.flatMap((part, index) => partBlocks(part, rest, index, setting));
  const form = setting.forms ? formPageOf(rest, blocks) : undefined;
  return [...headBlocks(head, setting.format), ...(form === undefined ? blocks : [form])];
}

/** A number below the title, as on web pages, stays there. */
function belowTitle(parts: readonly Part[], part: Part): boolean {
  const title = parts.findIndex((one) => one.role === 'title');
  return title >= 0 && parts.indexOf(part) > title;
}

/** Remarks such as 主动公开 stand below the date (GB/T 9704 7.3.6), wherever they were written. */
function notesBelowDate(group: readonly Part[], setting: Setting): readonly Part[] {
  const date = group.findIndex((part) => part.role === 'date');
  const early =
    date < 0 ? [] : group.slice(0, date).filter((part) => part.role === 'note' && !/^[注备说填\d]/.test(part.text));
  if (early.length === 0) return group;
  for (const { line, text } of early) {
    setting.messages.push(message('typeset.note-moved', { place: { file: setting.file, line }, line, text }));
  }
  const kept = group.filter((part) => !early.includes(part));
  const at = kept.findIndex((part) => part.role === 'date') + 1;
  return [...kept.slice(0, at), ...early, ...kept.slice(at)];
}

/** An annex of label, title, one form and its notes fills exactly one page. */
function formPageOf(parts: readonly Part[], blocks: readonly Block[]): FormPage | undefined {
  const allowed = parts.every(({ role }) => ['annex-label', 'annex-title', 'subtitle', 'table', 'note'].includes(role));
  const tables = parts.filter((part) => part.role === 'table');
  const [table] = tables;
  if (!allowed || tables.length !== 1 || table === undefined || !table.rows.some(isTall)) return undefined;
  const children = blocks.filter((block) => block.type === 'paragraph' || block.type === 'table');
  const fills = children.some((block) => block.type === 'table' && block.rows.some((row) => row.height === 'fill'));
  return fills ? { type: 'form-page', frame: '', children } : undefined;
}

function partBlocks(part: Part, parts: readonly Part[], index: number, setting: Setting): readonly Block[] {
  const tidy = (title = false): string => {
    const { text, removed } = tidied(part.text, title);
    if (removed > 0 && setting.spaces === 0) setting.firstSpace = part.line;
    setting.spaces += removed;
    return text;
  };
  switch (part.role) {
    case 'title':
    case 'annex-title':
      return [heading(1, tidy(true))];
    case 'subtitle':
      return [paragraph(part.annex > 0 ? 'remark' : 'subtitle', tidy(true))];
    case 'number':
    case 'order-number':
      return [paragraph('subtitle', tidy(true))];
    case 'addressee':
      return [paragraph('addressee', tidy())];
    case 'attendance':
      return [labelled('attendance', tidy(), 'hang-label')];
    case 'heading':
      return [chapter.test(part.text) ? chapterHeading(part.text) : heading((part.level + 1) as 2 | 3 | 4 | 5, tidy())];
    case 'table':
      return [tableBlock(part, setting)];
    case 'annex-list':
      return [annexName(tidy(), parts[index - 1]?.role !== 'annex-list')];
    case 'signature': {
      const signature = paragraph('signature', tidy());
      return [part === setting.sealed ? { ...signature, seal: sealName } : signature];
    }
    case 'date':
      return [paragraph('date', tidy(true))];
    case 'annex-label':
      return [paragraph('annex-label', tidy(true))];
    case 'note':
      return [note(tidy(), parts[index - 1]?.role === 'note')];
    default:
      return [bodyBlock(part, parts[index + 1], tidy())];
  }
}

function bodyBlock(part: Part, next: Part | undefined, text: string): Paragraph {
  // 单位名称：_____ 填表人：_____ above a table.
  const filling = (text.match(/[:：]\s*[_＿]{2,}/g)?.length ?? 0) > 0 || /^[（(]?单位\s*[:：]/.test(text);
  if (next?.role === 'table' && filling && text.length <= 80) return paragraph('caption', text.replace(/ +/g, '　'));
  if (part.runIn === 0) return paragraph('body', text);
  const number = article.exec(text);
  const end = number === null ? text.indexOf('。') + 1 : number[0].length;
  const role = number !== null || part.level === 1 ? 'strong' : part.level === 2 ? 'run-in' : 'text';
  return role === 'text'
    ? paragraph('body', text)
    : paragraph('body', [span(text.slice(0, end), role), span(text.slice(end))]);
}

function tableBlock(part: Part, setting: Setting): Block {
  const { table, guessed } = tableOf(part, setting.forms);
  if (guessed) setting.merged.push(part.line);
  return table;
}

/** 附件：1. 名单 hangs on label and number; further names hang on their numbers below the first. */
function annexName(text: string, first: boolean): Paragraph {
  const label = /^附\s*件\s*[\d０-９]*\s*[:：]\s*|^附\s*[:：]\s*/.exec(text)?.[0] ?? '';
  const number = numberOf(text.slice(label.length))?.length ?? 0;
  const hang = text.slice(0, label.length + number);
  // 附件1：… 附件2：… each with its label begin at the same place.
  const role = first ? 'annex-first' : label !== '' ? 'body' : 'annex-next';
  return paragraph(role, [span(spacedLabel(hang), 'hang'), span(text.slice(hang.length))]);
}

/** 附件: with a half-width colon gets the room of a full-width one, so that the names below stand in line. */
function spacedLabel(label: string): string {
  return label.replace(/：\s+/, '：').replace(/:\s*(?=.)/, ': ');
}

/** 注：1. and the notes that follow hang on their numbers. */
function note(text: string, follows: boolean): Paragraph {
  const label = /^(?:注|备注|说明|填表说明)\s*[:：]/.exec(text)?.[0] ?? '';
  const number = numberOf(text.slice(label.length))?.length ?? 0;
  const hang = text.slice(0, label.length + number);
  return paragraph(follows && number > 0 ? 'note-next' : 'note', [span(hang, 'hang'), span(text.slice(hang.length))]);
}
