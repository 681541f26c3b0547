/** The frame of a certificate, drawn with the lines that every writer draws. */
import type { FrameName } from '../../document/schema.ts';
import { frames } from '../../layout/frame.ts';
import { pageOf } from '../../layout/page.ts';
import { mm } from '../../layout/units.ts';

export function frameSvg(frame: FrameName): string {
  const { width, height } = pageOf('certificate');
  const millimetres = (points: number) => Number((points / mm(1)).toFixed(3));
  const strokes = frames[frame].map(({ points, closed, width: thickness, color }) => {
    const tag = closed ? 'polygon' : 'polyline';
    const path = points.map(([x, y]) => `${x},${y}`).join(' ');
    return `<${tag} points="${path}" fill="none" stroke="${color}" stroke-width="${thickness}"/>`;
  });
  return `<svg viewBox="0 0 ${millimetres(width)} ${millimetres(height)}" aria-hidden="true">${strokes.join('')}</svg>`;
}
