/** Dates and amounts as Chinese texts write them. */

/** 2024-12-17 → 2024年12月17日 (GB/T 9704 7.3.5.4: no leading zeros); undefined for anything but an ISO date. */
export function longDate(date: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : undefined;
}

// Made once: making one takes longer than a hundred thousand uses of it.
const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 1234500 fen → 12,345.00 */
export function yuanText(fen: number): string {
  return twoDecimals.format(fen / 100);
}
