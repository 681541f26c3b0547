/** What runs in a thread: the function that it was started for, on one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';

const { module, name } = workerData as { readonly module: string; readonly name: string };
const exported = (await import(module)) as Readonly<Record<string, (task: unknown) => Promise<unknown>>>;

// Text is sooner sent and read than objects are copied, and its repeated words take no more room than one.
parentPort?.on('message', async (task: unknown) => {
  const result = await exported[name]?.(task);
  parentPort?.postMessage(result instanceof Uint8Array ? result : JSON.stringify(result));
});
