/** The frame of a certificate as drawn lines behind the text, in the header of its pages. */
import { Header, ImportedXmlComponent, LineRuleType, Paragraph, TextRun } from 'docx';
import { certificateFrame, type Stroke } from '../../layout/frame.ts';
import type { PageGeometry } from '../../layout/page.ts';
import { mm } from '../../layout/units.ts';

/** VML, the one kind of drawing that Word, WPS and LibreOffice all place alike in a header. */
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Steps of a shape's own coordinates per mm. */
const steps = 100;

/** A header that draws the certificate's frame on the whole page. */
export function frameHeader(page: PageGeometry): Header {
  // LibreOffice takes one shape from each picture.
  const pictures = groups(certificateFrame).map((strokes) => {
    const picture = `<w:pict ${namespaces}>${shapeXml(strokes, page)}</w:pict>`;
    return new TextRun({ children: [ImportedXmlComponent.fromXmlString(picture)] });
  });
  const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  return new Header({ children: [new Paragraph({ spacing, children: pictures })] });
}

/** Strokes of one width and colour are one shape. */
function groups(strokes: readonly Stroke[]): readonly (readonly Stroke[])[] {
  const byLook = new Map<string, Stroke[]>();
  for (const stroke of strokes) {
    const look = `${stroke.width} ${stroke.color}`;
    byLook.set(look, [...(byLook.get(look) ?? []), stroke]);
  }
  return [...byLook.values()];
}

/** One shape as large as the page, behind the text, whose path is all the strokes. */
function shapeXml(strokes: readonly Stroke[], page: PageGeometry): string {
  const place =
    `position:absolute;margin-left:0;margin-top:0;width:${page.width.toFixed(2)}pt;height:${page.height.toFixed(2)}pt;` +
    'mso-position-horizontal-relative:page;mso-position-vertical-relative:page;z-index:-1';
  const [width, height] = [page.width, page.height].map((length) => Math.round((length / mm(1)) * steps));
  const path = strokes.map(({ points, closed }) => {
    const [first, ...rest] = points.map(([x, y]) => `${Math.round(x * steps)},${Math.round(y * steps)}`);
    return `m${first}l${rest.join(',')}${closed ? 'x' : ''}`;
  });
  const { width: weight, color } = strokes[0] as Stroke;
  return (
    `<v:shape style="${place}" coordorigin="0,0" coordsize="${width},${height}" path="${path.join('')}e" filled="f"` +
    ` strokecolor="${color}" strokeweight="${weight}mm"><v:stroke joinstyle="miter"/></v:shape>`
  );
}
