/**
 * What documents of an office's own packs may say: one view for each thing that such a document can be made for.
 * No ID number, no account, no bank: what an office hands out needs none.
 */
import { categoryNames, levelNames, statusNames } from '../case/terms.ts';
import { type Case, isCollective, type Nominee } from '../case/types.ts';
import { recipientOf } from './certificate.ts';
import { type ContactView, contactView, type SealNames, sealNames } from './paper.ts';

/** What every own document may say of the case. */
export interface OwnView {
  /** @zh 评选年度 @example 2024 */
  readonly year: number;
  /** @zh 评选活动全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** @zh 工作名称，用在奖项和附件标题前 @example 上海内保工作 */
  readonly subject: string;
  /** @zh 主办单位全称（署名） @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 主办单位简称 @example 市企保协会 */
  readonly issuerShort: string;
  /** @zh 表彰单位全称 @example 上海市公安局治安总队 */
  readonly conferrer: string;
  /** @zh 表彰单位简称 @example 治安总队 */
  readonly conferrerShort: string;
  /** @zh 通知的发文字号 @example 沪企保协〔2024〕39号 */
  readonly noticeNumber: string;
  /** @zh 颁奖的会议名称 @example 2024年度上海内保工作会议 */
  readonly annualMeeting: string;
  /** @zh 证书落款日期 @unit YYYY-MM-DD @example 2025-01-16 */
  readonly certificateDate: string;
  /** @zh 联系人和联系方式 */
  readonly contact: ContactView;
  /** @zh 印章的名称，供署名的 seal 属性使用 */
  readonly seals: SealNames;
  /** @zh 第几份；只有一份时为空 @example 第1份 */
  readonly copy: string;
}

/** A nominee as own documents name it. */
export interface OwnNominee {
  /** @zh 在这份文书（或这一组文书）中的序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 级别 @example 市级 */
  readonly level: string;
  /** @zh 奖项类别 @example 先进单位 */
  readonly category: string;
  /** @zh 荣誉称号 @example 上海内保工作先进单位 */
  readonly honour: string;
  /** @zh 是否集体（单位、保卫部门） */
  readonly collective: boolean;
  /** @zh 是否个人 */
  readonly person: boolean;
  /** @zh 受奖人：单位、单位及部门，或者姓名 @example 上海示例机械有限公司 */
  readonly recipient: string;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 行业 @example 经济信息化 */
  readonly industry: string;
  /** @zh 单位全称 @example 上海示例机械有限公司 */
  readonly unit: string;
  /** @zh 统一社会信用代码；没有填写时为空 @example 91310000MA1FL00000 */
  readonly code: string;
  /** @zh 保卫部门名称；不是先进保卫部门时为空 @example 保卫处 */
  readonly department: string;
  /** @zh 姓名；集体为空 @example 张三 */
  readonly name: string;
  /** @zh 性别；集体为空 @example 男 */
  readonly sex: string;
  /** @zh 职务；集体为空 @example 总经理 */
  readonly post: string;
  /** @zh 主要负责人；个人为空 @example 李四 */
  readonly head: string;
  /** @zh 单位地址；个人为空 @example 浦东新区示例路1号 */
  readonly address: string;
  /** @zh 联系电话；没有填写时为空 @example 021-00000000 */
  readonly phone: string;
  /** @zh 主要事迹；没有填写时为空 */
  readonly deeds: string;
  /** @zh 是否市企保协会会员 @example 是 */
  readonly member: string;
  /** @zh 所处状态 @example 最终 */
  readonly status: string;
}

/** `for: case`: one for the whole case. */
export interface OwnCaseView extends OwnView {
  /** @zh 人选数 @example 589 */
  readonly count: number;
  /** @zh 符合条件的人选，按名册顺序 */
  readonly nominees: readonly OwnNominee[];
}

/** `for: nominee`: one for each nominee. */
export interface OwnNomineeView extends OwnView, OwnNominee {}

/** `for: certificate`: one for each certificate. */
export interface OwnCertificateView extends OwnNomineeView {
  /** @zh 证书编号 @example 沪企保协表彰〔2024〕证0001号 */
  readonly certificate: string;
}

/** `for: district`: one for each district that has nominees. */
export interface OwnDistrictView extends OwnCaseView {
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 会员单位数；案卷没有写明时为 null @example 650 */
  readonly members: number | null;
  /** @zh 区企保协会；没有时为空 @example 浦东区企保协会 */
  readonly payer: string;
}

/** `for: payer`: one for each association that pays. Amounts in fen. */
export interface OwnPayerView extends OwnView {
  /** @zh 发放单位 @example 市企保协会 */
  readonly payer: string;
  /** @zh 笔数 @example 299 */
  readonly count: number;
  /** @zh 金额合计 @unit 分 @example 41800000 */
  readonly amount: number;
  /** @zh 由它发放的奖金 */
  readonly payments: readonly OwnPayment[];
}

/** A payment of an own document. */
export interface OwnPayment extends OwnNominee {
  /** @zh 金额 @unit 分 @example 200000 */
  readonly amount: number;
}

export function ownView(theCase: Case, copy: string): OwnView {
  const { year, activity, subject, issuer, conferrer, notice, certificates } = theCase.settings;
  return {
    year,
    activity,
    subject,
    issuer: issuer.name,
    issuerShort: issuer.shortName,
    conferrer: conferrer.name,
    conferrerShort: conferrer.shortName,
    noticeNumber: notice.number,
    annualMeeting: notice.annualMeeting,
    certificateDate: certificates.date,
    contact: contactView(theCase),
    seals: sealNames(theCase),
    copy,
  };
}

/** @param index its place among those of its document or kind, from 0 */
export function ownNominee({ settings }: Case, nominee: Nominee, index: number): OwnNominee {
  const person = 'name' in nominee ? nominee : null;
  const collective = 'name' in nominee ? null : nominee;
  return {
    number: index + 1,
    level: levelNames[nominee.level],
    category: categoryNames[nominee.category],
    honour: settings.honours[nominee.category],
    collective: isCollective(nominee.category),
    person: person !== null,
    recipient: recipientOf(nominee),
    district: nominee.district,
    industry: nominee.industry,
    unit: nominee.unit,
    code: nominee.code,
    department: collective?.department ?? '',
    name: person?.name ?? '',
    sex: person?.sex ?? '',
    post: person?.post ?? '',
    head: collective?.head ?? '',
    address: collective?.address ?? '',
    phone: nominee.phone,
    deeds: nominee.deeds,
    member: nominee.member ? '是' : '否',
    status: statusNames[nominee.status],
  };
}
