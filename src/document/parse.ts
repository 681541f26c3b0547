/** The HTML subset of `schema.ts` → document tree. */
import { type Message, message, type Result, resultOf } from '../message.ts';
import { type ElementNode, readElements } from './element.ts';
import { checkFormulas } from './formula.ts';
import { paragraphOf } from './parse-paragraph.ts';
import { rowOf, tableOf } from './parse-table.ts';
import { checkText, childElements, oneOf, type Reading } from './reading.ts';
import { frameNames, pageNames, ruleRoles, sectionRoles } from './schema.ts';
import type { Block, DocumentTree, FormPage, Section } from './types.ts';

/**
 * Parses the output of a template. Everything outside the schema is an error, all of them told at once, each with the
 * line of its template (`data-at`), else with its line in `file`.
 */
export function parseDocument(html: string, file = 'document.html'): Result<DocumentTree> {
  const reading: Reading = {
    messages: [],
    groups: new Set(),
    places: new Map(),
    cellTags: new WeakMap(),
    lines: new Map(),
  };
  const { roots, messages } = readElements(html, file, (row) => rowOf(row, reading));
  const [article] = roots;
  // Elements that the schema does not allow cannot be turned into blocks.
  if (article === undefined || messages.length > 0) return { ok: false, messages };
  const tree: DocumentTree = {
    title: article.attributes.title ?? '',
    lang: 'zh-CN',
    page: oneOf(pageNames, article.attributes.page, 'plain'),
    children: blocksOf(article, reading),
  };
  reading.messages.push(...formulaMessages(tree, reading));
  return resultOf(tree, reading.messages);
}

function blocksOf(parent: ElementNode, reading: Reading): readonly Block[] {
  checkText(parent, reading);
  return childElements(parent).flatMap((element): readonly Block[] => {
    switch (element.name) {
      case 'section':
        return [sectionOf(element, reading)];
      case 'div':
        return [formPageOf(element, reading)];
      case 'table':
        return tableOf(element, reading);
      case 'hr':
        return ruleOf(element, parent, reading);
      default:
        return [paragraphOf(element, 'body')];
    }
  });
}

function sectionOf(element: ElementNode, reading: Reading): Section {
  const role = oneOf(sectionRoles, element.attributes.role, 'annex');
  return { type: 'section', role, name: element.attributes.name ?? '', children: blocksOf(element, reading) };
}

function formPageOf(element: ElementNode, reading: Reading): FormPage {
  const allowed = (block: Block): block is FormPage['children'][number] =>
    block.type === 'paragraph' || block.type === 'table' || block.type === 'rule' || block.type === 'fill';
  return {
    type: 'form-page',
    ...(element.attributes.role === 'pages' && { long: true }),
    frame: oneOf(frameNames, element.attributes.frame, ''),
    children: blocksOf(element, reading).filter(allowed),
  };
}

/** `fill` belongs to form pages, a page break everywhere else. */
function ruleOf(element: ElementNode, parent: ElementNode, reading: Reading): readonly Block[] {
  const role = element.attributes.role ?? '';
  const onForm = parent.name === 'div';
  if ((role === 'fill' && !onForm) || (role === 'page' && onForm)) {
    const name = `hr role="${role}"`;
    const facts = {
      place: element.place,
      name,
      parent: parent.name,
      actual: `<${name}>`,
      expected: ruleRoles.join(' '),
    };
    reading.messages.push(message('template.element-misplaced', facts));
  }
  if (role === 'page') return [{ type: 'page-break' }];
  if (role === 'fill') return [{ type: 'fill', weight: Number(element.attributes.weight ?? 1) }];
  return [{ type: 'rule', role: oneOf(ruleRoles, role, 'thin') }];
}

function formulaMessages(tree: DocumentTree, { groups, places }: Reading): readonly Message[] {
  return checkFormulas(tree, groups).map(({ cell, reference, kind, nearest }) =>
    message(kind === 'unknown' ? 'template.formula-name' : 'template.formula-ambiguous', {
      place: places.get(cell),
      reference: reference.text,
      actual: reference.text,
      nearest: nearest || '—',
    }),
  );
}
