/** Threads that wait for tasks. */
import type { ThreadWork } from './threads.ts';

export interface Pool<Task, Result> {
  /** The result of a task, made in one of the threads. What the work throws is thrown here. */
  readonly call: (task: Task) => Promise<Result>;
  readonly end: () => Promise<void>;
}

/** @param ahead tasks that a thread is sent before it is done with one, where this one is too busy to send the next at once */
export async function openPool<Task, Result>(
  { file, name, warmUp, youngMegabytes }: ThreadWork,
  threads: number,
  ahead = 1,
): Promise<Pool<Task, Result>> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: file,
    name,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: ahead,
    ...(youngMegabytes !== undefined && { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
  });
  // What fails in here fails again, and is told, when a task asks for it.
  if (warmUp !== undefined)
    for (let thread = 0; thread < threads; thread++) pool.run(null, { name: warmUp }).catch(() => undefined);
  return {
    async call(task) {
      const result = (await pool.run(task)) as string | Result;
      return typeof result === 'string' ? (JSON.parse(result) as Result) : result;
    },
    end: () => pool.destroy(),
  };
}
