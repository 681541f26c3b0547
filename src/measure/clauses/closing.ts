/** 署名、成文日期、印章、附注、附件 (GB/T 9704 7.3.5 to 7.3.7) and the attendance list of minutes (10.3). */
import { type ClauseId, clauses } from '../../layout/gbt9704.ts';
import {
  areaRight,
  blankLines,
  characters,
  excerpt,
  type Finding,
  fact,
  fontReading,
  halfLeading,
  length,
  linesOf,
  mmText,
  offCentre,
  type Subject,
  unmeasured,
} from '../readings.ts';
import type { ImageBox, Parts, PlacedLine } from '../types.ts';
import { baselineOffset } from './page.ts';

export function closingFindings(subject: Subject): readonly Finding[] {
  const { parts } = subject;
  return [...signed(subject), ...note(parts), ...annexes(subject), ...attendance(parts)];
}

const sealedIds: readonly ClauseId[] = ['sealedDateIndent', 'sealedCentred', 'sealReach', 'sealDiameter'];
const unsealedIds: readonly ClauseId[] = ['signatureGap', 'signatureIndent', 'dateShift', 'longDateIndent'];
const stampIds: readonly ClauseId[] = ['stampGap', 'stampIndent', 'stampTitleGap', 'stampDateGap', 'stampDateIndent'];

function signed({ parts, byOffice }: Subject): readonly Finding[] {
  const date = linesOf(parts, 'date')[0];
  if (date === undefined) return unmeasured('没有找到成文日期', ...sealedIds, ...unsealedIds, ...stampIds);
  const images = date.page.images.filter(
    (image) => image.width < 80 && image.y < date.baseline + 30 && image.y > date.baseline - 80,
  );
  const widened = byOffice ? mixedGaps(date) : 0;
  if (parts.format === 'order')
    return [
      ...stamped(parts, date, images[0], widened),
      ...unmeasured('命令（令）用签名章', ...sealedIds, ...unsealedIds),
    ];
  const signatures = linesOf(parts, 'signature').filter(({ page }) => page === date.page);
  const signature = signatures.at(-1);
  const noStamp = unmeasured('没有签名章', ...stampIds);
  if (signature === undefined) return [...noStamp, ...unmeasured('没有找到署名', ...sealedIds, ...unsealedIds)];
  const seals = images.filter(({ y, height }) => y < date.baseline && y + height > signature.top);
  const indent = areaRight(parts) - date.right + widened / 2;
  const centred = Math.abs((date.x + date.right - signature.x - signature.right) / 2) < 1.5;
  const fourIn = Math.abs(indent - 4 * parts.character) < parts.character;
  if (seals.length > 0 || (centred && fourIn)) {
    return [
      ...noStamp,
      ...unmeasured('署名留有印章的位置', ...unsealedIds),
      ...sealed(parts, signatures, date, seals, widened),
    ];
  }
  return [...noStamp, ...unmeasured('没有印章', ...sealedIds), ...unsealed(parts, signatures, date, widened)];
}

/** The date four characters in, the name centred above it, the seal's top within a line of the text. */
function sealed(
  parts: Parts,
  signatures: readonly PlacedLine[],
  date: PlacedLine,
  seals: readonly ImageBox[],
  widened: number,
): readonly Finding[] {
  const findings: Finding[] = [dateIndent('sealedDateIndent', parts, date, widened)];
  const own = signatures.at(-1) as PlacedLine;
  // The names of a joint issue share their lines; each has its own seal.
  if (signatures.length > 1 || hasGaps(own)) findings.push({ id: 'sealedCentred', why: '联合行文' });
  else findings.push(length('sealedCentred', (own.x + own.right - date.x - date.right) / 2, 0, own.page, excerpt(own)));
  const above = lineAbove(parts, signatures[0] as PlacedLine);
  const seal = seals[0];
  if (seal === undefined) findings.push({ id: 'sealDiameter', why: '没有印章图样' });
  else {
    // Round seals of organs and units are from 38 to 60 mm wide.
    const fits = seal.width > 37.5 && seal.width < 60.5;
    findings.push({ ...fact('sealDiameter', fits, `${mmText(seal.width)} mm`, date.page), expected: '38～60 mm' });
  }
  if (seal === undefined) findings.push(...unmeasured('没有印章图样', 'sealReach'));
  else if (above === undefined) findings.push({ id: 'sealReach', why: '印章在一面的开头' });
  else {
    const top = Math.min(...seals.map(({ y }) => y));
    findings.push(length('sealReach', top - above.bottom, [-2, parts.pitch + halfLeading], date.page));
  }
  return findings;
}

