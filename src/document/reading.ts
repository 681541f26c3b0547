/** What the parts of the parser share. */
import { type Message, message, type Place } from '../message.ts';
import type { ElementNode } from './element.ts';
import type { ParagraphRole } from './schema.ts';
import { isBlank } from './space.ts';
import type { Cell, Paragraph } from './types.ts';

/** What a parse gathers beside the tree. */
export interface Reading {
  readonly messages: Message[];
  readonly groups: Set<string>;
  /** Of the cells with a formula. */
  readonly places: Map<Cell, Place>;
  /** What the tags of cells say, by their attributes: of tags that are written alike these are one object. */
  readonly cellTags: WeakMap<ElementNode['attributes'], CellTag>;
  /** What became of cells that hold a text alone, by the role of their paragraph and by the text. */
  readonly lines: Map<ParagraphRole, Map<string, readonly Paragraph[]>>;
}

/** What the tag of a cell says. */
export interface CellTag extends Omit<Cell, 'children'> {
  /** Of its paragraphs. */
  readonly role: ParagraphRole;
}

const inlineNames: readonly string[] = ['span', 'br', 'a'];

/** Text where only elements may stand. In a cell of paragraphs, inline elements beside them count as text. */
export function checkText(element: ElementNode, { messages }: Reading): void {
  for (const child of element.children) {
    if ('text' in child ? isBlank(child.text) : !inlineNames.includes(child.name)) continue;
    const text = 'text' in child ? child.text : `<${child.name}>`;
    const facts = { place: element.place, parent: element.name, actual: text.trim().slice(0, 20) };
    messages.push(message('template.text-misplaced', facts));
    return;
  }
}

export function childElements(element: ElementNode): readonly ElementNode[] {
  return element.children.filter((child): child is ElementNode => 'name' in child);
}

/** The schema has checked the value; where it is not given, the default. */
export function oneOf<T extends string, D>(values: readonly T[], value: string | undefined, otherwise: D): T | D {
  return values.find((one) => one === value) ?? otherwise;
}
