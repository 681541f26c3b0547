import type { FormPage, PageName, Paragraph } from '../document/types.ts';

/** Form pages to be pressed into one file. */
export interface PressJob {
  readonly title: string;
  readonly lang: 'zh-CN';
  /** In PDF, a page without a footer. */
  readonly page: PageName;
  readonly pages: Iterable<FormPage>;
  /** The mark of each set, where the pages are pressed in several, one after the other: they come with the first. */
  readonly copies?: readonly Paragraph[];
}
