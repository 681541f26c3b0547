/** The named paragraph styles of one DOCX: collected while its content is made, written as word/styles.xml. */
import type { ParagraphRole, TableRole } from '../../document/schema.ts';
import type { PageName } from '../../document/types.ts';
import { kept } from '../../layout/kept.ts';
import { styleOf } from '../../layout/style.ts';
import type { TextStyle } from '../../layout/types.ts';
import { twips } from '../../layout/units.ts';
import { officeFonts } from './font.ts';
import { type StyleUse, styleNames } from './name.ts';
import { escapeXml, wordPart } from './part.ts';

export interface NamedStyle {
  readonly id: string;
  readonly style: TextStyle;
}

export interface Stylesheet {
  /** The named style of a use; the first time, it is added to the sheet. */
  styleFor(use: StyleUse): NamedStyle;
  /** word/styles.xml with all styles asked for so far. */
  xml(): string;
}

/** By level and head, by role, and by the role of the table around. */
type ByRole = Map<ParagraphRole, NamedStyle[]>;
type ByTable = Map<TableRole | undefined, ByRole>;

/** `page` is the document's own: its text without a role is what the base style looks like. */
export function createStylesheet(page: PageName): Stylesheet {
  const named = new Map<string, NamedStyle & { readonly xml: string }>();
  // Asked for with every paragraph: found by what they are for, without making up their names.
  const byPage = new Map<PageName, ByTable>();
  return {
    styleFor(use) {
      const { paragraph, page, cell } = use;
      const tables: ByTable = kept(byPage, page, () => new Map());
      const roles: ByRole = kept(tables, cell?.table, () => new Map());
      const styles: NamedStyle[] = kept(roles, paragraph.role, () => []);
      const index = paragraph.level * 2 + (cell?.head ? 1 : 0);
      styles[index] ??= namedStyle(use);
      return styles[index] as NamedStyle;
    },
    xml() {
      const base = styleOf({ level: 0, role: 'plain' }, page);
      const styles = [...named.values()].map((one) => one.xml);
      return wordPart('styles', documentDefaults(base) + baseStyle(base) + styles.join(''));
    },
  };

  function namedStyle(use: StyleUse): NamedStyle {
    const { id, name } = styleNames(use, page);
    return kept(named, id, () => {
      const style = styleOf(use.paragraph, use.page, use.cell?.table, use.cell?.head);
      return { id, style, xml: styleXml(id, name, style, use.paragraph.level) };
    });
  }
}

/** Only the font and language stand here: an indent in the defaults would leak into cells and footers. */
function documentDefaults(base: TextStyle): string {
  const lang = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml(base)}<w:sz w:val="${base.size * 2}"/>${lang}</w:rPr></w:rPrDefault>` +
    '<w:pPrDefault/></w:docDefaults>'
  );
}

/**
 * The style all others rest on, and what new text gets. Chinese line breaking as in the PDF: forbidden first and last
 * characters are minded, no mark hangs out of the line, no space creeps in between Chinese and figures, and lines
 * stand by their exact pitch alone.
 */
function baseStyle(base: TextStyle): string {
  const breaking =
    '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>' +
    '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>';
  return (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr>${breaking}${distanceXml(base)}</w:pPr><w:rPr>${characterXml(base)}</w:rPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>' +
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
  );
}

function styleXml(id: string, name: string, style: TextStyle, level: number): string {
  const keep = style.keepNext ? '<w:keepNext/>' : '';
  const outline = level > 0 ? `<w:outlineLvl w:val="${level - 1}"/>` : '';
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escapeXml(name)}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}${distanceXml(style)}${outline}</w:pPr>` +
    `<w:rPr>${characterXml(style)}</w:rPr></w:style>`
  );
}

function distanceXml(style: TextStyle): string {
  const { left, right, first } = indentOf(style);
  return (
    `<w:spacing w:before="${twips(Math.max(0, style.before))}" w:after="${twips(Math.max(0, style.after))}" w:line="${twips(style.pitch)}" w:lineRule="exact"/>` +
    `<w:ind w:left="${left}" w:right="${right}" ${first < 0 ? `w:hanging="${-first}"` : `w:firstLine="${first}"`}/>` +
    `<w:jc w:val="${style.align === 'justify' ? 'both' : style.align}"/>`
  );
}

function characterXml(style: TextStyle): string {
  const spacing = `<w:spacing w:val="${spacingOf(style)}"/>`;
  return (
    `${fontXml(style)}${style.bold ? '<w:b/>' : ''}<w:color w:val="${style.color.slice(1)}"/>${spacing}` +
    `<w:sz w:val="${style.size * 2}"/><w:szCs w:val="${style.size * 2}"/>`
  );
}

function fontXml(style: TextStyle): string {
  const { name } = officeFonts[style.slot];
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

/**
 * Indents in twips as Word counts them; `first` counts from the left indent and is negative when it hangs. Further
 * lines of a paragraph with a hang stand below what follows it.
 */
export function indentOf(
  style: TextStyle,
  hang = 0,
): { readonly left: number; readonly right: number; readonly first: number } {
  const first = twips(style.leftIndent + style.firstIndent);
  const left = hang > 0 ? first + twips(hang) : twips(style.leftIndent);
  return { left, right: twips(style.rightIndent), first: first - left };
}

/** Character spacing in twips, rounded down so that a line never holds fewer characters than in the PDF. */
export function spacingOf(style: TextStyle): number {
  return Math.floor(style.spacing * 20);
}
