/**
 * The form pages of the records, as document trees: block by block what the product's own templates for certificates and
 * approval forms say.
 */

const text = (string, role = 'text') => ({ type: 'text', text: string, role });
const paragraph = (role, ...children) => ({ type: 'paragraph', level: 0, role, children });
const lines = (...strings) =>
  strings.flatMap((string, index) => (index > 0 ? [{ type: 'break' }, text(string)] : [text(string)]));
const data = { type: 'text', value: null, format: '', formula: '', name: '' };

function cell(children, { head = false, colspan = 1, align = head ? 'center' : 'left' } = {}) {
  return { head, colspan, rowspan: 1, align, children, data };
}

/** What is the same on every page is made once, as Typst sets it once. */
const label = (strings, colspan) => cell([paragraph('cell', ...lines(...strings))], { head: true, colspan });
const labels = {
  name: label(['姓名']),
  sex: label(['性别']),
  birth: label(['出生年月'], 2),
  politics: label(['政治面貌']),
  idNumber: label(['身份证号']),
  phone: label(['联系电话']),
  unit: label(['所在单位']),
  post: label(['职务'], 2),
  deeds: label(['主要', '事迹']),
  unitOpinion: label(['本单位', '意见']),
  superior: label(['上级部门', '初审意见']),
  city: label(['市企保协会', '审核意见']),
};
const districtLabels = new Map();
function districtLabel(district) {
  if (!districtLabels.has(district)) districtLabels.set(district, label([`${district}区企保协会`, '审核意见']));
  return districtLabels.get(district);
}
const field = (string, colspan, align) => cell([paragraph('cell', text(string))], { colspan, align });
const row = (height, ...cells) => ({ height, group: '', cells });

const opinionCell = cell(
  ['负责人：　　　　', '（公章）　　', '年　　月　　日'].map((part) => paragraph('opinion', text(part))),
  { colspan: 3 },
);
const notes = [
  paragraph('note', text('注：1.', 'hang'), text('“主要事迹”应当简明扼要，有事例、有数据，不留空白，不照抄材料。')),
  paragraph('note-next', text('2.', 'hang'), text('另附具体事迹材料（本表一式两份，材料一份）。')),
];

const markOf = (copy) => paragraph('mark', text(`第${copy}份`));

function formPage(title, record) {
  return {
    type: 'form-page',
    frame: '',
    children: [
      markOf(1),
      { type: 'paragraph', level: 1, role: 'plain', children: [text(title)] },
      {
        type: 'table',
        role: 'form',
        columns: [26, 20, 20, 12, 26, 3, 22, 27],
        headRows: 0,
        rows: [
          row(
            'field',
            labels.name,
            field(record.name, 2, 'center'),
            labels.sex,
            field(record.sex, 1, 'center'),
            labels.birth,
            field(record.birth, 1, 'center'),
          ),
          row(
            'field',
            labels.politics,
            field(record.politics, 1, 'center'),
            labels.idNumber,
            field(record.idNumber, 3, 'center'),
            labels.phone,
            field(record.phone, 1, 'center'),
          ),
          row('field', labels.unit, field(record.unit, 4), labels.post, field(record.post, 1, 'center')),
          row('fill', labels.deeds, cell([paragraph('deeds', text(record.deeds))], { colspan: 7 })),
          row('opinion', labels.unitOpinion, opinionCell, labels.superior, opinionCell),
          row('opinion', districtLabel(record.district), opinionCell, labels.city, opinionCell),
        ],
      },
      ...notes,
    ],
  };
}

function certificatePage({ year, subject, issuer, date }, { number, name, unit, post, honour }) {
  const body = `您任${unit}${post}，在${year}年度${subject}中成绩突出，被评为“${honour}”。`;
  return {
    type: 'form-page',
    frame: 'certificate',
    children: [
      paragraph('certificate-number', text(`编号：${number}`)),
      paragraph('certificate-title', text('荣誉证书')),
      paragraph('certificate-recipient', text(`${name}同志：`)),
      paragraph('certificate-body', text(body)),
      paragraph('certificate-closing', text('特发此证，以资鼓励。')),
      { type: 'fill', weight: 1 },
      paragraph('certificate-issuer', text(issuer)),
      paragraph('certificate-date', text(date)),
    ],
  };
}

/** @param records of a data file, or made one by one */
export function* formPages({ forms }, records) {
  for (const record of records) yield formPage(forms, record);
}

export function* certificatePages(fixed, records) {
  for (const record of records) yield certificatePage(fixed, record);
}

/** The job of the press for a kind of document. */
export function jobOf(kind, fixed, records) {
  return kind === 'certificates'
    ? { title: fixed.certificates, lang: 'zh-CN', page: 'certificate', pages: certificatePages(fixed, records) }
    : {
        title: fixed.forms,
        lang: 'zh-CN',
        page: 'form',
        pages: formPages(fixed, records),
        copies: Array.from({ length: fixed.copies }, (_, copy) => markOf(copy + 1)),
      };
}
