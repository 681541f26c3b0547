/** One workbook of bytes that depend on its content alone. */
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { sheets } from './rows.js';
import { scoreSheet } from './scores.js';

const headStyle = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#E7E6E6',
  wrap: true,
};
/** The earliest time a zip can state. */
const zipTime = new Date(1980, 0, 1);

/**
 * @param nominees per category, complete
 * @param scores rows of the sheet `评分`; none, no sheet
 * @returns {Promise<Uint8Array>} the .xlsx, the four sheets always there, headers frozen
 */
export async function workbookOf(nominees, scores) {
  const contents = [
    ...Object.entries(sheets).map(([category, sheet]) => [sheet, nominees[category]]),
    ...(scores.length > 0 ? [[scoreSheet, scores]] : []),
  ];
  const written = await writeExcelFile(
    contents.map(([{ name, columns }, rows]) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
      data: [
        columns.map(({ header }) => ({ value: header, ...headStyle, height: 24 })),
        ...rows.map((row) => columns.map((column) => cellOf(column, row, heightOf(row)))),
      ],
    })),
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer();
  return zipSync(unzipSync(new Uint8Array(written)), { mtime: zipTime, level: 9 });
}

/** Row height in pt that shows all of the longest text, which is set about 34 characters a line. */
function heightOf({ deeds, item }) {
  return Math.max(20, Math.ceil([...(deeds ?? item.text)].length / 34) * 15 + 4);
}

function cellOf(column, nominee, height) {
  const value = column.value(nominee);
  const style = { alignVertical: 'center', wrap: column.wrap ?? false, height };
  if (value === '') return { value: null, type: String, format: '@', ...style };
  if (typeof value === 'number') return { value, type: Number, align: 'center', ...style };
  return { value, type: String, ...(column.text && { format: '@' }), ...style };
}
