/** A template and its view → document tree. */
import { parseDocument } from '../document/parse.ts';
import type { DocumentTree } from '../document/types.ts';
import type { Result } from '../message.ts';
import { compileTemplate } from './compile.ts';
import { checkFields } from './fields.ts';

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
  const messages = checkFields(compiled.value, view);
  if (messages.length > 0) return { ok: false, messages };
  const delegates = Object.fromEntries([...partials].map(([partial, one]) => [partial, one.template]));
  return parseDocument(template(view, { partials: delegates }), file);
}
