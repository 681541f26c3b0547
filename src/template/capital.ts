/**
 * Amounts in capital numerals (大写) as vouchers want them: 整 after 元 and after 角 (会计基础工作规范 52), none after 分;
 * 零 before 角 where the yuan end in 0 (支付结算办法, annex 1).
 */
import { createRequire } from 'node:module';

// The package is CommonJS whose types promise a default export that Node does not give.
const { cn }: { cn: { toMoney(amount: string, options: object): string } } = createRequire(import.meta.url)('nzh');

/** Capital numerals of an amount in fen, without 人民币. Throws for anything but a safe whole number. */
export function capital(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const amount = Math.abs(fen);
  const yuan = Math.floor(amount / 100);
  const cents = String(amount % 100).padStart(2, '0');
  if (amount === 0) return '零元整';
  const words = cn.toMoney(`${yuan}.${cents}`, { outSymbol: false, forceZheng: true });
  const gap = yuan > 0 && yuan % 10 === 0 && cents[0] !== '0';
  return `${fen < 0 ? '负' : ''}${gap ? words.replace('元', '元零') : words}`;
}
