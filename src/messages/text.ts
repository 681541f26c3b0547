export type Severity = 'error' | 'warning' | 'info';

/** One line of a message list: `{name}` in its sentences is replaced by the parameter of that name. */
export interface MessageText {
  readonly level: Severity;
  readonly text: string;
  readonly expected?: string;
  readonly hint: string;
}
