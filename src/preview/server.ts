/** A server on this machine alone that shows one document and tells the browser when it has changed. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { imageName } from './page.ts';

export interface Shown {
  readonly html: string;
  readonly images: readonly Uint8Array[];
}

/** What is to be shown, given the script that it must hold to be shown anew. */
export type Page = (script: string) => Shown;

export interface PreviewServer {
  /** Address of the document. Its path cannot be guessed: others on this machine are not to read the document. */
  readonly url: string;
  /** Shows this from now on, in every window that is open. */
  show(page: Page): void;
  close(): Promise<void>;
}

/** Starts with this page. */
export async function startServer(page: Page): Promise<PreviewServer> {
  const secret = randomBytes(16).toString('hex');
  const nonce = randomBytes(16).toString('base64');
  const script = `<script nonce="${nonce}">new EventSource('events').onmessage = () => location.reload();</script>\n`;
  const windows = new Set<ServerResponse>();
  let shown = page(script);

  const headers = {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
  const answer = (response: ServerResponse, status: number, type: string, body: string | Uint8Array) => {
    response.writeHead(status, { ...headers, 'content-type': type });
    response.end(body);
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const { port } = server.address() as AddressInfo;
    // A page from elsewhere that has bound its name to this address gets nothing.
    const own = request.headers.host === `127.0.0.1:${port}`;
    const path = request.url?.startsWith(`/${secret}/`) ? request.url.slice(secret.length + 2) : undefined;
    const image = shown.images.findIndex((_, index) => path === imageName(index));
    if (!own || request.method !== 'GET' || path === undefined) answer(response, 404, 'text/plain', '');
    else if (path === '') answer(response, 200, 'text/html; charset=utf-8', shown.html);
    else if (path === 'events') {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      // A window that has lost its server looks for it soon.
      response.write('retry: 1000\n\n');
      windows.add(response);
      response.once('close', () => windows.delete(response));
    } else if (image >= 0) answer(response, 200, 'image/png', shown.images[image] ?? '');
    else answer(response, 404, 'text/plain', '');
  };
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}/`,
    show(next) {
      shown = next(script);
      for (const window of windows) window.write('data: reload\n\n');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
