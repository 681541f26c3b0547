import { describe, expect, test } from 'vitest';
import { fix } from '../../src/proof/fix.ts';
import { inBody, official } from './parts.ts';

/** A paragraph, the codes of what is found in it, and what `--fix` makes of it where that is anything. */
type Case = readonly [text: string, codes: string, fixed?: string];

function holds([text, codes, fixed = text]: Case): void {
  expect(
    inBody(text)
      .map((one) => one.code.replace('proof.', ''))
      .join(' '),
  ).toBe(codes);
  expect(fix(official([['body', text]])).lines).toEqual([fixed]);
}

function named(cases: readonly Case[]) {
  return cases.map((one) => ({ text: one[0], one }));
}

describe('marks of a paragraph', () => {
  test.each(
    named([
      ['请各单位认真执行,确保落实。', 'half-width', '请各单位认真执行，确保落实。'],
      ['单位(含下属单位)负责人', 'half-width', '单位（含下属单位）负责人'],
      ['先进集体（单位全称)表册', 'half-width', '先进集体（单位全称）表册'],
      ['不少于3人）的单位; 其他单位', 'half-width unpaired', '不少于3人）的单位；其他单位'],
      ['(1)有制度；（2）有措施。', 'half-width', '（1）有制度；（2）有措施。'],
      ['填写﹙留存资料﹚', 'half-width', '填写（留存资料）'],
      ['确保落实. 请执行', 'half-width', '确保落实。请执行'],
      ['奖金1,000元，时间12:30，网址 https://a.cn/b(c)。', ''],
      ['发至邮箱 shqbxh@163.com。', ''],
      ['1）有制度', ''],
      ['坚持"安全第一"方针', 'straight-quotes', '坚持“安全第一”方针'],
      ['管径3"的水管', ''],
      ["It's an example", ''],
      ['按照《条例》规定》执行', 'unpaired'],
      ['建立“平安单位创建', 'unpaired'],
      ['他说“要落实“一岗双责”制度”。', 'nested-quotes'],
      ['《关于印发《条例》的通知》', 'nested-book-titles'],
      ['《关于印发〈条例〉的通知》和“要落实‘一岗双责’制度”', ''],
      ['依据《消防法》、《内保条例》', 'between-marks'],
      ['做到“防恐”、“互救”', 'between-marks'],
      ['《内部治安保卫条例》（以下简称《条例》）、《消防法》', ''],
      ['学校、医院、等单位', 'before-deng'],
      ['高、中、等离子设备', ''],
      ['学校，医院...', 'ellipsis'],
      ['学校、医院…等单位', 'ellipsis'],
      ['学校、医院……等单位', 'ellipsis'],
      ['学校、医院……', ''],
      ['单位推荐--协会初审', 'dash'],
      ['单位推荐——协会初审', ''],
      ['确保落实，。', 'double-mark'],
      ['单位（含下属单位。）应当落实', 'inner-stop'],
      ['应当落实。（详见附件。）', ''],
      ['持有《保安员证》的保安员', 'book-title-use'],
      ['印发《先进评选活动实施方案》', ''],
    ]),
  )('$text', ({ one }) => holds(one));
});

describe('numerals of a paragraph', () => {
  test.each(
    named([
      ['培训25~30人', 'range-tilde', '培训25～30人'],
      ['2021-2025年规划', 'range-hyphen'],
      ['2021—2025年规划', ''],
      ['3月1日-5日', 'range-hyphen'],
      ['电话021-54732857', ''],
      ['培训5-10人', 'range-hyphen'],
      ['比例15～30%', 'range-unit'],
      ['比例15%～30%', ''],
      ['罚款13～17万元', 'range-unit'],
      ['系数为.46', 'leading-zero'],
      ['系数为0.46', ''],
      ['于24年12月完成', 'two-digit-year'],
      ['2024年12月，近20年来', ''],
      ['共1百零8人', 'mixed-numeral'],
      ['共10亿元，约3.5万人，五千人', ''],
      ['二○二四年', 'zero-sign'],
      ['二零二四年', 'zero-sign'],
      ['二〇二四年', ''],
      ['一百〇八人', 'zero-sign'],
      ['１．单位应当设置机构', 'wide-digits', '1．单位应当设置机构'],
      ['标准的３％配备', 'wide-digits', '标准的3%配备'],
      ['2月30日前报送', 'date-impossible'],
      ['2023年2月29日前报送', 'date-impossible'],
      ['2024年2月29日前报送', ''],
      ['依据沪企保协(2024)39号', 'number-brackets', '依据沪企保协〔2024〕39号'],
      ['依据沪企保协【2024】39号', 'number-brackets', '依据沪企保协〔2024〕39号'],
      ['依据沪企保协[2024]39号', 'number-brackets', '依据沪企保协〔2024〕39号'],
      ['依据沪企保协〔24〕39号', 'number-year'],
      ['依据沪企保协〔2024〕第39号', 'number-serial'],
      ['依据沪企保协〔2024〕039号', 'number-serial'],
      ['依据沪企保协〔2024〕39号', ''],
    ]),
  )('$text', ({ one }) => holds(one));
});

describe('items and blanks of a paragraph', () => {
  test.each(
    named([
      ['1、加强领导，落实责任。', 'level-mark', '1.加强领导，落实责任。'],
      ['1、2024年度名额分配表', 'level-mark', '1. 2024年度名额分配表'],
      ['1、2、3号楼', ''],
      ['1.加强领导，落实责任。', ''],
      ['（一）、加强领导，落实责任。', 'level-mark', '（一）加强领导，落实责任。'],
      ['一.加强领导', 'level-mark', '一、加强领导'],
      ['一是、加强领导；二是，落实责任。', 'item-mark', '一是加强领导；二是落实责任。'],
      ['首先、加强领导。', 'item-mark', '首先，加强领导。'],
      ['一是加强领导；三是落实责任。', 'level-gap'],
      ['第一条为了规范工作，制定本条例。', 'article-space'],
      ['第一条　为了规范工作，制定本条例。', ''],
      ['名额 299 个', 'space', '名额299个'],
      ['评选 表彰，实行 “一票否决”', 'space', '评选表彰，实行“一票否决”'],
      ['王 洪、李 雪', ''],
      ['负责人：      2024年 月 日', ''],
      ['登记等工作台帐', 'word'],
    ]),
  )('$text', ({ one }) => holds(one));
});
