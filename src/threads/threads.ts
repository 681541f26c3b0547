/** Work on many tasks, spread over the machine's cores where that is sooner done. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A function that a thread can find. */
export interface Work<Task, Result> {
  /** import.meta.url of the module that exports the function under the name. */
  readonly module: string;
  readonly name: string;
  /** Pure but for the files it reads; the result is plain JSON, or bytes. */
  readonly run: (task: Task) => Promise<Result>;
  /** MB of memory for what a thread needs for a moment only; little where much is read in a row. Node's own when not given. */
  readonly youngMegabytes?: number;
}

export interface ThreadOptions<Result, Kept> {
  /** Hears of each task in turn. */
  readonly onStart?: (index: number) => void;
  /** What is kept of each result, as it comes; the result itself when not given. */
  readonly keep?: (result: Result, index: number) => Kept | Promise<Kept>;
  /**
   * Whether this thread works, too: it takes the tasks from the first on, the others from the last back. Where tasks of
   * one kind stand together, each thread then has to get used to few kinds.
   */
  readonly alongside?: boolean;
}

/** Each thread costs memory, and the one that waits for them all is soon busy with what they send. */
const maximumThreads = 4;
/** Less than this is read before a thread has started. */
const minimumBytes = 1024 * 1024;

/** Tasks that a thread is sent before it is done with one, where this thread is too busy to send the next at once. */
const ahead = 2;

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
  { onStart, keep = (result) => result as unknown as Kept, alongside = false }: ThreadOptions<Result, Kept> = {},
): Promise<readonly Kept[]> {
  const results: Kept[] = [];
  let next = 0;
  let end = tasks.length;
  const eachTask = async (call: (task: Task) => Promise<Result>, take: () => number) => {
    while (next < end) {
      const index = take();
      onStart?.(index);
      results[index] = await keep(await call(tasks[index] as Task), index);
    }
  };
  const takeFirst = () => next++;
  const takeLast = () => --end;
  const count = module.endsWith('.js') ? Math.min(threads, tasks.length) : 0;
  if (count < 2) {
    await eachTask(run, takeFirst);
    return results;
  }
  const { Piscina } = await import('piscina');
  const workers = alongside ? count - 1 : count;
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./thread.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    ...(alongside && { concurrentTasksPerWorker: ahead }),
    ...(youngMegabytes !== undefined && { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
  });
  const call = async (task: Task): Promise<Result> => {
    const result = (await pool.run({ module, name, task })) as string | Result;
    return typeof result === 'string' ? (JSON.parse(result) as Result) : result;
  };
  const inPool = (asked: number, take: () => number) => Array.from({ length: asked }, () => eachTask(call, take));
  try {
    if (alongside) await Promise.all([...inPool(ahead * workers, takeLast), eachTask(run, takeFirst)]);
    else await Promise.all(inPool(workers, takeFirst));
    return results;
  } finally {
    next = end;
    await pool.destroy();
  }
}
