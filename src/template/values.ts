/** Which values a function of the templates takes, by their type and unit, and what it gives. */
import { anything, type Shape } from './shape.ts';

interface Taken {
  readonly type: 'text' | 'number' | 'list' | 'scalar';
  /** The unit that the dictionary must state for a field; none where '' stands, any where nothing does. */
  readonly unit?: string;
}

const date = { type: 'text', unit: 'YYYY-MM-DD' } as const;
const fen = { type: 'number', unit: '分' } as const;
const count = { type: 'number', unit: '' } as const;

const taken: Readonly<Record<string, Taken>> = {
  longDate: date,
  yuan: fen,
  fenAsYuan: fen,
  capital: fen,
  percent: { type: 'number', unit: '比例' },
  number: count,
  inc: count,
  han: count,
  dash: { type: 'scalar', unit: '' },
  dashNull: { type: 'scalar', unit: '' },
  join: { type: 'list' },
  inGroups: { type: 'list' },
};

const unitNames: Readonly<Record<string, string>> = {
  分: '金额（分）',
  比例: '比例',
  'YYYY-MM-DD': '日期',
};

const typeNames: Readonly<Record<Shape['type'], string>> = {
  text: '文字',
  number: '数',
  boolean: '是或否',
  list: '列表',
  group: '一组字段',
  any: '任意值',
};

/** Whether the function can take it as its first value, as far as that can be known before there is data. */
export function fitsHelper(name: string, { type, field }: Shape): boolean {
  const wanted = taken[name];
  if (wanted === undefined || type === 'any') return true;
  const fits = wanted.type === 'scalar' ? type === 'text' || type === 'number' : type === wanted.type;
  if (!fits || field === undefined || wanted.unit === undefined) return fits;
  return (field.unit ?? '') === wanted.unit || (wanted.unit === '' && field.unit === '比例');
}

export function resultOf(name: string, first: Shape = anything): Shape {
  if (name === 'inGroups') {
    const item = (): Shape => ({ ...(first.item?.() ?? anything), empty: true });
    return { type: 'list', empty: false, item: () => ({ type: 'list', empty: false, item }) };
  }
  if (name === 'eq') return { type: 'boolean', empty: false };
  if (name === 'inc') return { type: 'number', empty: false };
  return name in taken ? { type: 'text', empty: false } : anything;
}

/** What a value is, in Chinese. */
export function kindOf({ type, field }: Shape): string {
  return unitNames[field?.unit ?? ''] ?? typeNames[type];
}
