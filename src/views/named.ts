/**
 * Every view by the name that the first line of a template gives it. From these types and their doc comments
 * `npm run docs` writes the dictionary of fields (`templates/fields.json`, `docs/fields.md`), against which templates
 * are checked. In a doc comment `@zh` is the meaning for those who write templates, `@unit` what a number or text
 * counts in (分: fen, YYYY-MM-DD: a date, 比例: a share), `@example` a value; English is for programmers.
 */
import type { CalibrationView } from './calibration.ts';
import type { CashListView } from './cash-list.ts';
import type { CertificatesView } from './certificate.ts';
import type { CoverView } from './cover.ts';
import type { DecisionView } from './decision.ts';
import type { FormsView } from './form.ts';
import type { LetterView } from './letters.ts';
import type { NewsView } from './news.ts';
import type { NoticeView } from './notice.ts';
import type { OwnCaseView, OwnCertificateView, OwnDistrictView, OwnNomineeView, OwnPayerView } from './pack.ts';
import type { PayoutView } from './payout.ts';
import type { PrintListView } from './print.ts';
import type { PublicityView } from './publicity.ts';
import type { QuotaView } from './quota.ts';
import type { ReconciliationView } from './reconciliation.ts';
import type { RequestView } from './report.ts';
import type { RosterView } from './roster.ts';
import type { ScoringView } from './scoring.ts';
import type { SummaryView } from './summary.ts';
import type { WithheldView } from './withheld.ts';

export interface NamedViews {
  /** @zh 通知及其附件 */
  readonly notice: NoticeView;
  /** @zh 名额分配表 */
  readonly quota: QuotaView;
  /** @zh 审批表 */
  readonly forms: FormsView;
  /** @zh 评分表 */
  readonly scoring: ScoringView;
  /** @zh 名册 */
  readonly roster: RosterView;
  /** @zh 征求意见的函 */
  readonly letters: LetterView;
  /** @zh 报请审定公示名单、审批表彰名单的请示 */
  readonly report: RequestView;
  /** @zh 公示 */
  readonly publicity: PublicityView;
  /** @zh 表彰决定 */
  readonly decision: DecisionView;
  /** @zh 分行业先进名单 */
  readonly news: NewsView;
  /** @zh 荣誉证书 */
  readonly certificates: CertificatesView;
  /** @zh 奖金发放表 */
  readonly payout: PayoutView;
  /** @zh 奖金签领单 */
  readonly 'cash-list': CashListView;
  /** @zh 不重复发放清单 */
  readonly withheld: WithheldView;
  /** @zh 发放情况汇总 */
  readonly summary: SummaryView;
  /** @zh 核对表 */
  readonly reconciliation: ReconciliationView;
  /** @zh 打印机校准页 */
  readonly calibration: CalibrationView;
  /** @zh 印制清单 */
  readonly 'print-list': PrintListView;
  /** @zh 封面 */
  readonly cover: CoverView;
  /** @zh 自有文书：整个案卷一份 */
  readonly case: OwnCaseView;
  /** @zh 自有文书：每个人选一份 */
  readonly nominee: OwnNomineeView;
  /** @zh 自有文书：每张证书一份 */
  readonly certificate: OwnCertificateView;
  /** @zh 自有文书：每个区一份 */
  readonly district: OwnDistrictView;
  /** @zh 自有文书：每个发放单位一份 */
  readonly payer: OwnPayerView;
}
