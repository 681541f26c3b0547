/** How a bank wants its file: a small YAML file beside the templates, the office's own ones first. */
import { z } from 'zod';
import { readYaml } from '../case/read-yaml.ts';
import { fails, text } from '../case/schema.ts';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { faultOf, findAll } from '../template/find.ts';

export const bankFields = [
  'number',
  'account',
  'accountName',
  'bank',
  'amount',
  'purpose',
  'recipient',
  'unit',
  'award',
  'district',
  'line',
] as const;
export type BankField = (typeof bankFields)[number];

/** Without them nothing can be transferred. */
const needed: readonly BankField[] = ['account', 'accountName', 'amount'];

/** Letters and digits of amounts and names, quotes and line ends divide nothing. */
const delimiter = z.string().refine((mark) => /^[^\p{L}\p{N}"'.\r\n]$/u.test(mark), fails('bank.delimiter'));

const column = z
  .strictObject({ title: text, field: z.enum(bankFields).optional(), text: z.string().optional() })
  .refine((one) => (one.field === undefined) !== (one.text === undefined), fails('bank.column-content'));

export const bankFormat = z.strictObject({
  name: text,
  extension: z.enum(['csv', 'txt']),
  encoding: z.enum(['UTF-8', 'UTF-8 BOM', 'GB18030']),
  delimiter,
  quote: z.boolean(),
  lineEnd: z.enum(['CRLF', 'LF']),
  amount: z.enum(['yuan', 'fen']),
  head: z.array(z.enum(['count', 'sum', 'payer', 'batch', 'date'])),
  titles: z.boolean(),
  columns: z.array(column).superRefine((columns, context) => {
    for (const missing of needed.filter((field) => !columns.some((one) => one.field === field)))
      context.addIssue({ code: 'custom', ...fails('bank.column-missing', { missing }) });
  }),
});

export type BankFormat = z.infer<typeof bankFormat>;

/** The formats of a pack, each with its file, in the order of their names. Errors: `case.*` of a YAML file, `bank.*`. */
export async function readBankFormats(
  pack: string,
  overrides: string | undefined,
): Promise<Result<readonly BankFormat[]>> {
  const formats: BankFormat[] = [];
  const messages: Message[] = [];
  for (const source of await findAll(`${pack}/bank`, '.yaml', overrides)) {
    const { file, text: content } = source;
    const fault = faultOf(source);
    if (fault !== undefined) {
      messages.push(fault);
      continue;
    }
    const read = readYaml({ path: file, bytes: new TextEncoder().encode(content) }, bankFormat);
    messages.push(...read.messages);
    if (!read.ok) continue;
    const { value, placeOf } = read.value;
    if (formats.some(({ name }) => name === value.name))
      messages.push(message('bank.name-twice', { place: placeOf(['name']), name: value.name }));
    formats.push(value);
  }
  return resultOf(formats, messages);
}
