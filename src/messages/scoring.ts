import type { MessageText } from './text.ts';

/** Scoring sheets: reading them, and holding them against the scoring indicators and the rosters. */
export const scoringMessages = {
  'scoring.file-type': {
    level: 'error',
    text: '评分表“{name}”不是 .xlsx 文件，没有读取。',
    expected: '.xlsx 工作簿，一个单位一份，直接放在 scores 文件夹下',
    hint: '请用 Excel 或 WPS 打开它，选“另存为”，类型选“Excel 工作簿（*.xlsx）”；PDF 和图片请对方提供原表，或录入名册工作簿的“评分”表。',
  },
  'scoring.sheet-unknown': {
    level: 'error',
    text: '文件里没有认出填好的评分表：找不到“自评分”和“评审分”两栏，或者一项也没有填。',
    expected: '按附件3 版式填好的评分表',
    hint: '请核对表头是否为“分值、自评分、评审分”；空白的评分表请移出 scores 文件夹。',
  },
  'scoring.unit-missing': {
    level: 'error',
    text: '评分表没有写单位名称，不知道是给谁评的分。',
    expected: '表头上方“单位名称：”后面的单位全称',
    hint: '请填写与先进单位名册一致的单位全称。',
  },
  'scoring.item-unknown': {
    level: 'error',
    text: '评分指标里没有“{item}”这一项。',
    expected: '附件3 中的项目，编号为 1.1 至 9.2、加1 至 加5、否1 至 否5',
    hint: '请写附件3 中的编号，或照抄该项的原文；编号与填表工作簿“评分”表中的一致。',
  },
  'scoring.item-twice': {
    level: 'error',
    text: '“{who}”的评分中，“{item}”出现了两次，前一次在 {first}。',
    expected: '每项评分一次',
    hint: '请保留正确的一行，删去另一行。',
  },
  'scoring.items-missing': {
    level: 'error',
    text: '“{who}”的评分不完整，还有 {count} 项没有填：{list}。',
    expected: '基本得分项和一票否决项逐项填写',
    hint: '请补填：不得分的填 0；一票否决项填“未发生”或“发生”。',
  },
  'scoring.over-cap': {
    level: 'error',
    text: '“{who}”的“{item}”{column}为 {score}，超过该项分值 {points}。',
    expected: '0 至 {points}',
    hint: '请对照附件3 改正这一项的得分，并重新合计。',
  },
  'scoring.twice': {
    level: 'error',
    text: '{category}“{who}”有两份评分，另一份在 {first}。',
    expected: '每个单位、每个部门一份评分',
    hint: '请核对两份评分，保留最新的一份，另一份删去或移出案卷。',
  },
  'scoring.nominee-unknown': {
    level: 'warning',
    text: '收到“{who}”的评分，但{category}名册中没有这个单位，这份评分没有用上。',
    hint: '请核对单位全称、统一社会信用代码和类别是否与名册一致；已不再推荐的可不处理。',
  },
  'scoring.sum-differs': {
    level: 'error',
    text: '{category}“{who}”的{column}：名册写 {stated}，评分表逐项合计为 {sum}，两处不一致。评分表在 {sheet}。',
    expected: '{sum}',
    hint: '请核对评分表和名册，改到两处一致；有评审分的项目以评审分为准。',
  },
  'scoring.unqualified': {
    level: 'error',
    text: '{category}“{who}”的评分表逐项合计，基本分为 {sum}，不足 {qualifying} 分，没有参评资格。',
    expected: '不低于 {qualifying}',
    hint: '请对照评分指标复核；基本分确实不足 {qualifying} 分的，请撤回推荐。',
  },
  'scoring.veto': {
    level: 'error',
    text: '{category}“{who}”的一票否决项“{item}”为“发生”，没有参评资格。',
    expected: '未发生',
    hint: '确有否决情形的，请撤回推荐；没有的，请改为“未发生”。',
  },
} as const satisfies Record<string, MessageText>;