function hasGaps({ chars }: PlacedLine): boolean {
  return chars.some((char, index) => {
    const before = chars[index - 1];
    return before !== undefined && char.x - before.x - before.width > 6;
  });
}

/** How far the date stands in from the right; what it was widened by may reach into that space. */
function dateIndent(
  id: 'sealedDateIndent' | 'longDateIndent' | 'stampDateIndent',
  parts: Parts,
  date: PlacedLine,
  widened: number,
): Finding {
  const [least, greatest] = characters(clauses[id].value, parts);
  return length(id, areaRight(parts) - date.right, [least - widened, greatest], date.page);
}

/** The spaces that LibreOffice sets between Chinese characters and figures, whatever a DOCX says; mm in all. */
function mixedGaps({ chars }: PlacedLine): number {
  const isFigure = (text: string | undefined) => /^\d$/.test(text ?? '');
  return chars.slice(1).reduce((sum, char, index) => {
    const before = chars[index] as typeof char;
    const gap = char.x - before.x - before.width;
    return isFigure(char.text) !== isFigure(before.text) && gap > 0.3 ? sum + gap : sum;
  }, 0);
}

/** One line below the text; the name two characters in, the date beginning two characters right of the name. */
function unsealed(
  parts: Parts,
  signatures: readonly PlacedLine[],
  date: PlacedLine,
  widened: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  const first = signatures[0] as PlacedLine;
  const last = signatures.at(-1) as PlacedLine;
  const above = lineAbove(parts, first);
  if (above === undefined) findings.push({ id: 'signatureGap', why: '署名在一面的开头' });
  else {
    const range = blankLines(clauses.signatureGap.value, parts);
    findings.push(length('signatureGap', first.top - above.bottom, range, first.page));
  }
  const [name, day] = [last.right - last.x, date.right - date.x - widened];
  const [least, greatest] = characters(clauses.signatureIndent.value, parts);
  const nameIndent = areaRight(parts) - last.right;
  if (signatures.length > 1) findings.push({ id: 'dateShift', why: '联合行文' });
  else findings.push(length('dateShift', date.x - last.x, characters(clauses.dateShift.value, parts), date.page));
  if (day > name) {
    findings.push({ id: 'signatureIndent', why: '成文日期长于署名' });
    findings.push(dateIndent('longDateIndent', parts, date, widened));
  } else {
    // A date nearly as long as the name may stand two characters in, and move the name with it.
    const moved = Math.max(greatest, day + 2 * greatest - name);
    findings.push(length('signatureIndent', nameIndent, [least, moved], last.page));
    findings.push({ id: 'longDateIndent', why: '成文日期不长于署名' });
  }
  return findings;
}

/** 签名章 of an order: two lines below the text and four characters in, then a line, and the date four characters in. */
function stamped(parts: Parts, date: PlacedLine, stamp: ImageBox | undefined, widened: number): readonly Finding[] {
  const indent = dateIndent('stampDateIndent', parts, date, widened);
  const rest: readonly ClauseId[] = ['stampGap', 'stampIndent', 'stampTitleGap', 'stampDateGap'];
  if (stamp === undefined) return [indent, ...unmeasured('没有签名章图样', ...rest)];
  const above = linesOf(parts, 'body', 'annex-list')
    .filter(({ page, bottom }) => page === date.page && bottom < stamp.y + 3)
    .at(-1);
  const post = date.page.lines.find(
    (line) =>
      line.baseline > stamp.y &&
      line.baseline < stamp.y + stamp.height &&
      line.right < stamp.x + 1 &&
      line.x > parts.left + 20,
  );
  return [
    indent,
    length(
      'stampIndent',
      areaRight(parts) - stamp.x - stamp.width,
      characters(clauses.stampIndent.value, parts),
      date.page,
    ),
    above === undefined
      ? { id: 'stampGap', why: '签名章在一面的开头' }
      : length('stampGap', stamp.y - above.bottom, besideStamp(clauses.stampGap.value, parts), date.page),
    post === undefined
      ? { id: 'stampTitleGap', why: '没有找到签发人职务' }
      : length('stampTitleGap', stamp.x - post.right, characters(clauses.stampTitleGap.value, parts), date.page),
    length(
      'stampDateGap',
      date.top - stamp.y - stamp.height,
      besideStamp(clauses.stampDateGap.value, parts),
      date.page,
    ),
  ];
}

