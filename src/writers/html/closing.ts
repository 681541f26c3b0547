/** The closing of a paper, with its seals behind names and date, and the mark of a joint paper. */
import type { LaidMark } from '../../layout/mark.ts';
import type { Seals } from '../../layout/seal.ts';
import type { ClosingRow, LaidClosing } from '../../layout/signature.ts';
import { escapeHtml, paragraphHtml, type Setting } from './block.ts';
import { pt, textDeclarations } from './style.ts';

/** Seals count from the date's line, which is the last of the closing. */
export function closingHtml(closing: LaidClosing, seals: Seals, setting: Setting): string {
  const height = closing.rows.reduce((sum, { laid }) => sum + laid.height, 0);
  const dateTop = height - (closing.rows.at(-1)?.laid.pitch ?? 0);
  const images = closing.seals.flatMap((seal) => {
    const image = seals[seal.name]?.image;
    if (!image) return [];
    const data = Buffer.from(image.bytes).toString('base64');
    const place =
      `position: absolute; left: ${pt(seal.x)}; top: ${pt(dateTop + seal.y)}; ` +
      `width: ${pt(seal.width)}; height: ${pt(seal.height)}`;
    return [`<img alt="印章" src="data:image/${image.format};base64,${data}" style="${place}">`];
  });
  const rows = closing.rows.map((row) => rowHtml(row, setting));
  if (images.length === 0) return rows.join('\n');
  // A distance above the first name must not leave the box from whose upper edge the seals count.
  const box = 'position: relative; display: flow-root; break-inside: avoid';
  const text = `<div style="position: relative; display: flow-root">${rows.join('\n')}</div>`;
  return `<div style="${box}">${images.join('')}${text}</div>`;
}

function rowHtml({ paragraph, laid, middles }: ClosingRow, setting: Setting): string {
  if (middles.length === 0) return paragraphHtml(paragraph, laid.style, setting);
  const look = setting.styles.classOf(paragraph.role, textDeclarations(laid.style, 0));
  const names = paragraph.children.map((name, index) => {
    const place = `position: absolute; left: ${pt(middles[index] ?? 0)}; transform: translateX(-50%); white-space: nowrap`;
    return `<span style="${place}">${escapeHtml(name.type === 'text' ? name.text.trim() : '')}</span>`;
  });
  return `<p class="${look}" style="position: relative; height: ${pt(laid.pitch)}">${names.join('')}</p>`;
}

/** Names spread to one width, the suffix in the middle of their height. */
export function markHtml({ laid, names, suffix, style, widths }: LaidMark, { styles }: Setting): string {
  const said = (paragraph: LaidMark['suffix']) =>
    escapeHtml(paragraph.children.map((one) => (one.type === 'text' ? one.text : '')).join(''));
  const look = styles.classOf('organ', textDeclarations({ ...laid.style, leftIndent: 0, rightIndent: 0 }, 0));
  const spans = names.map((name) => `<span style="text-align-last: justify">${said(name.paragraph)}</span>`).join('');
  const column = `display: flex; flex-direction: column; width: ${pt(widths.names + style.size / 100)}`;
  const box = `display: flex; justify-content: center; align-items: center; gap: ${pt(widths.gap)}`;
  return `<p class="${look}" style="${box}"><span style="${column}">${spans}</span><span>${said(suffix)}</span></p>`;
}
