/** Certificates (荣誉证书), one page for each award. */
import { categoryNames } from '../case/terms.ts';
import { categories, type Nominee } from '../case/types.ts';
import type { Certificate } from '../rules/certificate.ts';
import { type DocumentView, type Facts, ordinal } from './facts.ts';

export interface CertificatesView {
  /** @zh 标题 @example 2024年度上海内保工作先进单位荣誉证书 */
  readonly title: string;
  /** @zh 各张证书 */
  readonly certificates: readonly CertificateView[];
}

export interface CertificateView {
  /** @zh 证书编号 @example 沪企保协表彰〔2024〕证0001号 */
  readonly number: string;
  /** @zh 年度 @example 2024 */
  readonly year: number;
  /** Who is addressed: a unit, a unit's department, or a person. @zh 受奖者：单位、单位的保卫部门或个人 @example 某某集团有限公司 */
  readonly recipient: string;
  /** @zh 是否个人 */
  readonly person: boolean;
  /** A person's unit and post; '' for a collective. @zh 个人所在单位；集体为空 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 个人职务；集体为空 @example 保卫处处长 */
  readonly post: string;
  /** e.g. 上海内保工作先进单位 @zh 荣誉称号 @example 上海内保工作先进单位 */
  readonly honour: string;
  /** @zh 所评工作的名称 @example 上海内保工作 */
  readonly subject: string;
  /** @zh 颁发单位 @example 上海市公安局治安总队 */
  readonly issuer: string;
  /** In Chinese numerals, as certificates write it: 二〇二五年一月十六日. @zh 颁发日期，中文数字 @example 二〇二五年一月十六日 */
  readonly date: string;
}

export function certificateDocuments(facts: Facts): readonly DocumentView[] {
  const { year, subject } = facts.theCase.settings;
  return categories.flatMap((category, index) => {
    const certificates = facts.certificates.filter((one) => one.nominee.category === category);
    if (certificates.length === 0) return [];
    const view: CertificatesView = {
      title: `${year}年度${subject}${categoryNames[category]}荣誉证书`,
      certificates: certificates.map((certificate) => certificateOf(facts, certificate)),
    };
    const names = { number: ordinal(index), category: categoryNames[category] };
    return [{ names, view, nominees: certificates.map((one) => one.nominee) }];
  });
}

function certificateOf({ theCase }: Facts, { number, nominee }: Certificate): CertificateView {
  const { settings } = theCase;
  const person = 'name' in nominee;
  // A district's own certificates are conferred by its association, the city's in the name of the police corps.
  const district = theCase.districts.find((one) => one.name === nominee.district);
  return {
    number,
    year: settings.year,
    recipient: recipientOf(nominee),
    person,
    unit: person ? nominee.unit : '',
    post: person ? nominee.post : '',
    honour: settings.honours[nominee.category],
    subject: settings.subject,
    issuer: nominee.level === 'city' ? settings.conferrer.name : (district?.payer ?? settings.issuer.name),
    date: dateInChineseNumerals(settings.certificates.date),
  };
}

/** A department with its unit, so that the name says whose it is. */
export function recipientOf(nominee: Nominee): string {
  if ('name' in nominee) return nominee.name;
  if (nominee.category === 'unit') return nominee.unit;
  return nominee.department.startsWith(nominee.unit) ? nominee.department : `${nominee.unit}${nominee.department}`;
}

const digits = '〇一二三四五六七八九';

/** 2025-01-16 → 二〇二五年一月十六日 */
export function dateInChineseNumerals(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const spelled = [...year].map((digit) => digits[Number(digit)]).join('');
  return `${spelled}年${belowHundred(Number(month))}月${belowHundred(Number(day))}日`;
}

function belowHundred(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits[value % 10];
  if (tens === 0) return ones ?? '';
  return `${tens === 1 ? '' : digits[tens]}十${ones}`;
}
