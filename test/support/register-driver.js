/**
 * Issues batches into a register, one after the other, until it is killed or has issued enough: the process that crash
 * tests kill. Usage: node register-driver.js <register> <payments of a batch> <batches> [hold | plain user]
 * Writes `start` before the first step, `held` where it holds the lock and waits, and what went wrong as JSON.
 */
import { appendEntries } from '../../build/register/append.js';
import { batchEntries } from '../../build/register/entries.js';
import { readRegister } from '../../build/register/journal.js';
import { takeLock } from '../../build/register/lock.js';
import { keyOf } from '../../build/register/state.js';

const [path, size, batches, mode] = process.argv.slice(2);
const head = { time: '2025-01-20T09:30:00+08:00', prepared: '张制表', reviewed: '李复核', year: 2024, caseId: '2024' };

if (mode === 'hold') {
  await takeLock(path);
  process.stdout.write('held\n');
  setInterval(() => {}, 1000);
} else {
  // A folder without permission stops everybody but the administrator.
  if (mode === 'user' && process.getuid?.() === 0) process.seteuid(65534);
  process.stdout.write('start\n');
  for (let count = 0; count < Number(batches); count += 1) {
    const read = await readRegister(path);
    const done = read.ok ? await appendEntries(path, read.value, batch(read.value)) : read;
    if (!done.ok) {
      process.stdout.write(`${JSON.stringify(done.messages)}\n`);
      break;
    }
  }
}

function batch(register) {
  const payments = Array.from({ length: Number(size) }, (_, index) => {
    const unit = `测试第${register.lines}-${index}厂`;
    const award = {
      year: 2024,
      caseId: '2024',
      level: 'city',
      category: 'unit',
      district: '浦东',
      unit,
      recipient: unit,
    };
    const key = keyOf(register, `unit:${unit}`);
    return { ...award, key, payer: '市企保协会', amount: 200000, taxItem: '', tax: 0 };
  });
  return batchEntries(register, { ...head, date: '2025-01-20' }, payments);
}
