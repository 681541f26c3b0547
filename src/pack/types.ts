/** An office's own pack as pack.yaml names it. */
import type { AwardLevel, Category, NomineeStatus } from '../case/types.ts';
import type { Subject } from '../views/own.ts';
import type { Format } from '../writers/registry.ts';

export interface OwnDocument {
  /** By which `--only` and `preview` name it. */
  readonly name: string;
  /** The template's file name without `.hbs`. */
  readonly template: string;
  readonly for: Subject;
  /** Whom it concerns; an empty list stands for all. */
  readonly where: {
    readonly level: readonly AwardLevel[];
    readonly category: readonly Category[];
    readonly status: readonly NomineeStatus[];
    readonly district: readonly string[];
  };
  readonly copies: number;
  readonly formats: readonly Format[];
  /** Where its files go in the folder, without the format's ending. */
  readonly path: string;
}

export interface OwnPack {
  /** Its folder in the package. */
  readonly folder: string;
  readonly documents: readonly OwnDocument[];
}
