/** Work on many tasks, spread over the machine's cores where that is sooner done. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A function that a thread can find. */
export interface Work<Task, Result> {
  /** import.meta.url of the module that exports the function under the name. */
  readonly module: string;
  readonly name: string;
  /** Pure but for the files it reads; the result is plain JSON, or bytes. */
  readonly run: (task: Task) => Promise<Result>;
}

/** Each thread costs memory, and the one that waits for them all is soon busy with what they send. */
const maximumThreads = 4;
/** Less than this is read before a thread has started. */
const minimumBytes = 1024 * 1024;

/** A thread holds one file at a time; what is left over of the last ones is to be cleared soon. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** How many threads work that reads so many bytes is worth; 0 where it is done here. */
export function threadsFor(bytes: number): number {
  return bytes < minimumBytes ? 0 : Math.min(availableParallelism(), maximumThreads);
}

/**
 * The results in the order of the tasks, whatever the number of threads. What `run` throws is thrown here.
 * Sources that are not compiled, as in tests, are run without threads: a thread could not load them.
 * @param onStart hears of each task in turn
 */
export async function inThreads<Task, Result>(
  { module, name, run }: Work<Task, Result>,
  tasks: readonly Task[],
  threads: number,
  onStart: (index: number) => void = () => {},
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const eachTask = async (call: (task: Task) => Promise<Result>) => {
    for (let task = tasks[next]; task !== undefined; task = tasks[next]) {
      const index = next;
      next += 1;
      onStart(index);
      results[index] = await call(task);
    }
  };
  const thread = async () => {
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: { module, name },
      resourceLimits,
    });
    try {
      await eachTask(async (task) => {
        worker.postMessage(task);
        const [result] = (await once(worker, 'message')) as [string | Result];
        return typeof result === 'string' ? (JSON.parse(result) as Result) : result;
      });
    } catch (error) {
      next = tasks.length;
      throw error;
    } finally {
      await worker.terminate();
    }
  };
  const count = module.endsWith('.js') ? Math.min(threads, tasks.length) : 0;
  if (count < 2) await eachTask(run);
  else await Promise.all(Array.from({ length: count }, thread));
  return results;
}
