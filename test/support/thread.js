/** What runs in the threads of tests, as `src/thread.ts` does in the product's. */
import { offered } from '../../build/threads/offered.js';
import * as work from './thread-work.js';

export const describe = offered(async () => work.describe);
export const bytes = offered(async () => work.bytes);
