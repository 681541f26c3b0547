/** Numbers that Word draws in front of paragraphs (一、（一）1.) as text: computed by numbering.xml and written into the document. */
import { Parser } from 'htmlparser2';
import { numberText } from './word-number-text.ts';

interface Level {
  readonly format: string;
  /** e.g. （%1） */
  readonly text: string;
  readonly start: number;
}

interface Numbering {
  /** Levels by the id that paragraphs name, and the list whose counters they share. */
  readonly lists: ReadonlyMap<
    string,
    { readonly counters: string; readonly levels: ReadonlyMap<number, Level>; readonly restarts: boolean }
  >;
}

interface Reference {
  readonly list: string;
  readonly level: number;
}

export interface Numbered {
  readonly xml: string;
  /** The numbers written in, in order. */
  readonly added: readonly string[];
  /** Formats that cannot be written as text, each once. */
  readonly lost: readonly string[];
}

/** The document with its numbers as text in front of the paragraphs that have them. */
export function withNumbers(xml: string, numberingXml: string, stylesXml: string): Numbered {
  if (numberingXml === '') return { xml, added: [], lost: [] };
  const { lists } = readNumbering(numberingXml);
  const styles = readStyles(stylesXml);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  const added: string[] = [];
  const lost = new Set<string>();
  const insertions: { readonly at: number; readonly text: string }[] = [];
  for (const { at, own, style } of paragraphsOf(xml)) {
    const reference = { ...(style === undefined ? undefined : styles.get(style)), ...own };
    const list = lists.get(reference.list ?? '0');
    const level = reference.level ?? 0;
    const definition = list?.levels.get(level);
    if (list === undefined || definition === undefined) continue;
    if (list.restarts && !begun.has(reference.list as string)) counters.delete(list.counters);
    begun.add(reference.list as string);
    const counts = counters.get(list.counters) ?? [];
    counts[level] = counts[level] === undefined ? definition.start : counts[level] + 1;
    counts.length = level + 1;
    counters.set(list.counters, counts);
    const text = textOf(definition, list.levels, counts);
    if (text === undefined) lost.add(definition.format);
    else if (text !== '') {
      added.push(text);
      insertions.push({ at, text });
    }
  }
  let result = xml;
  for (const { at, text } of insertions.reverse()) {
    result = `${result.slice(0, at)}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>${result.slice(at)}`;
  }
  return { xml: result, added, lost: [...lost] };
}

function textOf(definition: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string | undefined {
  if (definition.format === 'bullet' || definition.format === 'none') return '';
  let known = true;
  const text = definition.text.replace(/%(\d)/g, (_, digit: string) => {
    const level = levels.get(Number(digit) - 1);
    const number = numberText(counts[Number(digit) - 1] ?? level?.start ?? 1, level?.format ?? 'decimal');
    known &&= number !== undefined;
    return number ?? '';
  });
  return known ? text : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface NumberedParagraph {
  /** Offset in the document behind the paragraph's properties. */
  readonly at: number;
  readonly own: Partial<Reference>;
  readonly style: string | undefined;
}

/** The paragraphs that may have a number, in order. A text box stands in the file twice; its second form is left out. */
function paragraphsOf(xml: string): readonly NumberedParagraph[] {
  const found: NumberedParagraph[] = [];
  let own: { list?: string; level?: number } = {};
  let style: string | undefined;
  let fallbacks = 0;
  let changes = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'mc:Fallback') fallbacks += 1;
        else if (name === 'w:pPrChange') changes += 1;
        else if (changes > 0) return;
        else if (name === 'w:pPr') [own, style] = [{}, undefined];
        else if (name === 'w:pStyle') style = value;
        else if (name === 'w:numId') own.list = value;
        else if (name === 'w:ilvl') own.level = Number(value);
      },
      onclosetag(name) {
        if (name === 'mc:Fallback') fallbacks -= 1;
        else if (name === 'w:pPrChange') changes -= 1;
        else if (name === 'w:pPr' && changes === 0 && fallbacks === 0)
          found.push({ at: parser.endIndex + 1, own, style });
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return found;
}

function readNumbering(xml: string): Numbering {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { counters: string; levels: Map<number, Level>; restarts: boolean }>();
  let levels: Map<number, Level> | undefined;
  let level = 0;
  let list = '';
  const change = (part: Partial<Level>) => {
    const before = levels?.get(level) ?? { format: 'decimal', text: '', start: 1 };
    levels?.set(level, { ...before, ...part });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') {
          levels = new Map();
          abstract.set(attributes['w:abstractNumId'] ?? '', levels);
        } else if (name === 'w:num') list = attributes['w:numId'] ?? '';
        else if (name === 'w:abstractNumId') {
          levels = new Map(abstract.get(value));
          lists.set(list, { counters: value, levels, restarts: false });
        } else if (name === 'w:lvl' || name === 'w:lvlOverride') level = Number(attributes['w:ilvl'] ?? 0);
        else if (name === 'w:start') change({ start: Number(value) });
        else if (name === 'w:startOverride') {
          change({ start: Number(value) });
          const changed = lists.get(list);
          if (changed !== undefined) changed.restarts = true;
        } else if (name === 'w:numFmt') change({ format: value });
        else if (name === 'w:lvlText') change({ text: value });
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return { lists };
}

/** The numbering that paragraph styles bring, with what they take from the styles they are based on. */
function readStyles(xml: string): ReadonlyMap<string, Partial<Reference>> {
  const own = new Map<string, { list?: string; level?: number; base?: string }>();
  let current: { list?: string; level?: number; base?: string } = {};
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') {
          current = {};
          own.set(attributes['w:styleId'] ?? '', current);
        } else if (name === 'w:basedOn') current.base = value;
        else if (name === 'w:numId') current.list = value;
        else if (name === 'w:ilvl') current.level = Number(value);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  const resolve = (id: string, depth: number): Partial<Reference> => {
    const { base, ...rest } = own.get(id) ?? {};
    return { ...(base !== undefined && depth < 10 ? resolve(base, depth + 1) : undefined), ...rest };
  };
  return new Map([...own.keys()].map((id) => [id, resolve(id, 0)]));
}
