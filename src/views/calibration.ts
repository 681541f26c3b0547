/** The calibration page of a printer: what to measure on it, and where it is written down. */
export interface CalibrationView {
  /** @zh 标题 @example 打印机校准页 */
  readonly title: string;
  /** @zh 纸张 @example A4 */
  readonly paper: string;
  /** Whether the page is moved as the case says. @zh 是否已经按案卷里的校准值调整 */
  readonly applied: boolean;
  /** Length of the ruler that is measured. @zh 要量的标尺，毫米 @example 200 */
  readonly ruler: number;
  /** Distance of the cross from the edges. @zh 十字到纸边的距离，毫米 @example 20 */
  readonly mark: number;
}
