import type { FormPage, PageName } from '../document/types.ts';

/** Form pages to be pressed into one file. */
export interface PressJob {
  readonly title: string;
  readonly lang: 'zh-CN';
  /** In PDF, a page without a footer. */
  readonly page: PageName;
  readonly pages: Iterable<FormPage>;
}
