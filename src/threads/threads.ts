/** Work on many tasks, spread over the machine's cores where that is sooner done. */
import { availableParallelism } from 'node:os';
import { openPool } from './pool.ts';

/** A function that a thread can find: of one task, with what it makes of it as plain JSON, or bytes. */
export interface ThreadWork {
  /** Path of what runs in a thread, which exports the function under the name. */
  readonly file: string;
  readonly name: string;
  /** Name of what it exports to load all that the work needs, in a thread that has no task yet. */
  readonly warmUp?: string;
  /** MB of memory for what a thread needs for a moment only; little where much is read in a row. Node's own when not given. */
  readonly youngMegabytes?: number;
}

export interface Work<Task, Result> extends ThreadWork {
  /** What of a task is sent to a thread, where that is not plain itself. */
  readonly sent?: (task: Task) => Task;
  /** Pure but for the files it reads. */
  readonly run: (task: Task) => Promise<Result>;
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

/** Sources that are not compiled, as in tests, are run without threads: a thread could not load them. */
export function isThreadable({ file }: ThreadWork): boolean {
  return file.endsWith('.js');
}

/** The results in the order of the tasks, whatever the number of threads. What `run` throws is thrown here. */
export async function inThreads<Task, Result, Kept = Result>(
  work: Work<Task, Result>,
  tasks: readonly Task[],
  threads: number,
  { onStart, keep = (result) => result as unknown as Kept }: ThreadOptions<Result, Kept> = {},
): Promise<readonly Kept[]> {
  const results: Kept[] = [];
  let next = 0;
  const eachTask = async (call: (task: Task) => Promise<Result>) => {
    while (next < tasks.length) {
      const index = next++;
      onStart?.(index);
      results[index] = await keep(await call(tasks[index] as Task), index);
    }
  };
  const count = isThreadable(work) ? Math.min(threads, tasks.length) : 0;
  if (count < 2) {
    await eachTask(work.run);
    return results;
  }
  const pool = await openPool<Task, Result>(work, count);
  try {
    await Promise.all(Array.from({ length: count }, () => eachTask((task) => pool.call(work.sent?.(task) ?? task))));
    return results;
  } finally {
    next = tasks.length;
    await pool.end();
  }
}
