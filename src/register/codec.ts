/**
 * An entry as a line of the file: JSON with Chinese keys in a fixed order, closed by the hash of the line before and
 * the line's own. 本条 is the SHA-256 of the line as written, without its last item: `{…,"上条":"…"}` in UTF-8.
 */
import { createHash } from 'node:crypto';
import { categoryNames, levelNames } from '../case/terms.ts';
import { registerNote } from '../messages/register.ts';
import type { AwardFacts, BatchEntry, CertificateEntry, Entry, EntryKind, PayerSum, People } from './types.ts';

/** The hash before the first line. */
export const noHash = '0'.repeat(64);

export const kindNames: Readonly<Record<EntryKind, string>> = {
  opening: '登记簿',
  batch: '批次',
  payment: '发放',
  reversal: '冲销',
  certificate: '证书',
  void: '作废',
  replacement: '换发',
};

/** The text of a line, without its end. */
export function encodeLine(entry: Entry, number: number, previous: string): { text: string; hash: string } {
  const body = bodyOf(entry, number, previous);
  const hash = createHash('sha256').update(body).digest('hex');
  return { text: closeLine(body, hash), hash };
}

/** The line as its own hash is taken. */
export function bodyOf(entry: Entry, number: number, previous: string): string {
  const { kind, time } = entry;
  const items = item('时间', time) + item('类别', kindNames[kind]) + itemsOf(entry) + item('上条', previous);
  return `{"序号":${number}${items}}`;
}

/** Puts the hash behind a body. */
export function closeLine(body: string, hash: string): string {
  return `${body.slice(0, -1)}${ownItem(hash)}`;
}

/** The hash that a line must state for its bytes. */
export function hashOfLine(bytes: Uint8Array): string {
  const body = bytes.subarray(0, Math.max(0, bytes.length - ownLength));
  return createHash('sha256').update(body).update('}').digest('hex');
}

function ownItem(hash: string): string {
  return `,"本条":"${hash}"}`;
}

const ownLength = Buffer.byteLength(ownItem(noHash));

/** The items of a kind in their order, as JSON. Strings are put together by hand: it is three times as fast as objects. */
function itemsOf(entry: Entry): string {
  switch (entry.kind) {
    case 'opening':
      return item('格式', entry.version) + item('说明', registerNote) + item('盐', entry.salt);
    case 'batch':
      return (
        batchItems(entry) +
        item('日期', entry.date) +
        item('笔数', entry.count) +
        sumItems(entry) +
        `,"各发放单位":[${entry.payers.map(payerSum).join(',')}]` +
        peopleItems(entry)
      );
    case 'payment':
      return (
        batchItems(entry) +
        item('发放单位', entry.payer) +
        awardItems(entry) +
        (entry.taxItem === '' ? '' : item('税项', entry.taxItem)) +
        sumItems(entry)
      );
    case 'reversal':
      return (
        item('年度', entry.year) +
        item('批次', entry.batch) +
        item('冲销序号', entry.reverses) +
        item('发放单位', entry.payer) +
        item('单位', entry.unit) +
        item('受奖人', entry.recipient) +
        moneyItems('金额', entry.amount) +
        item('理由', entry.reason) +
        peopleItems(entry)
      );
    case 'certificate':
      return yearItems(entry) + numberItems(entry) + awardItems(entry) + peopleItems(entry);
    case 'void':
      return (
        item('年度', entry.year) +
        item('证书编号', entry.number) +
        item('单位', entry.unit) +
        item('受奖人', entry.recipient) +
        item('理由', entry.reason) +
        peopleItems(entry)
      );
    case 'replacement':
      return (
        yearItems(entry) +
        numberItems(entry) +
        item('原编号', entry.replaces) +
        awardItems(entry) +
        item('理由', entry.reason) +
        peopleItems(entry)
      );
  }
}

function item(name: string, value: string | number): string {
  return `,"${name}":${JSON.stringify(value)}`;
}

function yearItems({ year, caseId }: Pick<AwardFacts, 'year' | 'caseId'>): string {
  return item('年度', year) + item('案卷', caseId);
}

function batchItems(entry: Pick<BatchEntry, 'year' | 'caseId' | 'batch'>): string {
  return yearItems(entry) + item('批次', entry.batch);
}

function numberItems({ number, running }: Pick<CertificateEntry, 'number' | 'running'>): string {
  return item('证书编号', number) + item('流水号', running);
}

function awardItems({ level, category, district, unit, recipient, key }: AwardFacts): string {
  return (
    item('级别', levelNames[level]) +
    item('类别名', categoryNames[category]) +
    item('区', district) +
    item('单位', unit) +
    item('受奖人', recipient) +
    item('对象码', key)
  );
}

function peopleItems({ prepared, reviewed }: People): string {
  return item('制表', prepared) + item('复核', reviewed);
}

function payerSum(sum: PayerSum): string {
  return `{"发放单位":${JSON.stringify(sum.payer)}${item('笔数', sum.count)}${sumItems(sum)}}`;
}

/** What is paid out is stated where tax is taken off. */
function sumItems({ amount, tax }: Pick<PayerSum, 'amount' | 'tax'>): string {
  const gross = moneyItems('金额', amount);
  return tax > 0 ? gross + moneyItems('扣税', tax) + moneyItems('实发', amount - tax) : gross;
}

/** In yuan for people, in fen for programs. */
function moneyItems(name: string, fen: number): string {
  return item(name, (fen / 100).toFixed(2)) + item(`${name}分`, fen);
}
