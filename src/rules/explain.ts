/** Why an award is paid, or is not: one sentence of Chinese that names the rule and the other award. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { type Award, isCollective } from '../case/types.ts';
import { longDate, yuanText } from '../figures.ts';

import type { Paid, PaidAward, WithheldRule } from './payment.ts';

export function explainPayment(award: Award, { payer, amount, tax, record }: Omit<Paid, 'award'>): string {
  const net = tax > 0 ? `，扣税${yuanText(tax)}元，实发${yuanText(amount - tax)}元` : '';
  const money = `${payer}发放${yuanText(amount)}元${net}${record ? recordText(record) : ''}`;
  return `${awardName(award)}：${whyPaid(award)}，奖金${record ? '已' : ''}由${money}。`;
}

/** Notice part 3: membership of the city association decides who pays a city award. */
function whyPaid({ level, member }: Award): string {
  if (level === 'district') return '区级奖金由区企保协会负担';
  return member ? '所在单位是市企保协会会员' : '所在单位不是市企保协会会员，由所属区企保协会负担';
}

export function explainWithheld(award: Award, rule: WithheldRule, paidAs: Paid | null, reason: string): string {
  if (paidAs === null) return `${awardName(award)}：${reason}，奖金不发放。`;
  const who = isCollective(award.category) ? '同一单位' : '同一人';
  return `${awardName(award)}：${whyWithheld[rule](who)}，${paidText(paidAs)}。`;
}

const whyWithheld: Readonly<Record<WithheldRule, (who: string) => string>> = {
  'city-over-district': (who) => `${who}的市级、区级奖金不重复发放`,
  'unit-over-department': () => '同一单位的先进单位和先进保卫部门奖金不重复发放',
  'one-person': () => '同一人在同一级获两项个人荣誉的，奖金只发一份',
  'already-paid': (who) => `${who}本年度的奖金先前已经发放，不重复发放`,
  waived: () => '放弃或退回',
};

function paidText({ award, payer, amount, record }: Paid): string {
  const other = record ? `（${award.recipient}）` : '';
  return `${record ? '已' : ''}按${awardName(award)}${other}由${payer}发放${yuanText(amount)}元${record ? recordText(record) : ''}`;
}

function recordText({ entry, date }: NonNullable<Paid['record']>): string {
  return entry
    ? `（登记簿第${entry.line}行，第${entry.batch}批，${longDate(date)}）`
    : `（${longDate(date)}，登记簿之外）`;
}

/** 市级先进单位 */
export function awardName({ level, category }: Pick<PaidAward, 'level' | 'category'>): string {
  return `${levelNames[level]}${categoryNames[category]}`;
}
