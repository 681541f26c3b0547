import type { MessageText } from './text.ts';

/** What the rules find: quota, eligibility, payout, reconciliation. */
export const ruleMessages = {
  'quota.members-unknown': {
    level: 'error',
    text: '“{district}”没有会员单位数，也没有直接核定的名额，无法计算名额。',
    expected: '会员单位数，或主办单位核定的名额',
    hint: '请在 members 表中补填“{district}”的会员单位数；主办单位已直接核定名额的，请在 case.yaml 的 districts 中为其写明 overrides 和理由。',
  },
  'quota.stated-differs': {
    level: 'error',
    text: '{item}：通知正文写明 {stated}，按名额分配表计算为 {computed}，两处不一致。',
    expected: '{computed}',
    hint: '请核对 case.yaml 中 quota.stated.{key}、会员单位数、比例和直接核定的名额，改到两处一致。',
  },
  'quota.exceeded': {
    level: 'error',
    text: '“{district}”市级{category}推荐数为 {count}，超过名额 {quota}，本行起为超出部分。',
    expected: '不超过 {quota}',
    hint: '请减少 {excess} 个推荐对象，或改报区级；名额确有调整的，请在 case.yaml 中写明 overrides 和理由。',
  },
  'quota.unused': {
    level: 'warning',
    text: '“{district}”市级名额未用完：{list}。',
    hint: '如有意空缺可不处理；否则请补报推荐对象。',
  },

  'eligibility.field-missing': {
    level: 'error',
    text: '{category}{who}未填写{field}。',
    expected: '如实填写{field}',
    hint: '请补填“{field}”，不要用“无”“-”等代替。',
  },
  'eligibility.code-invalid': {
    level: 'error',
    text: '“{unit}”没有有效的统一社会信用代码：{reason}。',
    expected: '18 位统一社会信用代码',
    hint: '推荐单位须具有独立法人资格，请对照营业执照或法人证书重新填写。',
  },
  'eligibility.id-invalid': {
    level: 'error',
    text: '“{who}”的身份证号 {id} 有误：{reason}。',
    expected: '18 位居民身份证号码',
    hint: '请对照身份证重新填写，并确认单元格为文本格式。',
  },
  'eligibility.id-sex': {
    level: 'error',
    text: '“{who}”的性别填写为“{sex}”，与身份证号 {id} 不符。',
    expected: '{sexOfId}',
    hint: '请对照身份证，改正性别或身份证号。',
  },
  'eligibility.id-birth': {
    level: 'error',
    text: '“{who}”的出生年月填写为 {birth}，与身份证号 {id} 不符。',
    expected: '{birthOfId}',
    hint: '请对照身份证，改正出生年月或身份证号。',
  },
  'eligibility.base-score': {
    level: 'error',
    text: '{category}“{who}”的基本分为 {score}，不在 {qualifying} 分至 {baseTotal} 分之间，没有参评资格。',
    expected: '{qualifying} 至 {baseTotal}',
    hint: '请对照评分指标复核；基本分确实不足 {qualifying} 分的，请撤回推荐。',
  },
  'eligibility.bonus-score': {
    level: 'error',
    text: '{category}“{who}”的加分为 {score}，不在 0 分至 {bonusTotal} 分之间。',
    expected: '0 至 {bonusTotal}',
    hint: '请对照评分指标各加分项的分值重新合计。',
  },
  'eligibility.veto': {
    level: 'error',
    text: '{category}“{who}”的一票否决项填写为“{veto}”，没有参评资格。',
    expected: '未发生',
    hint: '确有否决情形的，请撤回推荐；没有的，请填写“未发生”。',
  },
  'eligibility.unit-not-nominated': {
    level: 'error',
    text: '{category}“{who}”所在单位“{unit}”不在{level}先进单位推荐名单中。',
    expected: '所在单位同时被推荐为{level}先进单位',
    hint: '先进保卫部门和先进治安责任人须从同级先进单位中产生：请补报该单位，或撤回本行推荐；单位已在名单中的，请核对单位全称和统一社会信用代码。',
  },
  'eligibility.duplicate': {
    level: 'error',
    text: '“{who}”在{level}{category}中重复推荐，首次出现在 {first}。',
    expected: '同一类别只出现一次',
    hint: '同一单位、同一人在一个类别中只能推荐一次，请保留一行，删去另一行。',
  },
  'eligibility.two-categories': {
    level: 'warning',
    text: '“{who}”（{unit}）同时被推荐为{category}和{otherCategory}，另一处在 {first}。',
    hint: '请确认是否同一人、是否有意重复推荐。',
  },
  'eligibility.names-close': {
    level: 'warning',
    text: '“{name}”与 {first}的“{other}”只差全角半角、空格或“有限公司/有限责任公司”等写法。',
    expected: '同一对象的写法前后一致',
    hint: '请对照证照统一写法；确系不同对象的，请核对统一社会信用代码或身份证号。',
  },
  'eligibility.identity-conflict': {
    level: 'warning',
    text: '{number}与名称对应不一致：本行为“{name}”（{id}），{first}为“{other}”（{otherId}）。',
    expected: '一个号码对应一个名称',
    hint: '请核对两处的名称和{number}；号码错填会使奖金漏发或重发。',
  },
  'eligibility.account-luhn': {
    level: 'warning',
    text: '“{who}”的银行账号（尾号 {last}）未通过银行卡号校验。',
    expected: '13 至 19 位银行卡号',
    hint: '请对照银行卡核对；确为存折账号的可不处理。',
  },
  'eligibility.deeds-empty': {
    level: 'warning',
    text: '{category}“{who}”没有填写主要事迹。',
    expected: '简明扼要的事迹',
    hint: '审批表的“主要事迹”不能空白，请补填后再打印。',
  },
  'eligibility.late': {
    level: 'warning',
    text: '“{district}”的名册于 {received} 收到，晚于截止日期 {closingDate}，共 {count} 行，本行为第一行。',
    expected: '不晚于 {closingDate}',
    hint: '请决定是否受理：受理的可不处理；不受理的，请把“状态”改为“撤回”并写明原因。收到日期写错的请改正。',
  },

  'payout.payer-unknown': {
    level: 'error',
    text: '{level}{category}“{who}”的奖金没有发放单位：{reason}，“{district}”又没有区企保协会。',
    expected: '市企保协会会员，或所在区有企保协会',
    hint: '请核对“市企保协会会员”和“区”两栏；该区确有协会的，请在 case.yaml 的 districts 中写明 payer。',
  },
  'payout.two-individual-awards': {
    level: 'warning',
    text: '“{who}”（{unit}）同获{level}{paid}和{category}，奖金只发一份，按{paid}发放。',
    hint: '通知未作规定，默认一人一份；如应分别发放，请在 case.yaml 中设 payout.twoIndividualAwards: each。',
  },
  'payout.matched-by-name': {
    level: 'warning',
    text: '“{who}”（{unit}）只凭名称与{other}认定为同一{kind}，奖金不重复发放。',
    expected: '凭{number}认定',
    hint: '请补填{number}；确认无误的，在 case.yaml 的 payout.confirmedMatches 中写明 same: true，确系不同{kind}的写 same: false。',
  },
  'payout.setting-unmatched': {
    level: 'error',
    text: '{setting} 写的是“{who}”的{award}，最终名单中没有这一项。',
    expected: '{nearest}',
    hint: '请与名册核对级别、类别、单位全称和姓名，改到一致；不再需要的请删去。',
  },
  'payout.account-missing': {
    level: 'warning',
    text: '{payer}要发放的奖金有{count}笔没有开户行或账号：{who}。',
    expected: '开户行和银行账号都填写',
    hint: '请在名册中补填；不补的不进银行代发文件，列在发放表的“缺少账号”一页，凭签领单发放。',
  },
  'payout.paid-without-award': {
    level: 'warning',
    text: '“{who}”（{unit}）的{award}奖金已在登记簿第{line}行（第{batch}批）发放，但最终名单中没有此项，或案卷写明不再发放。',
    hint: '款项已追回或退回的，请用 neibao register reverse 冲销第{line}行并写明理由；名单有误的，请改正名册。',
  },

  'reconcile.mismatch': {
    level: 'error',
    text: '{level}{category}数量核对不一致：{faults}。',
    expected: '名额 ≥ 推荐数 = 审批表 ÷ 份数，最终人选 = 证书 = 发放 + 不重复发放',
    hint: '用了本单位模板的，请检查模板是否每个对象都成一页；否则请保留本次输入并报告问题。',
  },
} as const satisfies Record<string, MessageText>;
