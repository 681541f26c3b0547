/** Markup read into elements, each checked against the schema: the step between text and tree. */
import { detached } from '../detached.ts';
import { type Message, message, type Place } from '../message.ts';
import { checkCharacters } from './characters.ts';
import { checkParent, checkTag } from './check.ts';
import { type Attribute, knownReferences, readMarkup, type Tag } from './markup.ts';
import { ruleOf } from './schema.ts';
import type { Row } from './types.ts';

/**
 * Names the place of a tag: `file:line`, or the line alone in the document's own template, for the markup of a long list
 * says it in every cell. The template's compiler adds it; no author writes it.
 */
export const placeAttribute = 'data-at';

export interface ElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ElementNode | TextNode)[];
  readonly place: Place;
  /** Of a `tr`, in place of its children: of a long list, these would take more memory than the tree. */
  readonly row?: RowContent;
}

/** A row of the tree with what is wrong in it; its group is known by the table around it. */
export interface RowContent extends Omit<Row, 'group'> {
  readonly messages: readonly Message[];
}

export interface TextNode {
  readonly text: string;
  /** False for characters that came by reference. */
  readonly written: boolean;
  readonly place: Place;
}

interface OpenElement extends ElementNode {
  children: (ElementNode | TextNode)[];
  row: RowContent | undefined;
}

/** Of an element that has none yet: most of a long list never have more than one, for which a list of one has room. */
const childless: (ElementNode | TextNode)[] = [];

function addChild(parent: OpenElement, child: ElementNode | TextNode): void {
  if (parent.children === childless) parent.children = [child];
  else parent.children.push(child);
}

/**
 * The elements at the root, and everything that is wrong with them. Places are those of the template, else lines of `file`.
 * @param rowOf what is kept of a `tr` as soon as it is read; asked while nothing is wrong
 */
export function readElements(
  markup: string,
  file: string,
  rowOf: (element: ElementNode) => RowContent,
): { roots: readonly ElementNode[]; messages: readonly Message[] } {
  const messages: Message[] = [];
  const root: OpenElement = { name: '', attributes: {}, children: childless, place: { file, line: 1 }, row: undefined };
  const open: OpenElement[] = [root];
  const top = () => open.at(-1) ?? root;
  const finish = (element: OpenElement) => {
    if (element.name !== 'tr' || messages.length > 0) return;
    element.row = rowOf(element);
    element.children = childless;
  };
  /** What follows a line end may stand further down than the tag that its place is taken from. */
  let stamped: Place | undefined;
  const placeAt = (offset: number) => stamped ?? { file, line: lineAt(markup, offset) };

  readMarkup(markup, {
    open(tag) {
      const { name, selfClosed } = tag;
      const { place: at, values, isVoid, findings } = knownTag(tag, file);
      return (offset) => {
        stamped = at ?? stamped;
        const place = at ?? { file, line: lineAt(markup, offset) };
        const parent = top();
        messages.push(...findings(place));
        messages.push(...checkParent(name, parent.name, place));
        const element: OpenElement = { name, attributes: values, children: childless, place, row: undefined };
        addChild(parent, element);
        if (selfClosed || isVoid) finish(element);
        else open.push(element);
      };
    },
    close(name, offset) {
      const last = top();
      if (last.name === name) {
        open.pop();
        finish(last);
        return;
      }
      if (ruleOf(name)?.children.length === 0) return;
      const place = placeAt(offset);
      const index = open.findLastIndex((one) => one.name === name);
      if (index > 0) {
        for (const one of open.splice(index).slice(1)) messages.push(unclosed(one));
      } else {
        messages.push(
          message('template.close-unmatched', { place, name, actual: `</${name}>`, open: top().name || '—' }),
        );
      }
    },
    text(read, written, offset) {
      const text = detached(read);
      messages.push(...checkCharacters(text, () => placeAt(offset)));
      const parent = top();
      const last = parent.children.at(-1);
      if (last !== undefined && 'text' in last && last.written === written) {
        parent.children[parent.children.length - 1] = { ...last, text: last.text + text };
      } else {
        addChild(parent, { text, written, place: placeAt(offset) });
      }
    },
    foreign(text, offset) {
      messages.push(message('template.markup', { place: placeAt(offset), actual: text.slice(0, 40) }));
    },
    reference(name, offset) {
      const known = knownReferences.map((one) => `&${one};`).join(' ');
      messages.push(
        message('template.reference-unknown', { place: placeAt(offset), name, actual: `&${name};`, expected: known }),
      );
    },
  });
  for (const one of open.slice(1)) messages.push(unclosed(one));
  return { roots: rootsOf(root, messages), messages };
}

const none: readonly Message[] = [];

/** What is known of a tag wherever it is written so. */
interface KnownTag {
  /** Of the template, where the tag is stamped with it. */
  readonly place: Place | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly isVoid: boolean;
  readonly findings: (place: Place) => readonly Message[];
}

function knownTag({ name, attributes: written }: Tag, file: string): KnownTag {
  const at = written.find((one) => one.name === placeAttribute);
  const attributes = written.filter((one) => one !== at);
  const findings = (place: Place) => [
    ...checkTag(name, attributes, place),
    ...checkRepeats(name, attributes, place),
    ...attributes.flatMap((one) => checkCharacters(one.value, () => place)),
  ];
  return {
    place: at && placeOf(at.value, file),
    values: Object.fromEntries(attributes.map((one) => [one.name, detached(one.value)])),
    isVoid: ruleOf(name)?.children.length === 0,
    findings: findings({ file: '' }).length === 0 ? () => none : findings,
  };
}

/** The place that a `placeAttribute` names in a document whose own template is `file`; undefined where it names none. */
export function placeOf(value: string, file: string): Place | undefined {
  const parts = /^(?:(.*):)?(\d+)$/s.exec(value);
  return parts ? { file: parts[1] ?? file, line: Number(parts[2]) } : undefined;
}

function lineAt(markup: string, offset: number): number {
  return markup.slice(0, offset).split('\n').length;
}

function unclosed({ name, place }: ElementNode): Message {
  return message('template.unclosed', { place, name, actual: `<${name}>`, expected: `</${name}>` });
}

function checkRepeats(element: string, attributes: readonly Attribute[], place: Place): Message[] {
  const names = attributes.map((one) => one.name);
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(repeated)].map((attribute) =>
    message('template.attribute-repeated', { place, element, attribute, actual: attribute }),
  );
}

/** Only elements stand at the root; checkParent has said which. */
function rootsOf(root: ElementNode, messages: Message[]): readonly ElementNode[] {
  const roots = root.children.filter((child): child is ElementNode => 'name' in child);
  const stray = root.children.find((child): child is TextNode => 'text' in child && child.text.trim() !== '');
  if (stray) {
    messages.push(
      message('template.text-misplaced', { place: stray.place, parent: '—', actual: stray.text.trim().slice(0, 20) }),
    );
  }
  if (roots.length !== 1) {
    messages.push(
      message('template.root', {
        place: roots[1]?.place ?? root.place,
        count: roots.length,
        actual: String(roots.length),
        expected: '1',
      }),
    );
  }
  return roots;
}
