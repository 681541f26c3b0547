/** Reads markup into tags and text, with nothing guessed and nothing mended: what is not written is not there. */
import { QuoteType, Tokenizer } from 'htmlparser2';

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Whether the value stands in quotes: without them, data could add attributes of its own. */
  readonly quoted: boolean;
}

export interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly selfClosed: boolean;
}

/** Called in the order of the markup; offsets count from its start. */
export interface MarkupHandler {
  /** Tags that are written alike, character for character, are one object. */
  open(tag: Tag, offset: number): void;
  close?(name: string, offset: number): void;
  /** `written` is false for characters that came by reference (`&#9;`), which stand as they are. */
  text?(text: string, written: boolean, offset: number): void;
  /** A `<!…>`, `<?…>` or a tag that never ends. */
  foreign?(text: string, offset: number): void;
  /** A reference by a name other than the few that templates may use. */
  reference?(name: string, offset: number): void;
}

/** Spaces that a template may name; the five of XML are known anyway. */
const namedSpaces: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };
const xmlReferences = ['amp', 'lt', 'gt', 'quot', 'apos'];

export const knownReferences: readonly string[] = [...xmlReferences, ...Object.keys(namedSpaces)];

export function readMarkup(source: string, handler: MarkupHandler): void {
  let tag: { name: string; offset: number; attributes: Attribute[] } | undefined;
  let attribute = '';
  let value = '';
  const known = new Map<string, Tag>();
  const end = (selfClosed: boolean, stop: number) => {
    if (tag === undefined) return;
    const { name, offset, attributes } = tag;
    const written = source.slice(offset, stop);
    const same = known.get(written) ?? { name, attributes, selfClosed };
    known.set(written, same);
    handler.open(same, offset);
    tag = undefined;
  };
  // The tokenizer resolves the references of XML; what is left with an & before it was written by name.
  const written = (start: number, stop: number) => {
    const text = source.slice(start, stop);
    return text.includes('&') ? resolved(text, start) : text;
  };
  const resolved = (text: string, start: number) =>
    text.replace(/&([a-zA-Z]\w*);/g, (reference, name: string, offset: number) => {
      const space = namedSpaces[name];
      if (space === undefined) handler.reference?.(name, start + offset);
      return space ?? reference;
    });
  const foreign = (start: number, stop: number) => handler.foreign?.(source.slice(start, stop), start);
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname: (start, stop) => {
        tag = { name: source.slice(start, stop), offset: start - 1, attributes: [] };
      },
      onattribname: (start, stop) => {
        attribute = source.slice(start, stop);
        value = '';
      },
      onattribdata: (start, stop) => {
        value += written(start, stop);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
      onattribend: (quote) => {
        const quoted = quote === QuoteType.Double || quote === QuoteType.Single;
        tag?.attributes.push({ name: attribute, value, quoted });
      },
      onopentagend: (stop) => end(false, stop),
      onselfclosingtag: (stop) => end(true, stop),
      onclosetag: (start, stop) => handler.close?.(source.slice(start, stop), start - 2),
      ontext: (start, stop) => handler.text?.(written(start, stop), true, start),
      ontextentity: (codePoint, stop) => handler.text?.(String.fromCodePoint(codePoint), false, stop),
      oncdata: foreign,
      ondeclaration: foreign,
      onprocessinginstruction: foreign,
      oncomment: () => {},
      onend: () => {
        if (tag !== undefined) foreign(tag.offset, source.length);
      },
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
