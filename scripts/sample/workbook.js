/** One workbook of bytes that depend on its content alone. */
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { sheets } from './rows.js';

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
 * @returns {Promise<Uint8Array>} the .xlsx, the four sheets always there, headers frozen
 */
export async function workbookOf(nominees) {
  const written = await writeExcelFile(
    Object.entries(sheets).map(([category, { name, columns }]) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
      data: [
        columns.map(({ header }) => ({ value: header, ...headStyle, height: 24 })),
        ...nominees[category].map((nominee) => columns.map((column) => cellOf(column, nominee, heightOf(nominee)))),
      ],
    })),
    { fontFamily: '宋体', fontSize: 11 },
  ).toBuffer();
  return zipSync(unzipSync(new Uint8Array(written)), { mtime: zipTime, level: 9 });
}

/** Row height in pt that shows all of the deeds, which are set about 34 characters a line. */
function heightOf({ deeds }) {
  return Math.max(20, Math.ceil([...deeds].length / 34) * 15 + 4);
}

function cellOf(column, nominee, height) {
  const value = column.value(nominee);
  const style = { alignVertical: 'center', wrap: column.wrap ?? false, height };
  if (value === '') return { value: null, type: String, format: '@', ...style };
  if (typeof value === 'number') return { value, type: Number, align: 'center', ...style };
  return { value, type: String, ...(column.text && { format: '@' }), ...style };
}
