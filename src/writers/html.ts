/** Document tree → one self-contained HTML file: no script, nothing from elsewhere; to read on screen and to print. */
import { turnedPage } from '../document/profile.ts';
import type { Block, DocumentTree } from '../document/types.ts';
import { escapeHtml, flowHtml, formHtml, type Setting } from './html/block.ts';
import { frameSvg } from './html/frame.ts';
import { createStylesheet, pageRules, turnedRules } from './html/style.ts';
import type { WriteContext } from './types.ts';

/** The same tree and context give the same bytes: UTF-8. */
export async function writeHtml(tree: DocumentTree, { fonts, author, seals = {} }: WriteContext): Promise<Uint8Array> {
  const styles = createStylesheet();
  const pages = pagesOf(tree.children, { fonts, page: tree.page, styles, seals });
  const turned = tree.children.some((block) => block.type === 'section' && block.role === 'annex-landscape');
  const fixed = tree.children.length > 0 && tree.children.every((block) => block.type === 'form-page');
  const html = `<!DOCTYPE html>
<html lang="${tree.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeHtml(author)}">
<title>${escapeHtml(tree.title)}</title>
<style>
${pageRules(tree.page, fixed)}${turned ? `\n${turnedRules(turnedPage(tree.page))}` : ''}
${styles.rules()}
</style>
</head>
<body>
${pages.join('\n')}
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

/** Sections, form pages and page breaks begin a new page; what is between them flows. */
function pagesOf(blocks: readonly Block[], setting: Setting, look = 'page'): readonly string[] {
  const pages: string[] = [];
  let flowing: Block[] = [];
  const endPage = () => {
    if (flowing.length > 0) pages.push(`<section class="${look}">\n${flowHtml(flowing, setting)}\n</section>`);
    flowing = [];
  };
  for (const block of blocks) {
    if (block.type === 'section' || block.type === 'form-page' || block.type === 'page-break') {
      endPage();
      if (block.type === 'section') {
        const turned = block.role === 'annex-landscape';
        const page = turned ? turnedPage(setting.page) : setting.page;
        pages.push(...pagesOf(block.children, { ...setting, page }, turned ? 'page turned' : look));
      }
      if (block.type === 'form-page') {
        const frame = block.frame === '' ? '' : frameSvg(block.frame);
        pages.push(`<section class="page form">\n${frame}${formHtml(block, setting)}\n</section>`);
      }
    } else {
      flowing.push(block);
    }
  }
  endPage();
  return pages;
}
