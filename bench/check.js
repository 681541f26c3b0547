/**
 * `neibao check` as a function: reads a case, applies all rules to it and sets every document; reports peak memory to the
 * parent.
 *
 *   node bench/check.js CASE
 */
import { check } from '../dist/index.js';

const checked = await check(process.argv[2]);
if (!checked.ok) throw new Error(JSON.stringify(checked.messages.slice(0, 3)));
process.send?.({ megabytes: process.resourceUsage().maxRSS / 1024 });
