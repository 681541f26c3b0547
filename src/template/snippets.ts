/** The dictionary as snippets of VS Code: typing a field's name in a template completes it, with its meaning beside. */
import { type FieldRow, fieldRows } from './dictionary.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string;
  readonly description: string;
}

export function snippetsOf(views: readonly string[]): Readonly<Record<string, Snippet>> {
  const entries = views.flatMap((view) =>
    fieldRows(view).map((row) => [`${view} ${row.path}`, snippetOf(row)] as const),
  );
  return Object.fromEntries(entries);
}

function snippetOf(row: FieldRow): Snippet {
  // Within a list only what comes after it is written.
  const name = row.path.replace(/\[\]$/, '').split('[].').at(-1) ?? '';
  const unit = row.unit === undefined ? '' : `（${row.unit}）`;
  const example = row.example === undefined ? '' : `，例如 ${row.example}`;
  return {
    scope: 'handlebars,html',
    prefix: name,
    body: bodyOf(row, name),
    description: `${row.path}：${row.zh}${unit}${example}`,
  };
}

function bodyOf({ type, unit }: FieldRow, name: string): string {
  if (type === 'list') return `{{#each ${name}}}\n\t$0\n{{/each}}`;
  if (type === 'group') return `{{#with ${name}}}$0{{/with}}`;
  if (type === 'boolean') return `{{#if ${name}}}$0{{/if}}`;
  const helper = { 分: 'yuan ', 'YYYY-MM-DD': 'longDate ', 比例: 'percent ' }[unit ?? ''] ?? '';
  return `{{${helper}${name}}}`;
}
