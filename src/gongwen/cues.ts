/** What a single line says about itself: the fixed forms of the parts of an official text. */
import { type DocumentKind, documentKinds } from './types.ts';

const han = '一二三四五六七八九十百零〇';
const openBrackets = '〔[［（(【{﹝〖';
const closeBrackets = '〕\\]］）)】}﹞〗';
const digit = '[\\d０-９]';

export const copyNumber = /^\d{6}$/;
export const secrecy = /^(?:绝密|机密|秘密)(?:\s*★.*)?$/;
export const urgency = /^(?:特急|特提|加急|平急|急件|紧急)$/;
/** 发文字号, also with the wrong brackets or none, or with 年 in them. */
const writtenNumber = `[^\\s。，：；]{1,24}?\\s*[${openBrackets}]?\\s*(?:${digit}{4}|${digit}{2})\\s*(?:年?\\s*[${closeBrackets}]|年)\\s*(?:第\\s*)?${digit}+\\s*号`;
/** 〔2024〕　号, left to be filled in. */
const blankNumber = `[^\\s。，：；]{0,24}?\\s*[${openBrackets}](?:\\s*${digit}{4}\\s*年?\\s*|\\s{2,})[${closeBrackets}]\\s*(?:第\\s*)?[\\s_＿×Xx]*号`;
export const documentNumber = new RegExp(`^(?:${writtenNumber}|${blankNumber})$`);
export const orderNumber = new RegExp(`^第\\s*(?:${digit}+|[${han}]+)\\s*号$`);
/** Of minutes: （第3期）, 〔2024〕3号, 第12次. */
export const issueNumber = new RegExp(
  `^[（(]?(?:[${openBrackets}]?\\d{4}[${closeBrackets}]?(?:年)?)?\\s*第?\\s*(?:${digit}+|[${han}]+)\\s*[期次号][）)]?$`,
);
export const signer = /^签\s*发\s*人\s*[:：][\s·\p{Script=Han}]{0,30}$/u;
export const attendance = /^(?:出\s*席|请\s*假|列\s*席|缺\s*席)(?:人员)?\s*[:：]/;
export const copyTo = /^(?:抄\s*送|抄\s*报|分\s*送)\s*[:：]/;
/** In the imprint only: above, it would be the first line of the text. */
export const mainCopyTo = /^主\s*送\s*[:：]/;
export const subjectWords = /^主\s*题\s*词\s*[:：]/;
export const printed =
  /(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九十年月日]{8,12})\s*印\s*发$/;
export const printCount = /^[（(]?共\s*印\s*\d+\s*份[）)]?[。]?$/;
/** Whether a text is made public. */
export const publicity =
  /^[（(]?(?:主动公开|依申请公开|不予公开|此件.{0,12}公开.{0,8}|(?:信息)?公开(?:方式|形式|属性|选项|类型|类别)\s*[:：].{1,20})[）)]?[。]?$/;
export const contact = /^[（(]?\s*联\s*系\s*(?:人|电话|方式)\s*[:：]/;
export const parenthesis = /^[（(].*[）)]$/;
export const tableNote = /^(?:注|备注|说明|填表说明)\s*\d*\s*[:：.．]/;

const chineseYear = '[一二][〇○零OＯo0一二三四五六七八九]{3}';
const dateText = `(?:(?:[12]\\d{3}|[１２][０-９]{3}|${chineseYear})\\s*年\\s*(?:${digit}{1,2}|[${han}]{1,3})?\\s*月\\s*(?:${digit}{1,2}|[${han}]{1,3})?\\s*日|[12]\\d{3}[.．/-]\\d{1,2}[.．/-]\\d{1,2})`;
/** 成文日期, also with its month or day left to be filled in. */
export const date = new RegExp(`^${dateText}$`);
/** Signature and date on one line, divided by white space. */
export const signatureAndDate = new RegExp(`^([^。；：，！？]{2,40}?)\\s+(${dateText})$`);

/** 附件1 alone on its line: the label of an annex behind the text. */
export const annexLabel = new RegExp(
  `^附\\s*(?:件|录|表)\\s*(?:${digit}{1,2}|[${han}]{1,3})?(?:\\s*[-—之]\\s*\\d{1,2})?\\s*[:：]?$`,
);
/** 附件1：名额分配表: label and title, or a line of the list of annexes. */
export const labelAndTitle = new RegExp(
  `^(附\\s*件\\s*(?:${digit}{1,2}|[${han}]{1,3})\\s*(?:[:：.．、]|\\s))\\s*(\\S.*)$`,
);
/** 附件：…, the first line of the list of annexes; group 1 is what follows. */
export const annexList = /^附\s*件?\s*[:：]\s*(.*)$/;

/** Endings of organs' names. */
export const organEnding =
  /(?:委员会|党委|党组|政府|办公室|办公厅|会|局|厅|部|委|办|院|校|学院|大学|中学|小学|公司|集团|中心|处|科|所|站|队|组|协会|学会|银行|厂|社|团|署|庭|室|馆|法院|检察院|医院|总队|支队|大队|分局|街道|镇|乡|村)(?:\s*[（(](?:盖章|印章|章|公章)[）)])?$/;
/** The person who signs an order. */
export const officeHolder =
  /^(?:省|市|县|区|州|乡|镇|校|院|局|厅|会|社|行|处|科|所)?(?:长|主任|主席|总理|部长|书记|司令员|政委|总经理|董事长)\s/;

/** What the title of a document, or of an annex, ends with. */
const titleNouns = [
  ...documentKinds,
  ...'方案 办法 细则 规定 标准 条例 制度 表 名单 名册 名录 计划 规划 要点 总结 讲话 规程 规则 规范 章程 准则 守则 指南 指引 预案 清单 目录 指标 承诺书 责任书 协议 合同 证明 说明 须知 简报 简介 汇报 材料 安排 措施 分工 流程 流程图 示意图 样式 样本 模板 格式 手册 大纲 公约 倡议书 建议 倡议 启事 公示 申请 申请书 登记 台账 简历 回执 申报书 任务书 备案 考核 通报 答复 批示 致辞'.split(
    ' ',
  ),
].filter((noun) => noun !== '令' && noun !== '函');
const titleEnding = new RegExp(`(?:${titleNouns.join('|')}|命令|[^信来]函)(?:[一二三四五六七八九十\\d])?$`);
const remark = /\s*[（(][^（）()]{1,30}[）)]$/;

/** Whether a title may end here. */
export function endsTitle(text: string): boolean {
  return isBalanced(text) && titleEnding.test(text.replace(remark, ''));
}

/** The kind that a title ends with. */
export function kindOf(title: string): DocumentKind | null {
  const bare = title.replace(/\s+/g, '').replace(remark, '');
  const found = documentKinds.filter((kind) => bare.endsWith(kind)).sort((a, b) => b.length - a.length)[0];
  return found ?? null;
}

/** A sentence, or a part of one, ends here: what follows is another paragraph. */
export function endsSentence(text: string): boolean {
  return /[。；：！？…;:!?][”’）》」』)"]*$/.test(text);
}

const pairs: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '〔': '〕',
  '【': '】',
};
const alike: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

/** Whether every bracket and quotation mark that opens is closed; round brackets of both widths close each other. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const one of text) {
    const character = alike[one] ?? one;
    const closing = pairs[character];
    if (closing !== undefined) open.push(closing);
    else if (character === open.at(-1)) open.pop();
  }
  return open.length === 0;
}
