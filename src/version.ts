/** Which version of neibao this is: as package.json says. */
import { readFileSync } from 'node:fs';
import { inHome } from './home.ts';

export const { version } = JSON.parse(readFileSync(inHome('package.json'), 'utf8')) as {
  readonly version: string;
};
