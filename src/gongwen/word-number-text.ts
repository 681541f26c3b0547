/** A number in one of the formats that Word knows (ST_NumberFormat). */
import { createRequire } from 'node:module';

// The package is CommonJS whose types promise a default export that Node does not give.
const { cn }: { cn: Record<'encodeS' | 'encodeB', (number: number, options?: object) => string> } = createRequire(
  import.meta.url,
)('nzh');

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const stems = '甲乙丙丁戊己庚辛壬癸';

/** The number as text; undefined for a format that is not known. */
export function numberText(number: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
      return String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return [...circled][number - 1];
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseCountingThousand':
      return cn.encodeS(number, { tenMin: true });
    case 'chineseLegalSimplified':
      return cn.encodeB(number);
    case 'ideographTraditional':
      return [...stems][number - 1];
    case 'upperLetter':
      return letter(number);
    case 'lowerLetter':
      return letter(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    default:
      return undefined;
  }
}

/** A … Z, AA, BB: Word repeats the letter. */
function letter(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
