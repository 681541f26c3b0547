/** Lines drawn behind the text, in the header of a page: the frame of a certificate, the double rules of a letter; the rules of an imprint. */
import { Header, ImportedXmlComponent, LineRuleType, Paragraph, TextRun } from 'docx';
import type { FrameName } from '../../document/schema.ts';
import { frames, type Stroke } from '../../layout/frame.ts';
import type { PageGeometry } from '../../layout/page.ts';
import type { RuleStyle } from '../../layout/style.ts';
import { mm } from '../../layout/units.ts';

/** VML, the one kind of drawing that Word, WPS and LibreOffice all place alike in a header. */
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Steps of a shape's own coordinates per mm. */
const steps = 100;

/** A header that draws a certificate's frame on the whole page, or nothing. */
export function frameHeader(page: PageGeometry, frame: FrameName | ''): Header {
  return headerOf(frame === '' ? [] : drawn(page, frames[frame]));
}

/** A rule with the distance of its top from the upper edge of the page, in pt. */
export interface DrawnRule {
  readonly rule: RuleStyle;
  readonly top: number;
}

/** A header that draws rules at their places on the page. */
export function rulesHeader(page: PageGeometry, rules: readonly DrawnRule[]): Header {
  return headerOf(drawnRules(page, rules));
}

/** Runs that draw rules at their places on the page of their paragraph. */
export function drawnRules(page: PageGeometry, rules: readonly DrawnRule[]): TextRun[] {
  const strokes = rules.flatMap(({ rule, top }) => {
    const left = page.margin.left + rule.x;
    return rule.strokes.map(
      ({ y, width }): Stroke => ({
        points: [
          [left / mm(1), (top + y) / mm(1)],
          [(left + rule.length) / mm(1), (top + y) / mm(1)],
        ],
        closed: false,
        width: width / mm(1),
        color: rule.color,
      }),
    );
  });
  return drawn(page, strokes);
}

function drawn(page: PageGeometry, lines: readonly Stroke[]): TextRun[] {
  // LibreOffice takes one shape from each picture.
  return groups(lines).map((strokes) => {
    const picture = `<w:pict ${namespaces}>${shapeXml(strokes, page)}</w:pict>`;
    return new TextRun({ children: [ImportedXmlComponent.fromXmlString(picture)] });
  });
}

function headerOf(children: TextRun[]): Header {
  const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  return new Header({ children: [new Paragraph({ spacing, children })] });
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
