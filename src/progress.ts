/** A progress bar on standard error. */
import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number, name: string): void;
  stop(): void;
}

export function progressBar(shown: boolean): Progress {
  if (!shown) return { update() {}, stop() {} };
  const bar = new SingleBar({
    format: '生成文书 {bar} {value}/{total} {name}',
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
