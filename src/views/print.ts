/** The list that goes with each file of a print run: what is in it, and from which number to which. */
export interface PrintListView {
  /** @zh 标题 @example 2024年度上海内保工作荣誉证书印制清单 */
  readonly title: string;
  /** @zh 各份文件的清单，每份一页 */
  readonly files: readonly PrintFileView[];
}

export interface PrintFileView {
  /** @zh 文件名 @example 01浦东.pdf */
  readonly name: string;
  /** @zh 第几份文件 @example 1 */
  readonly index: number;
  /** @zh 共几份文件 @example 21 */
  readonly of: number;
  /** @zh 各行：每区每级每类一行 */
  readonly rows: readonly PrintRowView[];
  /** @zh 份数合计 @example 53 */
  readonly count: number;
  /** Sides of paper that the file takes. @zh 页数，含空白页 @example 106 */
  readonly pages: number;
}

export interface PrintRowView {
  /** '' where a file holds several. @zh 区；一个文件不止一个区的为空 @example 浦东 */
  readonly district: string;
  /** @zh 级别 @example 市级 */
  readonly level: string;
  /** @zh 类别 @example 先进单位 */
  readonly category: string;
  /** @zh 份数 @example 20 */
  readonly count: number;
  /** '' where they have no numbers. @zh 证书编号从；没有编号的为空 @example 沪企保协表彰〔2024〕证0001号 */
  readonly from: string;
  /** @zh 证书编号到；没有编号的为空 @example 沪企保协表彰〔2024〕证0020号 */
  readonly to: string;
}
