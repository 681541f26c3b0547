/** The profile of a 公文: by which of the two margin models its pages are set. */
import type { DocumentTree, GongwenPage, PageName, Profile } from './types.ts';

export const gongwenFormats: readonly GongwenPage[] = ['gongwen', 'gongwen-letter', 'gongwen-order', 'gongwen-minutes'];

/** Format and profile of a page of a 公文; undefined for all other pages. */
export function gongwenOf(page: PageName): { readonly format: GongwenPage; readonly profile: Profile } | undefined {
  for (const format of gongwenFormats) {
    if (page === format || page === `${format}-turned`) return { format, profile: '9704' };
    if (page === `${format}-33476` || page === `${format}-33476-turned`) return { format, profile: '33476' };
  }
  return undefined;
}

type GongwenName = GongwenPage | `${GongwenPage}-33476`;

/** The tree with all its pages in this profile; a tree that is no 公文 stays as it is. */
export function withProfile(tree: DocumentTree, profile: Profile): DocumentTree {
  const gongwen = gongwenOf(tree.page);
  return gongwen === undefined ? tree : { ...tree, page: pageIn(gongwen.format, profile) };
}

export function pageIn(format: GongwenPage, profile: Profile): GongwenName {
  return profile === '9704' ? format : `${format}-33476`;
}

/** The page of a section of role `annex-landscape` in a document of this page (GB/T 9704 part 8). */
export function turnedPage(page: PageName): PageName {
  const gongwen = gongwenOf(page);
  if (gongwen !== undefined) return `${pageIn(gongwen.format, gongwen.profile)}-turned`;
  return page === 'plain' ? 'landscape' : page;
}

/** The page of which this is the turned one; any other page itself. */
export function uprightPage(page: PageName): PageName {
  const gongwen = gongwenOf(page);
  return gongwen === undefined ? page : pageIn(gongwen.format, gongwen.profile);
}
