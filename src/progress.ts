/** A progress bar on standard error. */

export interface Progress {
  update(done: number, total: number, name: string): void;
  stop(): void;
}

/** @param work what is being done, as people read it */
export async function progressBar(shown: boolean, work = '生成文书'): Promise<Progress> {
  if (!shown) return { update() {}, stop() {} };
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `${work} {bar} {value}/{total} {name}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update(done, total, name) {
      if (!started) bar.start(total, 0, { name });
      started = true;
      bar.update(done, { name });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