/** A stamp stands in the middle of so many whole lines as it needs, which may leave half a line more. */
function besideStamp(count: number, parts: Parts): readonly [number, number] {
  const [least, greatest] = blankLines(count, parts, 1);
  return [least, greatest + parts.pitch / 2];
}

/** The line of text right above, on the same page. */
function lineAbove(parts: Parts, line: PlacedLine): PlacedLine | undefined {
  return parts.lines
    .filter(
      (one) =>
        one.page === line.page && one.turned === 0 && one.baseline < line.baseline - 1 && one.role !== 'signature',
    )
    .at(-1);
}

function note(parts: Parts): readonly Finding[] {
  const first = linesOf(parts, 'note')[0];
  if (first === undefined) return unmeasured('没有附注', 'noteIndent');
  return [
    length('noteIndent', first.x - parts.left, characters(clauses.noteIndent.value, parts), first.page, excerpt(first)),
  ];
}

/** 附件 and its number on line 1, the title on line 3. */
function annexes({ parts, profile, byOffice }: Subject): readonly Finding[] {
  const labels = linesOf(parts, 'annex-label');
  if (labels.length === 0)
    return unmeasured('没有附件', 'annexLabelLine', 'annexLabelFont', 'annexTitleLine', 'annexTitleCentred');
  const edge = profile === '33476' ? clauses.displayTop.value : clauses.topMargin.value;
  return labels.flatMap((label): readonly Finding[] => {
    const findings: Finding[] = [fontReading('annexLabelFont', label.chars, label)];
    const titles = linesOf(parts, 'annex-title').filter(({ page }) => page === label.page);
    const first = titles[0];
    if (first !== undefined) {
      const range = blankLines(clauses.annexTitleLine.value - 2, parts);
      findings.push(length('annexTitleLine', first.top - label.bottom, range, label.page, excerpt(first)));
    }
    // On a page in landscape the type area lies otherwise, and its edges are not those of the text.
    if (label.page.width > label.page.height) return findings;
    const top = label.baseline - baselineOffset(label, parts.pitch, byOffice);
    const down = length('annexLabelLine', top - edge, 0, label.page, label.text);
    const across = length('annexLabelLine', label.x - parts.left, 0, label.page, `${label.text}顶格`);
    findings.push(Math.abs(across.deviation ?? 0) > Math.abs(down.deviation ?? 0) ? across : down);
    findings.push(
      ...titles.map((line) => length('annexTitleCentred', offCentre(line, parts), 0, line.page, excerpt(line))),
    );
    return findings;
  });
}

/** 出席、请假、列席 */
function attendance(parts: Parts): readonly Finding[] {
  const ids: readonly ClauseId[] = ['attendanceGap', 'attendanceIndent', 'attendanceFont'];
  if (parts.format !== 'minutes') return unmeasured('不是纪要', ...ids);
  const lines = linesOf(parts, 'attendance');
  const first = lines[0];
  if (first === undefined) return unmeasured('没有出席、请假、列席名单', ...ids);
  const above = lineAbove(parts, first);
  return [
    above === undefined
      ? { id: 'attendanceGap', why: '名单在一面的开头' }
      : length('attendanceGap', first.top - above.bottom, blankLines(clauses.attendanceGap.value, parts), first.page),
    ...lines.map((line) =>
      length(
        'attendanceIndent',
        line.x - parts.left,
        characters(clauses.attendanceIndent.value, parts, line.size),
        line.page,
        excerpt(line),
      ),
    ),
    ...lines.map((line) => fontReading('attendanceFont', line.chars.slice(0, 2), line)),
  ];
}
