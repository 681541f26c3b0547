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
  /** Asked once of tags that are written alike, while these are remembered; what it returns is told where each stands. */
  open(tag: Tag): (offset: number) => void;
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

/** Tags remembered at a time. Those of a form or of a row are some dozens, but each row of a list may number its own. */
const mostKnown = 1000;

export function readMarkup(source: string, handler: MarkupHandler): void {
  const { known, readOn, end } = tokenizerOf(source, handler);
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf('<', at);
    const stop = start < 0 ? 0 : source.indexOf('>', start) + 1;
    if (stop === 0) break;
    // What was read as one tag before, up to its first >, is the same tag here: most of a long list is.
    const tell = known.get(source.slice(start, stop));
    const text = source.slice(at, start);
    if (tell === undefined || text.includes('&')) {
      at = readOn(at, stop);
      continue;
    }
    if (text !== '') handler.text?.(text, true, at);
    tell(start);
    at = stop;
  }
  end(at);
}

interface MarkupTokenizer {
  /** By tags as they are written, what tells the handler of one at an offset. */
  readonly known: ReadonlyMap<string, (offset: number) => void>;
  /** Reads on from `at`, which is in no tag, to the end of the first one, which is that at `stop` or a later; where it is. */
  readOn(at: number, stop: number): number;
  /** Reads the rest, in which no tag ends. */
  end(at: number): void;
}

function tokenizerOf(source: string, handler: MarkupHandler): MarkupTokenizer {
  let tag: { name: string; offset: number; attributes: Attribute[] } | undefined;
  let attribute = '';
  let value = '';
  const known = new Map<string, (offset: number) => void>();
  /** Characters that the tokenizer was given, and by how much the source is ahead of them: it is not given known tags. */
  let read = 0;
  let ahead = 0;
  let ended = false;
  const cut = (start: number, stop: number) => source.slice(start + ahead, stop + ahead);
  const endTag = (selfClosed: boolean, stop: number) => {
    ended = true;
    if (tag === undefined) return;
    const { name, offset, attributes } = tag;
    const written = source.slice(offset, stop + 1 + ahead);
    const tell = known.get(written) ?? handler.open({ name, attributes, selfClosed });
    if (known.size >= mostKnown) known.clear();
    known.set(written, tell);
    tell(offset);
    tag = undefined;
  };
  // The tokenizer resolves the references of XML; what is left with an & before it was written by name.
  const written = (start: number, stop: number) => {
    const text = cut(start, stop);
    return text.includes('&') ? resolved(text, start + ahead) : text;
  };
  const resolved = (text: string, start: number) =>
    text.replace(/&([a-zA-Z]\w*);/g, (reference, name: string, offset: number) => {
      const space = namedSpaces[name];
      if (space === undefined) handler.reference?.(name, start + offset);
      return space ?? reference;
    });
  const foreign = (start: number, stop: number) => {
    ended = true;
    handler.foreign?.(cut(start, stop), start + ahead);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname: (start, stop) => {
        tag = { name: cut(start, stop), offset: start - 1 + ahead, attributes: [] };
      },
      onattribname: (start, stop) => {
        attribute = cut(start, stop);
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
      onopentagend: (stop) => endTag(false, stop),
      onselfclosingtag: (stop) => endTag(true, stop),
      onclosetag: (start, stop) => {
        ended = true;
        const name = cut(start, stop);
        known.set(`</${name}>`, (at) => handler.close?.(name, at));
        handler.close?.(name, start - 2 + ahead);
      },
      ontext: (start, stop) => {
        // Of a closing tag without its >, the tokenizer tells what comes last as a text from -1 on.
        const from = start < 0 ? stop - 1 : start;
        handler.text?.(written(from, stop), true, from + ahead);
      },
      ontextentity: (codePoint, stop) => handler.text?.(String.fromCodePoint(codePoint), false, stop + ahead),
      oncdata: foreign,
      ondeclaration: foreign,
      onprocessinginstruction: foreign,
      oncomment: () => {
        ended = true;
      },
      onend: () => {
        if (tag !== undefined) handler.foreign?.(source.slice(tag.offset), tag.offset);
      },
    },
  );
  const write = (at: number, stop: number) => {
    ahead = at - read;
    read += stop - at;
    tokenizer.write(source.slice(at, stop));
  };
  return {
    known,
    readOn(at, stop) {
      ended = false;
      write(at, stop);
      // A < may be one in a text, a > one in a value or a comment.
      let end = stop;
      while (!ended && end < source.length) {
        const next = source.indexOf('>', end) + 1 || source.length;
        write(end, next);
        end = next;
      }
      return end;
    },
    end(at) {
      write(at, source.length);
      tokenizer.end();
    },
  };
}
