/** The count that must come out even before money is issued: per district awards = paid + withheld, per payer the sums of the payments. */
import { type Award, type Case, isCollective } from '../case/types.ts';
import { yuanText } from '../figures.ts';
import type { Certificate } from './certificate.ts';
import type { Paid } from './payment.ts';
import type { PayoutPlan } from './payout.ts';
import { concerned } from './status.ts';

export interface MoneyCounts {
  readonly theCase: Pick<Case, 'nominees' | 'settings'>;
  readonly certificates: readonly Certificate[];
  readonly plan: PayoutPlan;
}

/** What does not agree, in Chinese; '' where all does. */
export function moneyFaults({ theCase, certificates, plan }: MoneyCounts): string {
  const { payments, withheld, totals, total } = plan;
  const final = concerned('award', theCase.nominees);
  const listed = [...payments, ...withheld].map(({ award }) => award);
  const districts = new Set([...final, ...listed].map(({ district }) => district));
  const certified = theCase.settings.certificates.district ? final : final.filter(({ level }) => level === 'city');
  const count = (items: readonly Pick<Award, 'district'>[], district: string) =>
    items.filter((one) => one.district === district).length;
  const perDistrict = [...districts].flatMap((district) => {
    const faults: string[] = [];
    const awards = count(final, district);
    const paid = count(listed, district);
    if (awards !== paid) faults.push(`最终人选 ${awards} 个，发放与不重复发放共 ${paid} 笔`);
    const due = count(certified, district);
    const printed = count(
      certificates.map(({ nominee }) => nominee),
      district,
    );
    if (due !== printed) faults.push(`应发证书 ${due} 张，编号 ${printed} 张`);
    return mismatch(district, faults);
  });
  const perPayer = totals.flatMap(({ payer, count, amount }) => {
    const own = payments.filter((one) => one.payer === payer);
    const faults: string[] = [];
    if (own.length !== count || sum(own) !== amount)
      faults.push(`合计 ${count} 笔 ${yuanText(amount)} 元，逐笔相加 ${own.length} 笔 ${yuanText(sum(own))} 元`);
    const parts = [true, false].map((kind) => own.filter(({ award }) => isCollective(award.category) === kind));
    if (parts.reduce((all, part) => all + sum(part), 0) !== amount) faults.push('集体、个人分别相加与合计不符');
    return mismatch(payer, faults);
  });
  const all = totals.reduce((whole, one) => whole + one.amount, 0);
  const inAll =
    all === total.amount && payments.length === total.count
      ? []
      : mismatch('总计', [`各发放单位共 ${yuanText(all)} 元，总计 ${yuanText(total.amount)} 元`]);
  return [...perDistrict, ...perPayer, ...inAll].join('。');
}

function sum(payments: readonly Pick<Paid, 'amount'>[]): number {
  return payments.reduce((total, { amount }) => total + amount, 0);
}

function mismatch(what: string, faults: readonly string[]): readonly string[] {
  return faults.length === 0 ? [] : [`${what}：${faults.join('；')}`];
}
