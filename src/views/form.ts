/** Approval forms, annexes 4 to 7: blank in the notice, filled from the roster in duplicate. */
import type { Case, Category, Nominee } from '../case/types.ts';
import { categories } from '../case/types.ts';
import { type DocumentView, type Facts, nomineesByDistrict, ordinal } from './facts.ts';

/** One form page. Every field is '' on a blank form. */
export interface FormView {
  /** 附件4 to 附件7 on a blank form, '' on a filled one. @zh 附件编号；填好的表为空 @example 附件4 */
  readonly label: string;
  /** @zh 表名 @example 2024年度上海内保工作先进单位审批表 */
  readonly title: string;
  /** @zh 是否集体 */
  readonly collective: boolean;
  /** 第1份 or 第2份; '' on a blank form. @zh 第几份；空白表为空 @example 第1份 */
  readonly copy: string;
  /** @zh 单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** 受奖集体: the unit or its department. @zh 受奖集体：单位或保卫部门名称；个人为空 @example 某某集团有限公司 */
  readonly recipient: string;
  /** @zh 单位地址 @example 某某路1号 */
  readonly address: string;
  /** @zh 联系电话 @example 021-12345678 */
  readonly phone: string;
  /** @zh 人数 @example 120 */
  readonly headcount: string;
  /** @zh 主要负责人 @example 李四 */
  readonly head: string;
  /** @zh 身份证号 @example 310101197503071234 */
  readonly idNumber: string;
  /** @zh 姓名；集体为空 @example 张三 */
  readonly name: string;
  /** @zh 性别；集体为空 @example 男 */
  readonly sex: string;
  /** @zh 出生年月；集体为空 @example 1975年3月 */
  readonly birth: string;
  /** @zh 政治面貌；集体为空 @example 中共党员 */
  readonly politics: string;
  /** @zh 职务；集体为空 @example 保卫处处长 */
  readonly post: string;
  /** @zh 主要事迹 @example 坚持每日巡查，及时消除隐患。 */
  readonly deeds: string;
  /** The deeds are too long for their cell: the form refers to the material attached to it. @zh 事迹太长、改为见附件 */
  readonly deedsAttached: boolean;
  /** The district association that reviews, e.g. 浦东区企保协会. @zh 审核的区企保协会 @example 浦东区企保协会 */
  readonly districtReviewer: string;
  /** @zh 审核的市企保协会 @example 市企保协会 */
  readonly cityReviewer: string;
}

/** Forms of one kind for one district. */
export interface FormsView {
  /** @zh 标题 @example 浦东2024年度上海内保工作先进单位审批表 */
  readonly title: string;
  /** @zh 各张审批表 */
  readonly forms: readonly FormView[];
}

/** Copies of each form that the notice asks for (notice part 4). */
export const formCopies = 2;

/** Forms are annexes 4 to 7, in the order of the categories. */
const firstFormAnnex = 4;

const formNames: Readonly<Record<Category, string>> = {
  unit: '先进单位审批表',
  department: '先进保卫处（科）审批表',
  responsible: '先进治安责任人审批表',
  officer: '先进保卫干部审批表',
};

function blankForm(theCase: Case, category: Category): FormView {
  const { year, subject, issuer } = theCase.settings;
  return {
    label: `附件${firstFormAnnex + categories.indexOf(category)}`,
    title: `${year}年度${subject}${formNames[category]}`,
    collective: category === 'unit' || category === 'department',
    copy: '',
    unit: '',
    recipient: '',
    address: '',
    phone: '',
    headcount: '',
    head: '',
    idNumber: '',
    name: '',
    sex: '',
    birth: '',
    politics: '',
    post: '',
    deeds: '',
    deedsAttached: false,
    districtReviewer: '　　区企保协会',
    cityReviewer: issuer.shortName,
  };
}

export function blankForms(theCase: Case): readonly FormView[] {
  return categories.map((category) => blankForm(theCase, category));
}

function filledForm(theCase: Case, nominee: Nominee, copy: number): FormView {
  const payer = theCase.districts.find((one) => one.name === nominee.district)?.payer;
  const common = {
    ...blankForm(theCase, nominee.category),
    label: '',
    copy: `第${copy}份`,
    unit: nominee.unit,
    phone: nominee.phone,
    idNumber: nominee.idNumber,
    deeds: nominee.deeds,
    // A nominee of the city association itself has no district association: the cell stays for 内保处.
    districtReviewer: payer ?? nominee.district,
  };
  if (!('name' in nominee)) {
    return {
      ...common,
      recipient: nominee.category === 'unit' ? nominee.unit : nominee.department,
      address: nominee.address,
      headcount: nominee.headcount === null ? '' : String(nominee.headcount),
      head: nominee.head,
    };
  }
  return {
    ...common,
    name: nominee.name,
    sex: nominee.sex,
    birth: yearAndMonth(nominee.birth),
    politics: nominee.politics,
    post: nominee.post,
  };
}

/** 1975-03 → 1975年3月 */
function yearAndMonth(birth: string): string {
  const [year, month] = birth.split('-');
  return month === undefined ? birth : `${year}年${Number(month)}月`;
}

/** A document per district and category; the first copies of all forms, then the second ones, as sets that can be parted. */
export function formDocuments(facts: Facts): readonly DocumentView[] {
  const { theCase } = facts;
  const nomineesOf = nomineesByDistrict(facts);
  return theCase.districts.flatMap((district, index) =>
    categories.flatMap((category, kind) => {
      const nominees = nomineesOf(district.name, 'city', category);
      if (nominees.length === 0) return [];
      const copies = Array.from({ length: formCopies }, (_, copy) => copy + 1);
      const forms = copies.flatMap((copy) => nominees.map((nominee) => filledForm(theCase, nominee, copy)));
      const view: FormsView = { title: `${district.name}${blankForm(theCase, category).title}`, forms };
      const attachDeeds = (pages: ReadonlySet<number>): FormsView => ({
        ...view,
        forms: forms.map((form, page) => ({ ...form, deedsAttached: pages.has(page) })),
      });
      const names = {
        number: ordinal(index),
        district: district.name,
        kind: ordinal(kind),
        form: formNames[category],
        category,
      };
      return [{ names, view, nominees: copies.flatMap(() => nominees), attachDeeds }];
    }),
  );
}
