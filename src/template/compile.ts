/** Template source → something that can be run: parsed, checked, stamped and compiled, with its partials. */

import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { createBudget, limits } from './budget.ts';
import { builtInPack } from './catalogue.ts';
import { checkProgram, partialsOf } from './check.ts';
import { checkFields } from './fields.ts';
import { faultOf, findPartial, findTemplate, isFolder, namesIn, type Source } from './find.ts';
import { blockHelpers, createHandlebars, helpers } from './helpers.ts';
import { checkNesting, checkNestingOfText, checkUses, tooDeep, usesIn } from './nesting.ts';
import { checkViewName, viewShape } from './shape.ts';
import { checkStampedTags, stampPlaces } from './stamp.ts';
import { isComment, type Program } from './syntax.ts';

export interface Compiled {
  readonly file: string;
  readonly program: Program;
  readonly template: HandlebarsTemplateDelegate<object>;
}

/** A document's template, with every partial that it or its partials use, by name. */
export interface CompiledTemplate extends Compiled {
  /** The view that its first line names; '' where it does not. */
  readonly view: string;
  readonly partials: ReadonlyMap<string, Compiled>;
}

export const budget = createBudget();
const handlebars = createHandlebars(budget);
const options: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...Object.keys(helpers), ...blockHelpers].map((name) => [name, true])),
  preventIndent: true,
};

/** A source with what is wrong with it; `made` is undefined where it cannot be parsed. */
interface Parsed {
  readonly made: Compiled | undefined;
  readonly messages: readonly Message[];
}

const cache = new Map<string, Promise<Result<CompiledTemplate>>>();
/** Many templates use the same partials. */
const partialCache = new Map<string, Promise<Parsed | undefined>>();

/** Templates are read anew from now on: somebody is writing them. */
export function forgetTemplates(): void {
  cache.clear();
  partialCache.clear();
}

/** Compiles a template once per process. Throws when there is none of that name: names come from packs, not from users. */
export function compileTemplate(name: string, overrides: string | undefined): Promise<Result<CompiledTemplate>> {
  const key = JSON.stringify([name, overrides]);
  const known = cache.get(key) ?? compile(name, overrides);
  cache.set(key, known);
  return known;
}

async function compile(name: string, overrides: string | undefined): Promise<Result<CompiledTemplate>> {
  if (overrides !== undefined && !(await isFolder(overrides))) {
    const place = { file: overrides };
    return { ok: false, messages: [message('template.folder-missing', { place, folder: overrides })] };
  }
  const source = await findTemplate(name, overrides);
  const pack = name.split('/').slice(0, -1).join('/');
  if (source === undefined) {
    const known = await namesIn(pack, overrides, false);
    throw new RangeError(`no template is called ${name}; nearest: ${nearest(name, known)}`);
  }
  const { made: main, messages: found } = compileSource(source);
  if (main === undefined) return { ok: false, messages: found };
  const messages: Message[] = [...found];
  const view = viewNamed(main.program);
  if (view === '') {
    messages.push(message('template.view-missing', { place: { file: source.file, line: 1 } }));
  } else if (overrides !== undefined) {
    messages.push(...(await checkView(name, view, source.file)));
  }
  const partials = new Map<string, Compiled>();
  await addPartials(main, [], { pack, overrides, partials, messages });
  if (messages.length === 0) {
    const uses = [['', main] as const, ...partials].map(([one, { program }]) => [one, usesIn(program)] as const);
    messages.push(...checkUses(new Map(uses), { file: source.file, line: 1 }));
  }
  const made = { ...main, view, partials };
  const shape = viewShape(view);
  // What is deeper than the limits, or goes round in circles, is not walked through.
  if (messages.length === 0 && shape !== undefined) messages.push(...checkFields(made, shape));
  return resultOf(made, messages);
}

