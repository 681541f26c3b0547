/** Lengths: the layout counts in points (pt, 1/72 inch), Word in twips (1/20 pt), the standards in millimetres. */

const pointsPerMillimetre = 72 / 25.4;

/** Points of so many millimetres. */
export function mm(length: number): number {
  return length * pointsPerMillimetre;
}

/** Millimetres of so many points. */
export function millimetres(points: number): number {
  return points / pointsPerMillimetre;
}

/** Whole twips of so many points. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Word's border sizes are eighths of a point. */
export function eighths(points: number): number {
  return Math.max(2, Math.round(points * 8));
}

/** Chinese type sizes in points (standards of the trade, also Word's). */
export const typeSizes = {
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
} as const;
