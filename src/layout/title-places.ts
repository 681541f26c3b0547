/** Where the lines of a title may begin: between words, and at what cost. */
import { type Groups, groupsIn, isInside, mayBreakBefore } from './breaks.ts';

export interface TitlePlace {
  /** Index of the character that would begin the line. */
  readonly index: number;
  readonly cost: number;
}

/** Made when it is first asked: that takes longer than to lay a page, and the labels of most pages are known terms. */
let segmenter: Intl.Segmenter | undefined;

/** Terms of offices and of the field that a general dictionary takes apart. */
const terms = new RegExp(
  [
    '企业事业单位|企事业单位|内部治安保卫|治安保卫|内保(?:工作|部门|干部)|安全(?:生产|保卫|防范|管理|检查)|消防安全|校园安全',
    '先进(?:单位|集体|个人|保卫部门|保卫处（科）|保卫[处科]|保卫干部|治安责任人|责任人)|保卫(?:部门|干部|人员|处|科)|责任人|评选表彰|通报表扬|拟表彰名单',
    '治安总队|企保协会|[总支大中]队|公安(?:局|机关|分局)|(?:卫生健康|综合治理|安全生产|\\p{Script=Han}{2})委员会|办公[厅室]|领导小组|工作组|联席会议|协会|学会|支部|[\\p{Script=Han}]{2}新区',
    '审批表|证号(?!码)|评分指标|分配表|名额分配|汇总表|登记表|花名册|责任制|目标管理|综合治理|规范性文件|组成人员|培训班|专项(?:检查|经费|行动)',
    '印发|转发|报送|批复|复函|拨付|换届|增补|试行|修订|征求|贯彻落实|商请|给予|授予|关于|有关|进一步|若干|党支部|反恐怖防范',
    '(?:补充|实施|指导|工作|若干|暂行|联合)(?:通知|方案|意见|办法|规定|要点|细则|计划)|主题教育|百日行动',
    '第[0-9一二三四五六七八九十]+[届次期批]|元旦|春节|国庆|期间|[\\p{Script=Han}]{1,3}(?:同志|代表)',
  ].join('|'),
  'gu',
);
/** Names of organisations, by what they end in; several in a row are one inside the other. */
const ends =
  '领导小组|协会|学会|委员会|公司|集团|学院|大学|医院|公安局|总队|支队|支部|中心|银行|研究院|研究所|办公室|办公厅|人民政府';
const organEnd = new RegExp(`(?:${ends})$`);
const inName = '(?:(?!关于|授予|[和与及])\\p{Script=Han})';
const organs = new RegExp(
  `(?<=^|[、《“和与对向]|关于|授予|同意|成立|表彰|调整)${inName}{2,16}?(?:${ends})(?:${inName}{2,8}?(?:${ends}))*`,
  'gu',
);
/** Words that lean on what stands before them and look wrong at the start of a line. */
const leaning = /^[的地得了和与及、为是暨]/;
/** Words that lean on what follows. */
const pending = /(?:关于|有关|进一步|[对向为在由于并的])$/;
const joining = /[及和与暨]$/;
/** Verbs that their object should follow at once. */
const verbs =
  /(?:做好|加强|开展|授予|给予|印发|转发|召开|举办|贯彻落实|落实|推进|规范|完善|建立|成立|调整|申请|拨付|报送|征求|公示|表彰|同意|废止|商请|组织)$/;
/** Single characters that are words by themselves. */
const words = /^[的地得了和与及等为是暨对向在由于并拟将从至各全]$/u;
const single = /^\p{Script=Han}$/u;
const shortWord = /^\p{Script=Han}{0,3}$/u;

const costs = {
  leaning: 5,
  /** 等, which may follow a name that fills its line. */
  andOthers: 1.5,
  pending: 1,
  joining: 0.3,
  verb: 0.5,
  /** Beside a character that may be half of a word. */
  single: 0.7,
  /** Inside a name, and inside a name behind the name of a higher organisation. */
  organ: 1.2,
  organJoint: 0.5,
  /** Inside brackets or quotation marks; where they hold more than a line, it must be. */
  bracket: 3,
  longBracket: 0.6,
  beforeBracket: 1,
  /** Natural joints: behind the organisation, a comma, a title in brackets. */
  about: -0.6,
  comma: -0.3,
};

