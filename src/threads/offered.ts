/** A function as a thread offers it: its module is loaded for its first task, so that a thread loads only what it works with. */
export function offered(find: () => Promise<(task: never) => Promise<unknown>>) {
  return async (task: never): Promise<string | Uint8Array> => {
    const work = await find();
    const result = await work(task);
    // Text is sooner sent and read than objects are copied, and its repeated words take no more room than one.
    return result instanceof Uint8Array ? result : JSON.stringify(result);
  };
}
