/** What each view holds: `templates/fields.json`, written by the build from the types in `src/views`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFolder } from './find.ts';

export interface Field {
  /** Its meaning, for those who write templates. */
  readonly zh: string;
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'group';
  /** Of a group its name; of a list the name of the group, or the type, of its items. */
  readonly of?: string;
  /** All that a text can be. */
  readonly values?: readonly string[];
  /** Whether there may be nothing. */
  readonly empty?: boolean;
  /** 分 for fen, YYYY-MM-DD for a date, 比例 for a share. */
  readonly unit?: string;
  readonly example?: string;
}

export type Group = Readonly<Record<string, Field>>;

export interface Dictionary {
  /** By the name that the first line of a template gives; `of` is the name of its group. */
  readonly views: Readonly<Record<string, { readonly zh: string; readonly of: string }>>;
  readonly groups: Readonly<Record<string, Group>>;
}

let known: Dictionary | undefined;

export function readDictionary(): Dictionary {
  known ??= JSON.parse(readFileSync(join(templateFolder, 'fields.json'), 'utf8')) as Dictionary;
  return known;
}

/** A field with the way to it: `rows[].unit` is the field `unit` of each item of the list `rows`. */
export interface FieldRow extends Field {
  readonly path: string;
}

/** Every field of a view, those of groups and of list items after their own. */
export function fieldRows(view: string, { views, groups }: Dictionary = readDictionary()): readonly FieldRow[] {
  const rowsOf = (group: string, before: string, above: readonly string[]): readonly FieldRow[] =>
    Object.entries(groups[group] ?? {}).flatMap(([name, field]) => {
      const path = `${before}${name}${field.type === 'list' ? '[]' : ''}`;
      const { of = '' } = field;
      const inner = above.includes(of) ? [] : rowsOf(of, `${path}.`, [...above, of]);
      return [{ path, ...field }, ...inner];
    });
  return rowsOf(views[view]?.of ?? '', '', []);
}

/** The fields of a view; undefined where there is no view of that name. */
export function fieldsOf(view: string, { views, groups }: Dictionary = readDictionary()): Group | undefined {
  return Object.hasOwn(views, view) ? groups[views[view]?.of ?? ''] : undefined;
}
