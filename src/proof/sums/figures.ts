/** Figures as tables and sentences write them. */

/** The number in a cell: 1,234 or 8分; null for text, for a rate and for an empty cell or a dash. */
export function figureOf(cell: string): number | null {
  const match = /^(-?\d{1,3}(?:[,，]\d{3})+|-?\d+)(\.\d+)?\s*(?:分|元|万元|人|名|个|家|户|项|件|次)?$/.exec(
    cell.trim().normalize('NFKC'),
  );
  return match?.[1] === undefined ? null : Number(match[1].replace(/,/g, '') + (match[2] ?? ''));
}

/** Without the noise of binary fractions. */
export function sumOf(figures: readonly number[]): number {
  return Math.round(figures.reduce((sum, figure) => sum + figure, 0) * 1e6) / 1e6;
}