/** A document of the built-in pack gets the view that its built-in template names, whatever an own one says. */
async function checkView(name: string, view: string, file: string): Promise<readonly Message[]> {
  if (!name.startsWith(`${builtInPack}/`) || !(await findTemplate(name, undefined))) return [];
  const original = await compileTemplate(name, undefined);
  if (!original.ok || original.value.view === view) return [];
  const unknown = checkViewName(view, file);
  if (unknown.length > 0) return unknown;
  const expected = `{{!-- view: ${original.value.view} --}}`;
  return [message('template.view-other', { place: { file, line: 1 }, actual: view, expected })];
}

interface Gathering {
  readonly pack: string;
  readonly overrides: string | undefined;
  readonly partials: Map<string, Compiled>;
  readonly messages: Message[];
}

/** `above` are the names of the partials that lead here. */
async function addPartials(from: Compiled, above: readonly string[], gathering: Gathering): Promise<void> {
  const { pack, overrides, partials, messages } = gathering;
  for (const [name, place] of partialsOf(from.program, from.file)) {
    if (above.includes(name)) messages.push(message('template.partial-cycle', { place, name, actual: name }));
    if (partials.has(name)) continue;
    if (above.length >= limits.partials) {
      messages.push(tooDeep(place, limits.partials, above.length + 1));
      continue;
    }
    const parsed = await parsedPartial(name, pack, overrides);
    if (parsed === undefined) {
      messages.push(await unknownPartial(name, place, gathering));
      continue;
    }
    messages.push(...parsed.messages);
    if (parsed.made === undefined) continue;
    partials.set(name, parsed.made);
    await addPartials(parsed.made, [...above, name], gathering);
  }
}

/** undefined where there is none of that name. */
function parsedPartial(name: string, pack: string, overrides: string | undefined): Promise<Parsed | undefined> {
  const key = JSON.stringify([name, pack, overrides]);
  const known =
    partialCache.get(key) ?? findPartial(name, pack, overrides).then((source) => source && compileSource(source, true));
  partialCache.set(key, known);
  return known;
}

async function unknownPartial(name: string, place: Place, { pack, overrides }: Gathering): Promise<Message> {
  const known = nearest(name, await namesIn(pack, overrides, true));
  return message('template.partial-unknown', { place, name, actual: name, nearest: known || '—' });
}

/** Compiling itself waits until the first run. */
function compileSource(source: Source, isPartial = false): Parsed {
  const { file, text } = source;
  const fault = faultOf(source);
  if (fault !== undefined) return { made: undefined, messages: [fault] };
  const deep = checkNestingOfText(text, file);
  if (deep.length > 0) return { made: undefined, messages: deep };
  let program: Program;
  try {
    program = handlebars.parseWithoutProcessing(text, { srcName: file });
  } catch (error) {
    return { made: undefined, messages: [syntaxMessage(error, file)] };
  }
  const deeper = checkNesting(program, file);
  if (deeper.length > 0) return { made: undefined, messages: deeper };
  const found = checkProgram(program, file);
  stampPlaces(program, isPartial ? file : undefined);
  const messages = [...found, ...checkStampedTags(program, file)];
  return { made: { file, program, template: handlebars.compile<object>(program, options) }, messages };
}

function syntaxMessage(error: unknown, file: string): Message {
  const text = error instanceof Error ? error.message : String(error);
  const [, at, column] = / - (\d+):(\d+)$/.exec(text) ?? [];
  const line = Number(/ on line (\d+)/.exec(text)?.[1] ?? at ?? 1);
  const character = column === undefined ? {} : { character: Number(column) + 1 };
  const actual = text.split('\n').at(-1) ?? text;
  return message('template.syntax', { place: { file, line, ...character }, actual });
}

/** The first thing in a document's template is `{{!-- view: name --}}`. */
function viewNamed(program: Program): string {
  const [first] = program.body;
  if (first === undefined || !isComment(first) || first.loc.start.line !== 1) return '';
  return /^\s*view:\s*(\S+)\s*$/.exec(first.value)?.[1] ?? '';
}
