/** What runs in a thread: the function that it was started for, on one task after the other. */

interface Call {
  /** The module that exports the function under the name. */
  readonly module: string;
  readonly name: string;
  readonly task: unknown;
}

// Text is sooner sent and read than objects are copied, and its repeated words take no more room than one.
export default async function call({ module, name, task }: Call): Promise<string | Uint8Array | readonly Uint8Array[]> {
  const exported = (await import(module)) as Readonly<Record<string, (task: unknown) => Promise<unknown>>>;
  const result = await exported[name]?.(task);
  return isBytes(result) || (Array.isArray(result) && result.every(isBytes)) ? result : JSON.stringify(result);
}

function isBytes(result: unknown): result is Uint8Array {
  return result instanceof Uint8Array;
}
