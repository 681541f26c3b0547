/** What the steps of setting a text share. */
import type { Message } from '../message.ts';
import type { GongwenFormat, Part } from './types.ts';

export interface Setting {
  readonly file: string;
  readonly format: GongwenFormat;
  readonly forms: boolean;
  /** The signature on which the seal is pressed. */
  readonly sealed: Part | undefined;
  readonly messages: Message[];
  /** Lines of the tables in which empty cells were taken for merged ones. */
  readonly merged: number[];
  spaces: number;
  firstSpace: number;
}
