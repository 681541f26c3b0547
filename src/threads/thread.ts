/** What runs in a thread: the function that it was started for, on one task after the other. */

interface Call {
  /** The module that exports the function under the name. */
  readonly module: string;
  readonly name: string;
  readonly task: unknown;
}

// Text is sooner sent and read than objects are copied, and its repeated words take no more room than one.
export default async function call({ module, name, task }: Call): Promise<string | Uint8Array> {
  const exported = (await import(module)) as Readonly<Record<string, (task: unknown) => Promise<unknown>>>;
  const result = await exported[name]?.(task);
  return result instanceof Uint8Array ? result : JSON.stringify(result);
}
