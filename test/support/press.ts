/** Pages for the press, from the product's own templates and figures that are made up. */
import type { FormPage } from '../../src/document/types.ts';
import { renderTemplate } from '../../src/template/render.ts';

const surnames = '赵钱孙李周吴郑王冯陈堃';

/** Forms in duplicate, all first copies before the second ones, as the product sets them. */
export async function formPagesOf(count: number): Promise<readonly FormPage[]> {
  const form = (index: number, copy: number) => ({
    label: '',
    title: '审批表',
    collective: false,
    copy: `第${copy}份`,
    unit: `示例第${index}厂`,
    name: `${surnames[index % surnames.length]}示例`,
    sex: index % 3 === 0 ? '女' : '男',
    birth: '1975年3月',
    politics: '群众',
    idNumber: '990101197503150119',
    phone: '19900000000',
    post: '保卫处处长',
    deeds: `第${index}号事迹：${'坚持每日巡查，及时消除隐患。'.repeat(3 + (index % 20))}`,
    deedsAttached: false,
    districtReviewer: '东湖区企保协会',
    cityReviewer: '市企保协会',
    ...Object.fromEntries(['recipient', 'address', 'headcount', 'head'].map((key) => [key, ''])),
  });
  const all = [1, 2].flatMap((copy) => Array.from({ length: count }, (_, index) => form(index, copy)));
  return pagesOf('forms', { title: '审批表', forms: all });
}

export async function certificatePages(count: number, frame = 'certificate'): Promise<readonly FormPage[]> {
  const all = Array.from({ length: count }, (_, index) => ({
    number: `证${String(index + 1).padStart(4, '0')}号`,
    year: 2024,
    recipient: `${surnames[index % surnames.length]}示例`,
    person: true,
    unit: `示例第${index}厂`,
    post: '科长',
    honour: '先进保卫干部',
    subject: '内保工作',
    issuer: '治安总队',
    date: '二〇二五年一月十六日',
  }));
  const pages = await pagesOf('certificates', { title: '证书', certificates: all });
  return pages.map((page) => ({ ...page, frame: frame as FormPage['frame'] }));
}

async function pagesOf(name: string, view: object): Promise<readonly FormPage[]> {
  const made = await renderTemplate(`commendation/${name}`, view);
  if (!made.ok) throw new Error(JSON.stringify(made.messages));
  return made.value.children as readonly FormPage[];
}
