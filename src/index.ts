/** The public API: everything the command line can do, as functions over plain data. */
export {
  type BuildOptions,
  type BuildSummary,
  build,
  type CheckSummary,
  check,
  payout,
  quota,
} from './build.ts';
export { type CalibrateOptions, type CalibrateSummary, calibrate } from './calibrate.ts';
export { readCase } from './case/read.ts';
export type { Award, AwardLevel, Case, Category, District, Nominee, Settings } from './case/types.ts';
export { diff } from './diff.ts';
export type { Block, DocumentTree } from './document/types.ts';
export type { Decision } from './init/next-year.ts';
export { type InitSummary, init } from './init.ts';
export { type CollectSummary, collect } from './intake/collect.ts';
export { writeFillIn } from './intake/fill-in.ts';
export { type IssueOptions, type IssueSummary, issue, rewriteBatch } from './issue.ts';
export type { Message, Place, Result, Severity, Shown } from './message.ts';
export { openPreview, type Preview, type PreviewOptions, type Rendered } from './preview.ts';
export { type PrintFile, type PrintOptions, type PrintSummary, print } from './print.ts';
export {
  exportRegister,
  listRegister,
  registerCertificates,
  replaceCertificate,
  reversePayment,
  verifyRegister,
} from './register-case.ts';
export { type PayoutPlan, planPayout } from './rules/payout.ts';
export { type QuotaTable, quotaTable } from './rules/quota.ts';
export { requiredStaff } from './rules/staffing.ts';
export { renderTemplate } from './template/render.ts';
export {
  checkTemplateFolder,
  ejectTemplate,
  listTemplates,
  setUpEditor,
  showTemplate,
  templateFields,
} from './templates.ts';
export { version } from './version.ts';
export { writerOf } from './writers/registry.ts';
