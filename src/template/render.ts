/** A template and its view → document tree. */
import { parseDocument } from '../document/parse.ts';
import type { DocumentTree } from '../document/types.ts';
import { type Message, message, type Place, type Result } from '../message.ts';
import { runawayReasons } from '../messages/template.ts';
import { limits, type Spent } from './budget.ts';
import { budget, type Compiled, compileTemplate } from './compile.ts';
import { fieldsOf } from './dictionary.ts';
import { checkFields } from './fields.ts';
import { helpers, type Refused } from './helpers.ts';
import { shapeOfValue } from './shape.ts';
import { kindOf } from './values.ts';

/**
 * Renders the template `name`, e.g. `commendation/notice`. A file of the same name in the folder `overrides`, which
 * mirrors `templates/`, replaces the built-in one, partials too. Everything that is wrong with the template, or with
 * the template and this view together, is told with template and line.
 */
export async function renderTemplate(
  name: string,
  view: object,
  { overrides }: { readonly overrides?: string } = {},
): Promise<Result<DocumentTree>> {
  const compiled = await compileTemplate(name, overrides);
  if (!compiled.ok) return { ok: false, messages: compiled.messages };
  const { template, file, partials } = compiled.value;
  // A view that the dictionary does not have is the caller's own, and tells itself what it holds.
  const messages = fieldsOf(compiled.value.view) ? [] : checkFields(compiled.value, shapeOfValue(view));
  if (messages.length > 0) return { ok: false, messages };
  const delegates = Object.fromEntries([...partials].map(([partial, one]) => [partial, counted(one)]));
  const refused: Refused[] = [];
  const data = { refuse: (call: Refused) => refused.push(call) };
  const made = budget.render(file, () => template(view, { partials: delegates, data }));
  if ('spent' in made) return { ok: false, messages: [runawayMessage(made)] };
  if (refused.length > 0) return { ok: false, messages: onceEach(refused.map((call) => refusedMessage(call, file))) };
  const parsed = parseDocument(made.text, file);
  return { ...parsed, messages: onceEach(parsed.messages) };
}

/** A partial whose passes count. */
function counted({ file, template }: Compiled): HandlebarsTemplateDelegate<object> {
  return (context, options) => budget.partial(file, () => template(context, options));
}

/** What was known of a value's type was checked before: this is of the value itself, such as a day that is none. */
function refusedMessage({ name, values, at: { source, start } }: Refused, file: string): Message {
  const { usage = '', sample: expected = '' } = helpers[name] ?? {};
  const place = { file: source ?? file, line: start.line, character: start.column + 1 };
  const actual = values.map(shown).join(' ').slice(0, 40);
  return message('template.helper-value', { place, name, actual, expected, usage });
}

/** Of a list no item is shown: it may hold what is nobody's business. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return kindOf(shapeOfValue(value));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function runawayMessage({ spent, place }: { readonly spent: Spent; readonly place: Place }): Message {
  const most = limits[spent];
  return message('template.runaway', {
    place,
    spent: runawayReasons[spent],
    actual: `> ${most}`,
    expected: `≤ ${most}`,
  });
}

/** What is wrong with one line of a template shows in every row that it makes. */
function onceEach(messages: readonly Message[]): readonly Message[] {
  const known = new Map(messages.map((one) => [JSON.stringify([one.code, one.place, one.actual]), one]));
  return [...known.values()];
}
