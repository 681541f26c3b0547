/** Title, addressees, notes and imprint: what stands round the text. */
import { documentKinds } from '../gongwen/types.ts';
import { bare, opening } from './paragraphs.ts';
import type { ParagraphRule, Spot, TextRule } from './types.ts';

/** Papers that offices write and that are none of the legal kinds: issued by a 通知, or set plainly. */
const otherKinds =
  /(公示|方案|办法|规定|规程|细则|规则|规范|制度|条例|计划|规划|要点|总结|讲话|名单|名册|证书|倡议书|责任书|合同|协议|清单|表|标准|指南|简报|简介|说明|章程|措施|预案|汇报|建议|通讯|情况)$/;

export const titleKinds: TextRule = ({ text }) => {
  const titles = text.parts.filter((part) => part.role === 'title' && part.annex === 0);
  const [first] = titles;
  if (first === undefined) return [];
  const title = bare(
    titles
      .slice(0, 1)
      .map((part) => part.text)
      .join(''),
  )
    .replace(/[（(][^（()）]*[）)]$/, '')
    .replace(/[。，；：、]$/, '');
  if (text.kind !== null || documentKinds.some((kind) => title.endsWith(kind))) return [];
  const other = otherKinds.exec(title)?.[0];
  return other === undefined
    ? [
        {
          code: 'proof.title-kind',
          line: first.line,
          found: opening(title, 60),
          expected: '……的通知（或其他法定文种）',
        },
      ]
    : [{ code: 'proof.title-kind-other', line: first.line, found: opening(title, 60), facts: { kind: other } }];
};

/** No mark at the end of a title (GB/T 15834, B.4) but ？！ and ……. */
export const titleEnd: ParagraphRule = ({ part, line }) => {
  if (part.role !== 'title' && part.role !== 'annex-title') return [];
  const title = part.text.trim();
  return /[。，；：、.,;:]$/.test(title)
    ? [{ code: 'proof.title-end-mark', line, found: opening(title, 60), expected: opening(title.slice(0, -1), 60) }]
    : [];
};

/** A heading of the first level that is nothing but a heading. */
export const headingEnd: ParagraphRule = ({ part, line }) => {
  const own = part.text.trim();
  const alone = /^[一二三四五六七八九十]+、[^，。；：！？]{2,24}[。；，、]$/.test(own);
  return (part.role === 'heading' || part.role === 'body') && alone
    ? [{ code: 'proof.heading-end-mark', line, found: own, expected: own.slice(0, -1) }]
    : [];
};

/** 主送机关 ends with a full-width colon (7.3.2). */
export const addresseeEnd: ParagraphRule = ({ part, line }) =>
  part.role === 'addressee' && !/[：:]$/.test(part.text.trim())
    ? [
        {
          code: 'proof.addressee-colon',
          line,
          found: opening(part.text.trim().slice(-20)),
          expected: '末尾用全角冒号“：”',
        },
      ]
    : [];

/** 附注 stands in brackets (7.3.6). */
export const noteBrackets: ParagraphRule = ({ part, line }) => {
  const own = part.text.trim();
  // Below a table stand notes of another kind.
  if (part.role !== 'note' || part.annex > 0 || /^注/.test(own) || own === '' || /^[（(].*[）)]$/s.test(own)) return [];
  return [{ code: 'proof.note-brackets', line, found: opening(own, 40), expected: `（${own.replace(/[。.]$/, '')}）` }];
};

/** 抄送 ends with a full stop (7.4.2). */
export const copyEnd: ParagraphRule = ({ part, line }) => {
  const own = part.text.trim();
  return part.role === 'copy-to' && /^抄\s*[送报]/.test(own) && !own.endsWith('。')
    ? [
        {
          code: 'proof.copy-end',
          line,
          found: `…${own.slice(-12)}`,
          expected: `…${own.slice(-12).replace(/[；;，,.]$/, '')}。`,
        },
      ]
    : [];
};

/** What the edition of 1999 asked for, or allowed, and that of 2012 does not. */
export const abolished: TextRule = ({ text }) =>
  text.parts.flatMap((part): readonly Spot[] => {
    const own = bare(part.text);
    const spot = (found: string, why: string): readonly Spot[] => [
      { code: 'proof.abolished', line: part.line, found, facts: { why } },
    ];
    if (part.role === 'table') return [];
    if (/^主题词[：:]/.test(own)) return spot(opening(own), '现行标准没有“主题词”这一项，请删去');
    if (/^[（(]?此页无正文[）)]?$/.test(own)) {
      return spot(own, '末页放不下印章时应当调整行距、字距，不标“此页无正文”');
    }
    if (/^抄报[：:]/.test(own)) return spot(opening(own), '现行标准只有“抄送”，送上级机关也用“抄送”');
    if ((part.role === 'signature' || part.role === 'date') && /[（(](?:盖章|公章|印章|章)[）)]/.test(own)) {
      return spot(opening(own), '署名处直接加盖印章，不写“（盖章）”');
    }
    return [];
  });
