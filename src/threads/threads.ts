/** Work on many tasks, spread over the machine's cores where that is sooner done. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A function that a thread can find. */
export interface Work<Task, Result> {
  /** import.meta.url of the module that exports the function under the name. */
  readonly module: string;
  readonly name: string;
  /** Pure but for the files it reads; the result is plain JSON, or bytes, or a list of bytes. */
  readonly run: (task: Task) => Promise<Result>;
  /** MB of memory for what a thread needs for a moment only; little where much is read in a row. Node's own when not given. */
  readonly youngMegabytes?: number;
}

export interface ThreadOptions<Result, Kept> {
  /** Hears of each task in turn. */
  readonly onStart?: (index: number) => void;
  /** What is kept of each result, as it comes; the result itself when not given. */
  readonly keep?: (result: Result, index: number) => Kept | Promise<Kept>;
}

/** Each thread costs memory, and the one that waits for them all is soon busy with what they send. */
const maximumThreads = 4;
/** Less than this is read before a thread has started. */
const minimumBytes = 1024 * 1024;

/** How many threads work that reads or writes so many bytes is worth; 0 where it is done here. */
export function threadsFor(bytes: number): number {
  return bytes < minimumBytes ? 0 : Math.min(availableParallelism(), maximumThreads);
}

/**
 * The results in the order of the tasks, whatever the number of threads. What `run` throws is thrown here.
 * Sources that are not compiled, as in tests, are run without threads: a thread could not load them.
 */
export async function inThreads<Task, Result, Kept = Result>(
  { module, name, run, youngMegabytes }: Work<Task, Result>,
  tasks: readonly Task[],
  threads: number,
  { onStart, keep = (result) => result as unknown as Kept }: ThreadOptions<Result, Kept> = {},
): Promise<readonly Kept[]> {
  const results: Kept[] = [];
  let next = 0;
  const eachTask = async (call: (task: Task) => Promise<Result>) => {
    for (let task = tasks[next]; task !== undefined; task = tasks[next]) {
      const index = next;
      next += 1;
      onStart?.(index);
      results[index] = await keep(await call(task), index);
    }
  };
  const count = module.endsWith('.js') ? Math.min(threads, tasks.length) : 0;
  if (count < 2) {
    await eachTask(run);
    return results;
  }
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./thread.js', import.meta.url)),
    minThreads: count,
    maxThreads: count,
    ...(youngMegabytes !== undefined && { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
  });
  const call = async (task: Task): Promise<Result> => {
    const result = (await pool.run({ module, name, task })) as string | Result;
    return typeof result === 'string' ? (JSON.parse(result) as Result) : result;
  };
  try {
    await Promise.all(Array.from({ length: count }, () => eachTask(call)));
    return results;
  } finally {
    next = tasks.length;
    await pool.destroy();
  }
}
