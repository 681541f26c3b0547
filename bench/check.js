/**
 * `neibao check` as a function: reads a case and applies all rules to it; reports rows and peak memory to the parent.
 *
 *   node bench/check.js CASE
 */
import { readFacts } from '../dist/facts.js';

const { facts, messages } = await readFacts(process.argv[2]);
if (!facts) throw new Error(JSON.stringify(messages.slice(0, 3)));
process.send?.({ rows: facts.theCase.nominees.length, megabytes: process.resourceUsage().maxRSS / 1024 });
