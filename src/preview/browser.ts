/** Opens a page in the user's browser, with the system's own command for it. */
import { spawn } from 'node:child_process';

/** Whether there was something to open it with; what became of it is for the user to see. */
export async function openInBrowser(target: string): Promise<boolean> {
  const command = commandFor(target);
  if (command === undefined) return false;
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** undefined where nothing can be shown: a machine without a screen. */
function commandFor(target: string): readonly [string, ...string[]] | undefined {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target];
  if (process.platform === 'darwin') return ['open', target];
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open', target] : undefined;
}
