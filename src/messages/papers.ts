import type { MessageText } from './text.ts';

/** The papers between notice and certificates: letters, requests, publicity, decision. */
export const papersMessages = {
  'papers.industry-unassigned': {
    level: 'warning',
    text: '下列行业没有写明行业主管部门，征求意见函没有包括这些行业的推荐对象：{list}。',
    hint: '请在 case.yaml 的 authorities 中写明这些行业的主管部门；名册中没有填写行业的，请补填。',
  },
  'papers.number-twice': {
    level: 'error',
    text: '发文字号“{number}”用在了{papers}上。',
    expected: '一份公文一个发文字号',
    hint: '请改正 case.yaml 中 documents 的 number；征求意见函从首封的字号起逐封顺延，后面的公文要让开这些号。',
  },
  'papers.start-not-workday': {
    level: 'warning',
    text: '公示起始日 {start} 是休息日，公示期从下一个工作日起算。',
    expected: '工作日',
    hint: '请把 case.yaml 中 publicity 的 start 改为工作日；当日确为调休上班的，请写入 workdays。',
  },
  'papers.calendar-unknown': {
    level: 'warning',
    text: '程序中没有 {year} 年的放假安排，公示期 {start} 至 {end} 只按周末推算。',
    hint: '请对照国务院办公厅的放假通知，在 case.yaml 的 publicity 中用 holidays 写明放假的工作日，用 workdays 写明上班的周末。',
  },
  'papers.before-publicity-ends': {
    level: 'warning',
    text: '{paper}的日期 {date} 不晚于公示结束日 {end}，公示期满才能行文。',
    expected: '晚于 {end}',
    hint: '请核对 case.yaml 中 documents 和 publicity 的日期。',
  },
} as const satisfies Record<string, MessageText>;
