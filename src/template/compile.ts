/** Template source → something that can be run: parsed, checked, stamped and compiled, with its partials. */

import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { checkProgram, partialsOf } from './check.ts';
import { findPartial, findTemplate, isFolder, namesIn, type Source } from './find.ts';
import { blockHelpers, createHandlebars, helpers } from './helpers.ts';
import { checkStampedTags, stampPlaces } from './stamp.ts';
import { isComment, type Program } from './syntax.ts';

export interface Compiled {
  readonly file: string;
  readonly program: Program;
  readonly template: HandlebarsTemplateDelegate<object>;
}

/** A document's template, with every partial that it or its partials use, by name. */
export interface CompiledTemplate extends Compiled {
  readonly partials: ReadonlyMap<string, Compiled>;
}

const handlebars = createHandlebars();
const options: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...Object.keys(helpers), ...blockHelpers].map((name) => [name, true])),
  preventIndent: true,
};

const cache = new Map<string, Promise<Result<CompiledTemplate>>>();

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
  const messages: Message[] = [];
  const main = compileSource(source, messages);
  if (main === undefined) return { ok: false, messages };
  if (!namesView(main.program)) {
    messages.push(message('template.view-missing', { place: { file: source.file, line: 1 } }));
  }
  const partials = new Map<string, Compiled>();
  await addPartials(main, [], { pack, overrides, partials, messages });
  return resultOf({ ...main, partials }, messages);
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
    const source = await findPartial(name, pack, overrides);
    if (source === undefined) {
      messages.push(await unknownPartial(name, place, gathering));
      continue;
    }
    const partial = compileSource(source, messages);
    if (partial === undefined) continue;
    partials.set(name, partial);
    await addPartials(partial, [...above, name], gathering);
  }
}

async function unknownPartial(name: string, place: Place, { pack, overrides }: Gathering): Promise<Message> {
  const known = nearest(name, await namesIn(pack, overrides, true));
  return message('template.partial-unknown', { place, name, actual: name, nearest: known || '—' });
}

/** undefined where the source cannot be parsed. Compiling itself waits until the first run. */
function compileSource({ file, text }: Source, messages: Message[]): Compiled | undefined {
  let program: Program;
  try {
    program = handlebars.parseWithoutProcessing(text);
  } catch (error) {
    messages.push(syntaxMessage(error, file));
    return undefined;
  }
  messages.push(...checkProgram(program, file));
  stampPlaces(program, file);
  messages.push(...checkStampedTags(program));
  return { file, program, template: handlebars.compile<object>(program, options) };
}

function syntaxMessage(error: unknown, file: string): Message {
  const text = error instanceof Error ? error.message : String(error);
  const line = Number(/ on line (\d+)/.exec(text)?.[1] ?? / - (\d+):\d+$/.exec(text)?.[1] ?? 1);
  const actual = text.split('\n').at(-1) ?? text;
  return message('template.syntax', { place: { file, line }, actual });
}

/** The first thing in a document's template is `{{!-- view: name --}}`. */
function namesView(program: Program): boolean {
  const [first] = program.body;
  return (
    first !== undefined && isComment(first) && first.loc.start.line === 1 && /^\s*view:\s*\S+\s*$/.test(first.value)
  );
}
