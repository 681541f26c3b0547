/** Reads an amount in capital numerals (人民币大写), digit by digit: a check on the writing of it, made apart from it. */

const digits = '零壹贰叁肆伍陆柒捌玖';
const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** 玖拾贰万肆仟元整 → 92400000 fen. Throws for a character that does not belong there. */
export function fenOfCapital(capital: string): number {
  let fen = 0;
  /** Yuan up to the last 万 or 亿, of the group since then, and the digit that waits for its unit. */
  let [yuan, group, digit] = [0, 0, 0];
  for (const character of capital.replace(/[整正]$/, '')) {
    const unit = units[character];
    if (digits.includes(character)) digit = digits.indexOf(character);
    else if (unit !== undefined) group += digit * unit;
    else if (character === '万') yuan = (yuan + group + digit) * 10_000;
    else if (character === '亿') yuan = (yuan + group + digit) * 100_000_000;
    else if (character === '元') fen += (yuan + group + digit) * 100;
    else if (character === '角') fen += digit * 10;
    else if (character === '分') fen += digit;
    else throw new Error(`${character} in ${capital} is no capital numeral`);
    if (unit !== undefined) digit = 0;
    if ('万亿元'.includes(character)) [group, digit] = [0, 0];
  }
  return fen;
}
