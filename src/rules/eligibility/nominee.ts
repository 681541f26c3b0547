/** What one row must be by itself: fields, identifiers, score, deeds. */
import { categoryNames } from '../../case/terms.ts';
import type { CollectiveNominee, IndividualNominee, Nominee, Settings } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { birthOfId, codeFault, idFault, lastFour, maskId, passesLuhn, sexOfId } from '../identifiers.ts';
import { isBlank } from '../names.ts';
import { score } from '../scoring.ts';
import { cell, who } from './place.ts';

export function checkNominee(nominee: Nominee, year: number, limits: Settings['scoring']): Message[] {
  const own = 'name' in nominee ? checkPerson(nominee) : checkScore(nominee, limits);
  return [...checkFields(nominee), ...checkCode(nominee), ...checkId(nominee, year), ...own, ...checkDeeds(nominee)];
}

/** Full unit name, department, name, sex and post must be right (notice part 4). */
function checkFields(nominee: Nominee): Message[] {
  const required: Record<string, string> = { 单位全称: nominee.unit };
  if (nominee.category === 'department') required.保卫部门名称 = nominee.department;
  if ('name' in nominee) {
    Object.assign(required, { 姓名: nominee.name, 性别: nominee.sex, 职务: nominee.post });
  }
  return Object.entries(required)
    .filter(([, value]) => isBlank(value))
    .map(([field, actual]) =>
      message('eligibility.field-missing', {
        place: cell(nominee, field),
        actual,
        category: categoryNames[nominee.category],
        who: isBlank(who(nominee)) ? '' : `“${who(nominee)}”`,
        field,
      }),
    );
}

const codeReasons = { form: '不是 18 位规定字符', checksum: '校验码不符' };

/** A nominee's unit must be a legal person (annex 2). */
function checkCode(nominee: Nominee): Message[] {
  const fault = codeFault(nominee.code);
  if (fault === null) return [];
  const place = cell(nominee, '统一社会信用代码');
  return [
    message('eligibility.code-invalid', {
      place,
      unit: nominee.unit,
      reason: isBlank(nominee.code) ? '没有填写' : codeReasons[fault],
      // A person's number typed into the wrong column stays masked.
      actual: idFault(nominee.code) === null ? maskId(nominee.code) : nominee.code,
    }),
  ];
}

const idReasons = { form: '不是 18 位数字（末位可为 X）', date: '其中的出生日期不可能', checksum: '校验码不符' };

/** For a collective this is its head's number. */
function checkId(nominee: Nominee, year: number): Message[] {
  const { idNumber } = nominee;
  if (isBlank(idNumber)) return [];
  const born = Number(birthOfId(idNumber).slice(0, 4));
  const fault = idFault(idNumber) ?? (born > year ? 'date' : null);
  if (fault === null) return [];
  const person = 'name' in nominee ? nominee.name : nominee.head;
  const id = maskId(idNumber);
  const place = cell(nominee, '身份证号');
  return [message('eligibility.id-invalid', { place, actual: id, who: person, id, reason: idReasons[fault] })];
}

function checkPerson(nominee: IndividualNominee): Message[] {
  const { name, sex, birth, idNumber, account } = nominee;
  const findings: Message[] = [];
  if (idFault(idNumber) === null) {
    const id = maskId(idNumber);
    const sexOfNumber = sexOfId(idNumber);
    const birthOfNumber = birthOfId(idNumber);
    if (sex !== sexOfNumber) {
      const facts = { who: name, id, sex, actual: sex, sexOfId: sexOfNumber };
      findings.push(message('eligibility.id-sex', { place: cell(nominee, '性别'), ...facts }));
    }
    if (birth !== '' && birth !== birthOfNumber) {
      const facts = { who: name, id, birth, actual: birth, birthOfId: birthOfNumber };
      findings.push(message('eligibility.id-birth', { place: cell(nominee, '出生年月'), ...facts }));
    }
  }
  // Units are paid into corporate accounts, which have no such check digit; only persons have bank cards.
  if (!isBlank(account) && !passesLuhn(account)) {
    const last = lastFour(account);
    const facts = { who: name, last, actual: `尾号 ${last}` };
    findings.push(message('eligibility.account-luhn', { place: cell(nominee, '银行账号'), ...facts }));
  }
  return findings;
}

function checkScore(nominee: CollectiveNominee, limits: Settings['scoring']): Message[] {
  const { baseScore, bonusScore, veto } = nominee;
  const facts = { category: categoryNames[nominee.category], who: who(nominee), ...limits };
  return score(baseScore, bonusScore, veto, limits).faults.map((fault) => {
    if (fault === 'veto') {
      return message('eligibility.veto', { place: cell(nominee, '一票否决'), ...facts, veto, actual: veto });
    }
    const [code, column, points] =
      fault === 'base'
        ? (['eligibility.base-score', '基本分', baseScore] as const)
        : (['eligibility.bonus-score', '加分', bonusScore] as const);
    return message(code, { place: cell(nominee, column), ...facts, score: points ?? '', actual: String(points) });
  });
}

/** The city office prints the forms of city awards only. */
function checkDeeds(nominee: Nominee): Message[] {
  if (nominee.level !== 'city' || !isBlank(nominee.deeds)) return [];
  const place = cell(nominee, '主要事迹');
  return [message('eligibility.deeds-empty', { place, category: categoryNames[nominee.category], who: who(nominee) })];
}
