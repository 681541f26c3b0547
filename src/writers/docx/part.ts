/** The parts of a DOCX that say nothing of its content: settings, fonts, properties. */
import type { PageName } from '../../document/types.ts';
import { notAtEnd, notAtStart } from '../../layout/breaks.ts';
import { pageOf } from '../../layout/page.ts';
import type { WriteContext } from '../types.ts';
import { officeFonts } from './font.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** An XML part of word/ with its declaration and namespace. */
export function wordPart(element: string, content: string): string {
  return `${declaration}<w:${element} ${word}>${content}</w:${element}>`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Whether page numbers stand between dashes at the outer edge: odd and even pages have footers of their own. */
export function hasDashes(page: PageName): boolean {
  return pageOf(page).footer?.form === 'dash';
}

/** Parts that take the place of the package's own, the same in all documents of a page. */
export function fixedParts(page: PageName): readonly { readonly path: string; readonly data: string }[] {
  return [
    { path: 'word/fontTable.xml', data: fontTablePart() },
    { path: 'word/settings.xml', data: settingsPart(hasDashes(page)) },
  ];
}

/**
 * word/settings.xml. Punctuation keeps its full width, and the marks that may not begin or end a line are those of the
 * layout, so lines break as in the PDF.
 */
function settingsPart(evenAndOddFooters: boolean): string {
  const compat = ['compatibilityMode:15', 'overrideTableStyleFontSizeAndJustification:1', 'enableOpenTypeFeatures:1']
    .map((setting) => setting.split(':'))
    .map(
      ([name, value]) =>
        `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
    );
  return wordPart(
    'settings',
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>' +
      (evenAndOddFooters ? '<w:evenAndOddHeaders/>' : '') +
      '<w:characterSpacingControl w:val="doNotCompress"/>' +
      `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${escapeXml(notAtEnd)}"/>` +
      `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${escapeXml(notAtStart)}"/>` +
      `<w:compat><w:doNotExpandShiftReturn/>${compat.join('')}</w:compat>` +
      '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
  );
}

/** word/fontTable.xml: every font with the names Word tries where it is missing. */
function fontTablePart(): string {
  const fonts = Object.values(officeFonts).map(
    (font) =>
      `<w:font w:name="${font.name}"><w:altName w:val="${font.alternatives.join(',')}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${font.family}"/><w:pitch w:val="default"/></w:font>`,
  );
  return wordPart('fonts', fonts.join(''));
}

export const corePath = 'docProps/core.xml';

/** The document's properties, with the date of the context instead of the clock. */
export function corePart(title: string, context: Pick<WriteContext, 'author' | 'date'>): string {
  const author = escapeXml(context.author);
  const date = context.date.toISOString().replace(/\.\d+/, '');
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${author}</dc:creator><dc:language>zh-CN</dc:language>` +
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
  );
}
