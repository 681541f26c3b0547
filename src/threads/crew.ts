/** Threads that work on what there is to do while this one still finds it out, and then works along. */
import { EventEmitter, once } from 'node:events';
import { openPool, type Pool } from './pool.ts';
import { isThreadable, type ThreadOptions, type ThreadWork, type Work } from './threads.ts';

export interface Crew<Task, Result, Kept> {
  /** Adds a task. By rank, this thread takes them from the first on, the others from the last back. */
  add(task: Task, rank: number): void;
  /** Works along until all is done; what is kept of the results, in the order in which the tasks were added. */
  finish(run: Work<Task, Result>['run']): Promise<readonly Kept[]>;
  /** Begins no task any more. */
  dismiss(): Promise<void>;
}

export interface CrewOptions<Result, Kept> extends ThreadOptions<Result, Kept> {
  /** How many threads so many tasks are worth, this one among them: the others start as soon as there is one. */
  readonly threads: (tasks: number) => number;
  /** How many tasks there will be at least. */
  readonly expected?: number;
  /** Before all tasks are known, the others take those of this rank on: each thread has to get used to few kinds then. */
  readonly theirs: number;
}

/**
 * Tasks that a thread is sent before it is done with one, where this thread is too busy to send the next at once; more as
 * long as others are still found out, for then it hears of none for longer.
 */
const ahead = 2;
const farAhead = 8;

export function openCrew<Task, Result, Kept = Result>(
  work: ThreadWork,
  { threads, expected = 0, theirs, onStart, keep = (result) => result as unknown as Kept }: CrewOptions<Result, Kept>,
): Crew<Task, Result, Kept> {
  const results: Kept[] = [];
  /** By rank. */
  const waiting: { readonly task: Task; readonly rank: number; readonly index: number }[] = [];
  const news = new EventEmitter().setMaxListeners(0);
  let count = 0;
  let complete = false;
  let pool: Promise<Pool<Task, Result>> | undefined;
  let working: Promise<unknown> = Promise.resolve();

  const take = async (next: (typeof waiting)[number], call: (task: Task) => Promise<Result>) => {
    onStart?.(next.index);
    results[next.index] = await keep(await call(next.task), next.index);
  };
  /** @param leaves as soon as all tasks are known */
  const workInThread = async ({ call }: Pool<Task, Result>, leaves: boolean) => {
    for (;;) {
      const last = waiting.at(-1);
      if (complete && (leaves || last === undefined)) return;
      if (last !== undefined && (complete || last.rank >= theirs)) {
        waiting.pop();
        await take(last, call);
      } else await once(news, 'change');
    }
  };
  const workHere = async (run: Work<Task, Result>['run']) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await take(next, run);
  };
  const startFor = (tasks: number) => {
    const others = threads(tasks) - 1;
    if (pool !== undefined || others < 1 || !isThreadable(work)) return;
    pool = openPool<Task, Result>(work, others, farAhead);
    working = pool.then((opened) =>
      Promise.all(Array.from({ length: farAhead * others }, (_, at) => workInThread(opened, at >= ahead * others))),
    );
    // What fails is told by `finish`.
    working.catch(() => undefined);
  };
  const end = () => {
    complete = true;
    news.emit('change');
  };
  const dismiss = async () => {
    waiting.length = 0;
    end();
    await (await pool)?.end();
  };

  startFor(expected);
  return {
    add(task, rank) {
      const at = waiting.findLastIndex((one) => one.rank <= rank) + 1;
      waiting.splice(at, 0, { task, rank, index: count });
      count += 1;
      startFor(count);
      news.emit('change');
    },
    async finish(run) {
      end();
      try {
        await Promise.all([working, workHere(run)]);
        return results;
      } finally {
        await dismiss();
      }
    },
    dismiss,
  };
}
