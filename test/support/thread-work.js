/** Work for threads. */
import { setTimeout } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

/** The first tasks take longest. */
export async function describe({ number, of }) {
  await setTimeout((of - number) * 5);
  if (number < 0) throw new Error('no such number');
  return { number, text: `第${number}项`, inThread: !isMainThread };
}

export async function bytes({ number }) {
  return new Uint8Array([number, number]);
}
