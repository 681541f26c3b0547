/** The documents of own packs, set like the built-in ones. */
import { type Composed, type ComposeOptions, compose } from '../compose.ts';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import type { PackDocument } from '../template/pack.ts';
import type { DocumentView, Facts } from '../views/facts.ts';
import { ownDocuments } from '../views/own.ts';
import type { ReadPack } from './read.ts';

/** A document of an own pack: how it is set, and the views it is set from. */
export interface OwnSet {
  readonly document: PackDocument;
  readonly views: readonly DocumentView[];
  readonly options: Pick<ComposeOptions, 'pack' | 'overrides'>;
}

/** Errors: `pack.district-unknown`. Warnings: `pack.nothing`. */
export function ownSets(packs: readonly ReadPack[], facts: Facts): Result<readonly OwnSet[]> {
  const messages: Message[] = [];
  const districts = facts.theCase.districts.map(({ name }) => name);
  const sets = packs.flatMap(({ name: pack, parent, pack: { folder, documents }, placeOf }) =>
    documents.map(({ name, template, path, formats, ...request }, index): OwnSet => {
      for (const district of request.where.district.filter((one) => !districts.includes(one))) {
        const place = placeOf(['documents', index, 'where', 'district']);
        messages.push(
          message('pack.district-unknown', {
            place,
            district,
            actual: district,
            nearest: nearest(district, districts),
          }),
        );
      }
      const views = ownDocuments(facts, request);
      if (views.length === 0)
        messages.push(message('pack.nothing', { place: placeOf(['documents', index, 'name']), name }));
      return {
        document: { name, template, path: `${folder.replaceAll('/', '／')}/${path}`, formats },
        views,
        options: { pack, overrides: parent },
      };
    }),
  );
  return resultOf(sets, messages);
}

/**
 * Sets all of them. Errors: `pack.path-twice`, and those of `ownSets` and `compose`.
 * @param builtIn paths of the documents that are there already
 * @param keep as of `compose`
 */
export async function composeOwn<Kept extends Pick<Composed, 'document' | 'path'>>(
  packs: readonly ReadPack[],
  facts: Facts,
  common: Omit<ComposeOptions, 'pack' | 'overrides'>,
  builtIn: readonly string[],
  keep: (composed: Composed) => Kept | Promise<Kept>,
): Promise<Result<readonly Kept[]>> {
  const sets = ownSets(packs, facts);
  if (!sets.ok) return sets;
  const kept: Kept[] = [];
  const messages = [...sets.messages];
  for (const { document, views, options } of sets.value) {
    const made = await compose(document, views, { ...common, ...options }, keep);
    messages.push(...made.messages);
    if (made.ok) kept.push(...made.value);
  }
  return resultOf(kept, [...messages, ...pathsTwice(kept, builtIn)]);
}

/** Files that would be written over each other, also where a disk takes capital and small letters for the same; each document once. */
function pathsTwice(
  composed: readonly Pick<Composed, 'document' | 'path'>[],
  builtIn: readonly string[],
): readonly Message[] {
  const taken = new Set(builtIn.map((path) => path.toLowerCase()));
  const told = new Set<string>();
  return composed.flatMap(({ path, document: { name, path: pattern } }) => {
    const key = path.toLowerCase();
    const twice = taken.has(key) && !told.has(name);
    taken.add(key);
    if (!twice) return [];
    told.add(name);
    const own = pattern.slice(pattern.indexOf('/') + 1);
    const isOneOfMany = composed.filter((one) => one.document.name === name).length > 1;
    return [message('pack.path-twice', { path, actual: path, example: `${own}${isOneOfMany ? '{number}' : '之二'}` })];
  });
}
