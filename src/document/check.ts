/** What the schema says of one tag: asked of every tag that is parsed, and of every tag in a template's own text. */
import { type Message, message, type Place } from '../message.ts';
import { nearest } from '../nearest.ts';
import type { Attribute } from './markup.ts';
import { elements, formulaFunctions, ruleOf } from './schema.ts';

/**
 * Findings about an element and its attributes; whether it may stand where it stands is asked by `checkParent`.
 * `present` are the names of all its attributes, where the values of some are not known yet.
 */
export function checkTag(
  name: string,
  attributes: readonly Attribute[],
  place: Place,
  present: readonly string[] = attributes.map((one) => one.name),
): Message[] {
  const rule = ruleOf(name);
  if (rule === undefined) {
    const known = Object.keys(elements);
    return [
      message('template.element-unknown', {
        place,
        actual: `<${name}>`,
        expected: `<${nearest(name, known)}>`,
        name,
        known: known.join(' '),
      }),
    ];
  }
  const found: Message[] = [];
  for (const { name: attribute, value, quoted } of attributes) {
    const allowed = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined;
    const facts = { place, element: name, attribute };
    if (allowed === undefined) {
      const known = Object.keys(rule.attributes);
      found.push(
        message('template.attribute-unknown', {
          ...facts,
          actual: attribute,
          expected: nearest(attribute, known),
          known: known.join(' ') || '—',
        }),
      );
    } else if (!quoted) {
      found.push(message('template.attribute-unquoted', { ...facts, actual: `${attribute}=${value}` }));
    } else if (attribute === 'formula' && !fits(value, allowed)) {
      found.push(message('template.formula-content', { place, actual: value, known: formulaFunctions.join(' ') }));
    } else if (!fits(value, allowed)) {
      found.push(
        message('template.attribute-value', {
          ...facts,
          value,
          actual: value,
          expected: allowed instanceof RegExp ? allowed.source : nearest(value, allowed),
          known: allowed instanceof RegExp ? allowed.source : allowed.join(' '),
        }),
      );
    }
  }
  for (const attribute of rule.required ?? []) {
    if (present.includes(attribute)) continue;
    found.push(message('template.attribute-missing', { place, element: name, attribute }));
  }
  return found;
}

const rootElements: readonly string[] = ['article'];
const none: readonly never[] = [];

/** A finding where a known element may not stand in its parent ('' for the root). */
export function checkParent(name: string, parent: string, place: Place): readonly Message[] {
  const allowed = parent === '' ? rootElements : (ruleOf(parent)?.children ?? none);
  if (allowed.includes(name) || ruleOf(name) === undefined) return none;
  const holds = allowed
    .filter((one) => one !== '#text')
    .map((one) => `<${one}>`)
    .join(' ');
  const facts = { place, name, parent: parent || '—', actual: `<${name}>`, expected: holds || '—' };
  return [message('template.element-misplaced', facts)];
}

function fits(value: string, allowed: readonly string[] | RegExp): boolean {
  return allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value);
}
