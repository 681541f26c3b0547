/** What people read of a measured document: what is broken, what is kept, what was not measured and why. */
import type { ClauseResult } from '../measure/clauses.ts';
import type { Measurement } from '../measure/measure.ts';
import type { MeasuredFormat } from '../measure/types.ts';
import { table } from '../report.ts';

/** The formats as users name them. */
export const formatNames: Readonly<Record<MeasuredFormat, string>> = {
  document: '文件',
  letter: '信函',
  order: '命令',
  minutes: '纪要',
};

const verdictNames: Readonly<Record<ClauseResult['verdict'], string>> = {
  kept: '符合',
  broken: '不符',
  unmeasured: '未量',
};

export function reportMeasurement(measured: Measurement): string {
  const { summary, clauses } = measured;
  const broken = clauses.filter(({ verdict }) => verdict === 'broken');
  const kept = clauses.filter(({ verdict }) => verdict === 'kept');
  return [
    `${measured.file}：共 ${measured.pages} 面，按${formatNames[measured.format]}格式和 ${profileName(measured)}测量，长度允许相差 ${measured.tolerance} 毫米。`,
    `符合 ${summary.kept} 项，不符 ${summary.broken} 项（其中规定 ${summary.brokenRules} 项），未量 ${summary.unmeasured} 项。`,
    '字的上下边缘按字身计算：基线以上为字号的 0.88，基线以下为 0.12。',
    '',
    ...(broken.length > 0 ? ['■ 不符', clauseTable(broken)] : []),
    ...chapters.flatMap(({ name, starts }) => {
      const own = kept.filter(({ clause }) => starts.test(clause));
      return own.length > 0 ? [`■ 符合：${name}`, clauseTable(own)] : [];
    }),
    '■ 未量',
    ...reasons(clauses.filter(({ verdict }) => verdict === 'unmeasured')),
    '',
  ].join('\n');
}

/** The parts of the document by the clauses about them. */
const chapters = [
  { name: '版面', starts: /^5|^GB/ },
  { name: '版头', starts: /^7\.2/ },
  { name: '主体', starts: /^7\.3|^3/ },
  { name: '版记', starts: /^7\.4/ },
  { name: '页码', starts: /^7\.5/ },
  { name: '横排表格', starts: /^8/ },
  { name: '特定格式', starts: /^10/ },
  { name: '实务', starts: /^$/ },
];

function profileName({ profile }: Measurement): string {
  return profile === '9704' ? 'GB/T 9704 的白边' : 'GB/T 33476.2 的页边距';
}

function clauseTable(results: readonly ClauseResult[]): string {
  return table(
    ['条款', '要求', '强度', '应为', '量得', '相差', '面', '结论', '说明'],
    results.map((one) => [
      clauseName(one.clause),
      one.item,
      one.strength,
      one.expected,
      one.measured,
      one.deviation === null ? '-' : `${one.deviation > 0 ? '+' : ''}${one.deviation} mm`,
      one.page === null ? '-' : String(one.page),
      verdictNames[one.verdict],
      [
        one.note,
        ...(one.places > 1 ? [one.broken > 0 ? `${one.places} 处中 ${one.broken} 处不符` : `${one.places} 处`] : []),
      ]
        .filter((part) => part !== '')
        .join('，'),
    ]),
  );
}

function clauseName(clause: string): string {
  if (clause === '') return '实务';
  return clause.startsWith('GB') ? clause : `${clause}条`;
}

/** 没有签发人：7.2.6条 签发人右空、7.2.6条 签发人姓名字体 */
function reasons(results: readonly ClauseResult[]): readonly string[] {
  const notes = [...new Set(results.map(({ note }) => note))];
  return notes.map((note) => {
    const items = results.filter((one) => one.note === note).map(({ clause, item }) => `${clauseName(clause)} ${item}`);
    return `${note}：${items.join('、')}`;
  });
}