function segmenterOf(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
}

/** The places of a title in a box so many characters wide. */
export function titlePlaces(text: string, room: number): readonly TitlePlace[] {
  const groups = groupsIn(text);
  const brackets = bracketCosts(text, room);
  const names = nameCosts(text);
  const pieces = piecesOf(text, groups, room);
  return pieces.flatMap((piece, at): TitlePlace[] => {
    const { index } = piece;
    const previous = pieces[at - 1];
    if (previous === undefined || !mayBreakBefore(text, index)) return [];
    const cost =
      (brackets[index] ?? 0) +
      (names.get(index) ?? 0) +
      (isHalf(previous.text) || isHalf(piece.text) ? costs.single : 0) +
      sideCost(text.slice(0, index), text.slice(index));
    return [{ index, cost }];
  });
}

/** What the words on both sides of a place say. */
function sideCost(before: string, after: string): number {
  let cost = 0;
  if (leaning.test(after)) cost += costs.leaning;
  if (after.startsWith('等')) cost += costs.andOthers;
  if (pending.test(before)) cost += costs.pending;
  else if (joining.test(before)) cost += costs.joining;
  else if (verbs.test(before)) cost += costs.verb;
  if (after.startsWith('关于')) cost += costs.about;
  if (after.startsWith('（')) cost += costs.beforeBracket;
  if (/[、，；]$/.test(before)) cost += costs.comma;
  return cost;
}

interface Piece {
  readonly index: number;
  readonly text: string;
}

/** The words of a title, groups whole, and terms that have room in one line. */
function piecesOf(text: string, groups: Groups, room: number): readonly Piece[] {
  const known = [...text.matchAll(terms)].filter(([term]) => term.length <= room);
  const starts = new Set(restsOf(text, known).every(isWord) ? [0] : dictionaryStarts(text));
  for (const { 0: term, index } of known) {
    starts.add(index);
    if (index + term.length < text.length) starts.add(index + term.length);
    for (let inside = index + 1; inside < index + term.length; inside++) starts.delete(inside);
  }
  const sorted = [...starts].filter((index) => !isInside(groups, index)).sort((a, b) => a - b);
  return sorted.map((index, at) => ({ index, text: text.slice(index, sorted[at + 1]) }));
}

/** What of a text stands before, between and behind these terms of it. */
function restsOf(text: string, found: readonly RegExpMatchArray[]): readonly string[] {
  const ends = found.map(({ 0: term, index = 0 }) => index + term.length);
  return [0, ...ends].map((end, at) => text.slice(end, found[at]?.index));
}

function dictionaryStarts(text: string): readonly number[] {
  return [...segmenterOf().segment(text)].map(({ index }) => index);
}

/** Whether what known terms leave of a title is one word, as the name of a district, or nothing. */
function isWord(rest: string): boolean {
  return shortWord.test(rest);
}

function isHalf(piece: string): boolean {
  return single.test(piece) && !words.test(piece);
}

/** What it costs to break before each character because it stands inside brackets or quotation marks. */
function bracketCosts(text: string, room: number): readonly number[] {
  const inside: number[] = Array.from({ length: text.length }, () => 0);
  for (const pair of [/《[^》]*(?:《[^》]*》[^》]*)*》/g, /“[^”]*”/g, /（[^）]*）/g]) {
    for (const { 0: span, index } of text.matchAll(pair)) {
      const cost = span.length > room ? costs.longBracket : costs.bracket;
      for (let at = index + 1; at < index + span.length; at++) inside[at] = Math.max(inside[at] ?? 0, cost);
    }
  }
  return inside;
}

/** What it costs to break the name of an organisation. */
function nameCosts(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { 0: name, index } of text.matchAll(organs)) {
    for (let at = 1; at < name.length; at++) {
      found.set(index + at, organEnd.test(name.slice(0, at)) ? costs.organJoint : costs.organ);
    }
  }
  return found;
}
