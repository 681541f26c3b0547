/** A clerk at LibreOffice Calc: opens a workbook, types into its cells as a person would, and saves it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is typed, by sheet and address (`B6`). A cell that is locked stays as it is. */
export type Typing = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Needs LibreOffice.
 * @param edits of one workbook or of several, each saved as .xlsx again
 * @returns the workbooks as LibreOffice has saved them, and the cells that refused, e.g. `先进单位!A1`
 */
export async function typeInto(
  edits: readonly { readonly workbook: Uint8Array; readonly typing: Typing }[],
): Promise<{ workbooks: readonly Uint8Array[]; refused: readonly string[] }> {
  const home = await mkdtemp(join(tmpdir(), 'neibao-typist-'));
  try {
    const jobs = await Promise.all(
      edits.map(async ({ workbook, typing }, index) => {
        const [source, target] = [join(home, `in-${index}.xlsx`), join(home, `out-${index}.xlsx`)];
        await writeFile(source, workbook);
        return { source, target, typing };
      }),
    );
    const log = join(home, 'refused.txt');
    const office = (argument: string) =>
      run('soffice', [`-env:UserInstallation=file://${home}/profile`, '--headless', argument]);
    // The first start lays out the profile, macros and all.
    await office('--terminate_after_init');
    const macros = join(home, 'profile', 'user', 'basic', 'Standard');
    await writeFile(join(macros, 'script.xlb'), library);
    await writeFile(join(macros, 'Typist.xba'), module(macro(jobs, log)));
    await office('macro:///Standard.Typist.Work');
    const workbooks = await Promise.all(jobs.map(async ({ target }) => new Uint8Array(await readFile(target))));
    const refused = (await readFile(log, 'utf8')).split(/\r?\n/).filter((line) => line !== '');
    return { workbooks, refused };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

interface Job {
  readonly source: string;
  readonly target: string;
  readonly typing: Typing;
}

/** FormulaLocal takes what a keyboard would give: digits become a number unless the cell is text. */
function macro(jobs: readonly Job[], log: string): string {
  const quoted = (text: string) =>
    `"${text.replaceAll('"', '""').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`;
  const lines = jobs.flatMap(({ source, target, typing }) => [
    `doc = StarDesktop.loadComponentFromURL(ConvertToURL(${quoted(source)}), "_blank", 0, hidden())`,
    ...Object.entries(typing).flatMap(([sheet, cells]) =>
      Object.entries(cells).map(
        ([address, text]) => `Enter(doc, ${quoted(sheet)}, ${quoted(address)}, ${quoted(text)})`,
      ),
    ),
    'doc.calculateAll()',
    `doc.storeToURL(ConvertToURL(${quoted(target)}), saving())`,
    'doc.close(True)',
  ]);
  return `
Private logFile As Integer

Function hidden()
  Dim one(0) As New com.sun.star.beans.PropertyValue
  one(0).Name = "Hidden"
  one(0).Value = True
  hidden = one()
End Function

Function saving()
  Dim one(0) As New com.sun.star.beans.PropertyValue
  one(0).Name = "FilterName"
  one(0).Value = "Calc MS Excel 2007 XML"
  saving = one()
End Function

Sub Enter(doc, sheet As String, address As String, text As String)
  Dim cell, before As String
  cell = doc.Sheets.getByName(sheet).getCellRangeByName(address)
  before = cell.String
  cell.FormulaLocal = text
  If cell.String = before Then Print #logFile, sheet &amp; "!" &amp; address
End Sub

Sub Work
  Dim doc
  logFile = FreeFile
  Open ${quoted(log)} For Output As #logFile
${lines.join('\n')}
  Close #logFile
  StarDesktop.terminate()
End Sub
`;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const library = `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Typist"/></library:library>`;

function module(basic: string): string {
  return `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typist" script:language="StarBasic">${basic}</script:module>`;
}
