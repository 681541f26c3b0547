/** Charts of a workbook, drawn by the program that shows it, from the cells of the tables that hold their figures. */
import { type NamedCell, namedCells, type Resolution, replaceReferences, resolve } from '../../document/formula.ts';
import { textOfInline } from '../../document/text.ts';
import type { Cell, DocumentTree, Table } from '../../document/types.ts';
import { colorOf } from '../../layout/chart.ts';
import { type Address, addressText, quoted } from './address.ts';
import { escapeXml } from './xml.ts';

/** Where a chart stands: the rows kept free for it, from 0, and the columns it is wide. */
export interface PlacedChart {
  readonly table: Table;
  readonly row: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A chart with the cells it is drawn from, as formulas write them: those of the categories, then each series'. */
export interface SheetChart extends PlacedChart {
  readonly ranges: readonly string[];
}

/** The cells that each head cell of a chart names. The parser has checked the names: one that means nothing is a bug. */
export function chartRanges(
  { rows }: Table,
  tree: DocumentTree,
  addresses: ReadonlyMap<Cell, Address>,
  sheets: readonly string[],
): readonly string[] {
  const cells = namedCells(tree);
  const at = ({ cell }: NamedCell) => addressText(addresses.get(cell) as Address, true);
  return (rows[0]?.cells ?? []).map((cell) => {
    const from = cells.all.find((one) => one.cell === cell);
    let found: Resolution | undefined;
    replaceReferences(cell.data.formula, (reference) => {
      found = from && resolve(reference, from, cells);
      return '';
    });
    if (found?.kind !== 'range') throw new Error(`a chart is drawn from ${cell.data.formula}`);
    return `${quoted(sheets[found.first.sheet] ?? '')}!${at(found.first)}:${at(found.last)}`;
  });
}

const chartNamespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Text of the size that the axis and the bars are labelled in. */
const label =
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>' +
  '<a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>';
const line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>';

/** The part `xl/charts/chart….xml`. The numbers it holds are for programs that do not read the cells. */
export function chartXml({ table, ranges }: SheetChart): string {
  const [head, ...body] = table.rows;
  const [categories = '', ...columns] = ranges;
  const format = body[0]?.cells[1]?.data.format || 'General';
  const points = (write: (cells: readonly Cell[]) => string | number) =>
    `<c:ptCount val="${body.length}"/>` +
    body.map(({ cells }, index) => `<c:pt idx="${index}"><c:v>${write(cells)}</c:v></c:pt>`).join('');
  const labels = points(([name]) => escapeXml(textOf(name)));
  const series = columns.map((range, index) => {
    const name = escapeXml(textOf(head?.cells[index + 1]));
    const values = points((cells) => cells[index + 1]?.data.value ?? 0);
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${name}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${colorOf(index).slice(1)}"/></a:solidFill>${line}</c:spPr>` +
      `<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${label}` +
      '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>' +
      '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
      `<c:cat><c:strRef><c:f>${escapeXml(categories)}</c:f><c:strCache>${labels}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>` +
      `${values}</c:numCache></c:numRef></c:val></c:ser>`
    );
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ${chartNamespaces}><c:roundedCorners val="0"/>` +
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>' +
    `<c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="30"/>` +
    '<c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    // The first category stands on top, as in the table.
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="low"/><c:spPr>${line}</c:spPr>${label}<c:crossAx val="2"/><c:crosses val="autoZero"/>` +
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>' +
    '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    '<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>' +
    `</c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/>${label}</c:legend><c:plotVisOnly val="1"/>` +
    '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>'
  );
}

/** What the drawing of a sheet holds of a chart; `id` counts within the sheet, from 1. */
export function anchorXml({ table, row, rowSpan, columnSpan }: PlacedChart, id: number): string {
  const said = escapeXml((table.rows[0]?.cells ?? []).map(textOf).join('、'));
  const corner = (tag: string, column: number, at: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', 0, row)}${corner('to', columnSpan, row + rowSpan)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id + 1}" name="图表${id}" descr="${said}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart ${chartNamespaces} r:id="rId-chart-${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>` +
    '</xdr:twoCellAnchor>'
  );
}

function textOf(cell: Cell | undefined): string {
  return (cell?.children ?? []).map(({ children }) => textOfInline(children)).join('');
}
