/** The list that goes with the files of a print run. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { DocumentTree } from '../document/types.ts';
import type { Result } from '../message.ts';
import { groupBy } from '../rules/group.ts';
import { builtInPack } from '../template/catalogue.ts';
import { renderTemplate } from '../template/render.ts';
import type { PrintListView, PrintRowView } from '../views/print.ts';
import type { Print } from './run.ts';

/** A file as the list tells of it. */
interface ListedFile {
  readonly path: string;
  readonly count: number;
  readonly pages: number;
}

/** What is in each file, for those who print and hand out. */
export async function listOf(
  title: string,
  parts: readonly { readonly prints: readonly Print[] }[],
  files: readonly ListedFile[],
  { templates, by }: { readonly templates?: string | undefined; readonly by?: string | undefined },
): Promise<Result<DocumentTree>> {
  const view: PrintListView = {
    title,
    files: files.map(({ path, count, pages }, index) => ({
      name: path,
      index: index + 1,
      of: files.length,
      rows: rowsOf(parts[index]?.prints ?? [], by === 'district'),
      count,
      pages,
    })),
  };
  return renderTemplate(`${builtInPack}/print-list`, view, { ...(templates && { overrides: templates }) });
}

/** One row for each level and category, whose numbers follow on each other where districts are not parted. */
function rowsOf(prints: readonly Print[], ofDistrict: boolean): readonly PrintRowView[] {
  const groups = groupBy(prints, ({ nominee: { level, category } }) => `${level} ${category}`);
  return [...groups.values()].map((group) => {
    const { district, level, category } = (group[0] as Print).nominee;
    const [from, to] = [group[0]?.number ?? '', group.at(-1)?.number ?? ''];
    return {
      district: ofDistrict ? district : '',
      level: levelNames[level],
      category: categoryNames[category],
      count: group.length,
      from,
      to,
    };
  });
}
