/** The XML of an object of the `docx` package, as the package itself writes it into a document. */
import { Document, type IContext, type XmlComponent } from 'docx';

/** What stands in no document needs nothing of one. */
const file = new Document({ sections: [] });
const nowhere: IContext = { file, viewWrapper: file.Document, stack: [] };

/** An element by its name: its attributes and children, its text, or nothing. */
type Xmlable = { readonly [name: string]: unknown };

export function xmlOf(component: XmlComponent): string {
  const made = component.prepForXml(nowhere);
  return made === undefined ? '' : elementXml(made);
}

function elementXml(element: Xmlable): string {
  const [[name, value] = ['', '']] = Object.entries(element);
  const parts = Array.isArray(value) ? value : [value];
  let attributes = '';
  let content: string | undefined;
  for (const part of parts) {
    if (typeof part !== 'object') content = (content ?? '') + escaped(String(part));
    else if (part !== null && '_attr' in part) attributes += attributesXml(part._attr);
    else if (Array.isArray(value)) content = (content ?? '') + elementXml(part);
  }
  return content === undefined ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function attributesXml(attributes: Xmlable): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows none of them
const unfit = /[&"'<>\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const allUnfit = new RegExp(unfit.source, 'g');
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Text and values as the package writes them: what XML cannot hold is left out. */
export function escaped(text: string): string {
  return unfit.test(text) ? text.replace(allUnfit, (character) => escapes[character] ?? '') : text;
}
