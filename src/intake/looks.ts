/** How the cells of the workbooks look. */
import type { CellObject } from 'write-excel-file/node';

export const defaultFont = { fontFamily: '宋体', fontSize: 11 } as const;

const ruled = { borderStyle: 'thin', borderColor: '#A6A6A6' } as const;

export const looks = {
  title: { fontSize: 16, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 30 },
  heading: { fontWeight: 'bold', alignVertical: 'center', backgroundColor: '#DDEBF7', ...ruled },
  required: { fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#FCE4D6', ...ruled },
  optional: { fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#DDEBF7', ...ruled },
  remark: { alignVertical: 'center', wrap: true },
  example: { fontStyle: 'italic', textColor: '#7F7F7F', backgroundColor: '#F2F2F2', alignVertical: 'center', ...ruled },
  fixed: { alignVertical: 'center', wrap: true, backgroundColor: '#F2F2F2', ...ruled },
  input: { alignVertical: 'center', ...ruled },
} as const satisfies Readonly<Record<string, CellObject>>;

/** Colours of cells that need someone's attention. */
export const attention = { error: '#FFC7CE', warning: '#FFEB9C', info: '#FFFFFF' } as const;
