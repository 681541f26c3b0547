/** A text cut out of a longer one keeps all of that in memory; this copy does not. A short one is a copy anyway. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
