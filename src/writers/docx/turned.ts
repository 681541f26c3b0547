/** Page numbers of turned pages: upright on the upright sheet, so turned here, at the left edge (GB/T 9704 part 8). */
import { Footer, ImportedXmlComponent, LineRuleType, Paragraph, TextRun } from 'docx';
import { footerText, type PageGeometry } from '../../layout/page.ts';
import { twips } from '../../layout/units.ts';
import { officeFonts } from './font.ts';
import type { Footers } from './footer.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Footers of a turned section, for odd and even pages. */
export function turnedFooters(page: PageGeometry): Footers {
  return { default: footer(page, 'right'), even: footer(page, 'left') };
}

function footer(page: PageGeometry, align: 'left' | 'right'): Footer {
  const box = `<w:pict ${namespaces}>${boxXml(page, align)}</w:pict>`;
  const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  const run = new TextRun({ children: [ImportedXmlComponent.fromXmlString(box)] });
  return new Footer({ children: [new Paragraph({ spacing, children: [run] })] });
}

/** A box of one line of vertical text along the type area. */
function boxXml(page: PageGeometry, align: 'left' | 'right'): string {
  const { footer: layout, margin, area } = page;
  if (layout === null) return '';
  const place =
    `position:absolute;margin-left:${layout.bottom.toFixed(2)}pt;margin-top:${margin.top.toFixed(2)}pt;` +
    `width:${layout.size}pt;height:${area.height.toFixed(2)}pt;` +
    'mso-position-horizontal-relative:page;mso-position-vertical-relative:page;z-index:1';
  return (
    `<v:rect style="${place}" filled="f" stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">` +
    `<w:txbxContent>${lineXml(layout, align)}</w:txbxContent></v:textbox></v:rect>`
  );
}

function lineXml(layout: NonNullable<PageGeometry['footer']>, align: 'left' | 'right'): string {
  const font = officeFonts[layout.slot].name;
  const look =
    `<w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/><w:spacing w:val="0"/>` +
    `<w:sz w:val="${layout.size * 2}"/></w:rPr>`;
  const run = (content: string) => `<w:r>${look}${content}</w:r>`;
  const text = (said: string) => run(`<w:t xml:space="preserve">${said}</w:t>`);
  const field = ['begin', 'PAGE', 'end'].map((part) =>
    part === 'PAGE'
      ? run('<w:instrText xml:space="preserve">PAGE</w:instrText>')
      : run(`<w:fldChar w:fldCharType="${part}"/>`),
  );
  // A mark that the number's own text does not contain.
  const number = -1;
  const [before = '', after = ''] = footerText(layout, number, number).split(String(number));
  const indent = twips(layout.indent);
  return (
    `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${twips(layout.size)}" w:lineRule="exact"/>` +
    `<w:ind w:left="${align === 'left' ? indent : 0}" w:right="${align === 'right' ? indent : 0}" w:firstLine="0"/>` +
    `<w:jc w:val="${align}"/></w:pPr>${text(before)}${field.join('')}${text(after)}</w:p>`
  );
}
