/** The scoring sheet (annex 3 of the notice): what is scored, and for how many points at most. */

export interface Rubric {
  /** Nine sections, 100 points in all. */
  readonly base: readonly RubricSection[];
  /** 30 points in all; the source prints 100 for this sum, while its grand total of 130 is right. */
  readonly bonus: RubricSection;
  /** Any one of these rules a nominee out. */
  readonly veto: readonly string[];
}

export interface RubricSection {
  readonly name: string;
  /** Sum of the items. */
  readonly points: number;
  readonly items: readonly RubricItem[];
}

export interface RubricItem {
  readonly text: string;
  /** The most that the item gives. */
  readonly points: number;
}

/** One line of the scoring sheet, by the number under which a sheet `评分` names it. */
export interface ScoringItem {
  /** 1.1 … 9.2 for base items, 加1 … 加5, 否1 … 否5. */
  readonly number: string;
  readonly kind: 'base' | 'bonus' | 'veto';
  /** 组织体系 …, 加分项, 一票否决项 */
  readonly section: string;
  readonly text: string;
  /** The most that the item gives; 0 for a veto item. */
  readonly points: number;
}

function section(name: string, ...items: readonly (readonly [points: number, text: string])[]): RubricSection {
  return {
    name,
    points: items.reduce((sum, [points]) => sum + points, 0),
    items: items.map(([points, text]) => ({ text, points })),
  };
}

export const rubric: Rubric = {
  base: [
    section(
      '组织体系',
      [8, '设有独立的治安保卫机构（合署办公的得5分）'],
      [
        5,
        '根据国家、上海相关文件要求，配备专职保卫干部（医院、学校、国资委系统单位按照对应文件要求，其他系统单位3人及以上专职保卫干部得分，3人以下的，1人1分）',
      ],
      [3, '保卫部门负责人具备《保卫管理员》二级及以上职称'],
      [3, '保卫干部持有《保卫管理员》三级及以上职称（至少3名）'],
      [3, '与主管公安部门签订治安责任书'],
      [3, '单位内部治安责任制签约率达100%（部门、基层）'],
    ),
    section(
      '矛盾纠纷排查化解',
      [3, '成立维稳或信访工作小组（有单位发文及书面名单）'],
      [3, '定期排摸处置不稳定因素，有书面记录和汇总'],
      [3, '妥善处置不安定事件，落实工作措施，把矛盾解决在萌芽状态'],
    ),
    section(
      '情况信息',
      [3, '保卫工作年度有计划、总结，并按时上报主管部门'],
      [3, '重要信息未发生漏报、迟报、误报、瞒报'],
      [2, '设立“平安商户联盟”或“平安屋”'],
      [2, '在本单位内部建立治安防范信息员网络'],
    ),
    section(
      '人防建设',
      [3, '按照有关规定、聘请专业保安公司保安员（自招保安及物业保安得1分）'],
      [3, '保安员全部经过公安机关的培训，并持证上岗'],
      [3, '按照各行业领域有关规定、配备必要数量的保安员（学校、医院有专门要求）'],
    ),
    section(
      '技防建设',
      [5, '重点单位、重要部位技防建设符合国家及本市地方标准要求'],
      [3, '经过公安机关技防办评审和验收'],
      [3, '按要求配置周界报警设施或入侵探测器'],
      [3, '按要求设置紧急报警按钮'],
      [3, '重要部位及通道等视频监控全覆盖'],
      [2, '技防设施运行良好，专人负责并记录使用、定期维护保养情况'],
    ),
    section(
      '保卫制度',
      [5, '依据《内保条例》和有关法律法规，结合实际制定较为完整的保卫工作制度'],
      [3, '有外包人员管理制度（单位无外包人员的得分）'],
      [3, '24小时安排足够力量值班守护'],
    ),
    section('隐患排查整改', [3, '每月全面组织安全检查不少于2次，检查内容有记录'], [3, '检查发现隐患及时得到整改']),
    section(
      '应急演练',
      [3, '根据单位实际情况，制定各类突发事件应急预案'],
      [3, '根据市局、行业主管部门相关要求，每年开展必要的应急演练'],
    ),
    section('法制教育', [2, '组织开展治安保卫培训及相关讲座'], [3, '员工安全防范（反诈）宣传全覆盖']),
  ],
  bonus: section(
    '加分项',
    [10, '被公安机关表彰、通报表扬或获得市级以上集体荣誉称号'],
    [6, '支撑协会工作，为协会会议、活动提供场地、演讲嘉宾、授课老师等'],
    [6, '获得近三年治安内保调研征文一二等奖及组织奖（每获得一次加1分）'],
    [4, '参加《上海内保与技防》杂志、微信公众号投稿并录用（录用一篇加1分）'],
    [4, '参加协会各类活动（参加一次加1分）'],
  ),
  veto: [
    '本年度内因治安保卫工作落实不到位，发生重特大案件或治安事故的',
    '本年度内受到公安机关或者其他行政主管部门行政处罚以上追责问责的',
    '本年度内单位员工涉嫌严重刑事犯罪或被较大金额的电信网络诈骗',
    '本年度内发生负面舆情，造成恶劣影响的',
    '本年度内无正当理由未全额缴纳会费的',
  ],
};

/** Every line of the scoring sheet in its order: base, bonus, veto. */
export function scoringItems(): readonly ScoringItem[] {
  return [
    ...rubric.base.flatMap(({ name, items }, part) =>
      items.map((item, index) => ({
        number: `${part + 1}.${index + 1}`,
        kind: 'base' as const,
        section: name,
        ...item,
      })),
    ),
    ...rubric.bonus.items.map((item, index) => ({
      number: `加${index + 1}`,
      kind: 'bonus' as const,
      section: rubric.bonus.name,
      ...item,
    })),
    ...rubric.veto.map((text, index) => ({
      number: `否${index + 1}`,
      kind: 'veto' as const,
      section: '一票否决项',
      text,
      points: 0,
    })),
  ];
}
