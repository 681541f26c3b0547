import type { MessageText } from './text.ts';

/** What is said while files from the districts are collected into the rosters of a case. */
export const collectMessages = {
  // Files
  'collect.source-missing': {
    level: 'error',
    text: '找不到这个文件或文件夹。',
    expected: '收到的名册文件，或者存放它们的文件夹',
    hint: '请核对路径是否写对；路径中有空格时要加引号。',
  },
  'collect.folder-empty': {
    level: 'warning',
    text: '文件夹里没有文件。',
    hint: '请把收到的名册放进这个文件夹，再运行一次。',
  },
  'collect.other-workbook': {
    level: 'error',
    text: '不能读取 {extension} 格式的表格。',
    expected: '.xlsx 或 .csv 文件',
    hint: '请用 Excel 或 WPS 打开它，选“文件 → 另存为”，类型选“Excel 工作簿（*.xlsx）”，再收这份新文件；只改扩展名没有用。',
  },
  'collect.archive': {
    level: 'error',
    text: '这是 {extension} 压缩包，没有打开。',
    expected: '解压后的 .xlsx 或 .csv 文件',
    hint: '请先解压到一个文件夹，再收这个文件夹。',
  },
  'collect.not-a-table': {
    level: 'error',
    text: '这个文件（{extension}）不是表格，没有读取。',
    expected: '.xlsx 或 .csv 文件',
    hint: '盖章扫描件、照片和文字材料请另行归档；名册在 PDF 或 Word 文件里的，请对方提供原表，另存为“Excel 工作簿（*.xlsx）”。',
  },
  'collect.known': {
    level: 'info',
    text: '内容与 {day} 已收的“{other}”完全相同，不再重收。',
    hint: '不用处理；如果其后收过更正的一份而现在要改回这一份，请加 --prefer 指明这个文件。',
  },
  'collect.prefer-unknown': {
    level: 'error',
    text: '--prefer 指明的“{name}”不在这次收的文件里。',
    expected: '这次收的一个文件的名称或路径',
    hint: '请照错误信息中的写法抄写文件名，并确认这个文件也在要收的文件或文件夹中。',
  },
  'collect.no-rows': {
    level: 'warning',
    text: '这个文件里没有填写任何推荐对象。',
    hint: '请与报送单位核对是不是发错了文件；确实没有推荐对象的，不用处理，原来收下的行也不会因此删去。',
  },

  // Sheets
  'collect.sheet-unknown': {
    level: 'error',
    text: '看不出“{sheet}”是哪一类名册，没有读取。',
    expected: '工作表名称、表格上方的标题或文件名中写明一个类别',
    hint: '请把工作表标签改成 先进单位、先进保卫部门、先进治安责任人、先进保卫干部 之一，再收一次。',
  },
  'collect.sheet-aside': {
    level: 'warning',
    text: '“{sheet}”里没有名册的表头，没有读取。',
    expected: '表头占一行，有“级别、区、单位全称”等各列',
    hint: '如果只是说明或空表，不用处理；如果是名册，请补上标准的表头，再收一次。',
  },
  'collect.hidden-sheet': {
    level: 'warning',
    text: '工作表“{sheet}”是隐藏的，其中的行照常收下了。',
    hint: '请与报送单位核对隐藏的内容是否有效：右键任一工作表标签，选“取消隐藏”即可看到；无效的删去后重收。',
  },
  'collect.hidden-rows': {
    level: 'warning',
    text: '有 {count} 行是隐藏的（被隐藏或被筛选掉），照常收下了，第一处在此。',
    hint: '请与报送单位核对这些行是否有效：全选后右键选“取消隐藏”，有筛选的先清除筛选；无效的删去后重收。',
  },

  // What was put right, and which rows are no nominees
  'collect.merged': {
    level: 'info',
    text: '合并单元格已逐行填入，共 {count} 格，第一处在此。',
    hint: '请核对填入的内容是否对每一行都成立。',
  },
  'collect.width': {
    level: 'info',
    text: '全角数字和字母已改为半角，共 {count} 格，第一处在此。',
    hint: '不用处理；主要事迹一栏没有改动。',
  },
  'collect.spaces': {
    level: 'info',
    text: '名称、姓名和号码中间的空格已去掉，共 {count} 格，第一处在此。',
    hint: '不用处理；外文姓名中的空格没有改动。',
  },
  'collect.birth': {
    level: 'info',
    text: '出生年月写成了完整日期或日期序号，已改为年月，共 {count} 格，第一处在此。',
    hint: '不用处理；与身份证号不一致的，检查时会另行指出。',
  },
  'collect.example-rows': {
    level: 'info',
    text: '有 {count} 行是填写示例，没有当作推荐对象，第一处在此。',
    hint: '不用处理；不是示例的，请去掉行中的“示例”二字后重收。',
  },
  'collect.header-rows': {
    level: 'info',
    text: '表格中间又出现了 {count} 行表头，没有当作推荐对象，第一处在此。',
    hint: '不用处理；请确认后面各列的次序与第一行表头相同。',
  },
  'collect.total-rows': {
    level: 'info',
    text: '有 {count} 行是合计或小计，没有当作推荐对象，第一处在此。',
    hint: '不用处理。',
  },
  'collect.note-rows': {
    level: 'info',
    text: '有 {count} 行是表下的注、签名栏或小标题，没有当作推荐对象，第一处在此。',
    hint: '不用处理；其中有需要办理的事项的，请打开原件查看。',
  },
  'collect.numbered-rows': {
    level: 'info',
    text: '有 {count} 行除序号、备注等以外没有内容，没有当作推荐对象，第一处在此。',
    hint: '不用处理。',
  },

  // Rows against rows
  'collect.conflict': {
    level: 'error',
    text: '{district}的“{category}”名册，“{first}”与“{second}”不一致，共 {count} 处，这两份都没有收。',
    expected: '同一区、同一类别一份名册，或者几份互不矛盾的名册',
    hint: '请与报送单位核对：以其中一份为准的，加 --prefer 和文件名；两份互为补充的，加 --add；都作废的，移走后重收。',
  },
  'collect.unrelated': {
    level: 'error',
    text: '{district}的“{category}”名册原有 {before} 行（“{first}”等），新收的 {count} 行中没有一个是原有的，看不出是更正还是补充，没有收。',
    expected: '更正的名册与原有的至少有一个相同的推荐对象',
    hint: '请核对：补充原有名册的，加 --add；确实要整份换掉原有名册的，加 --replace。',
  },
  'collect.score-unit': {
    level: 'error',
    text: '评分表中的“{unit}”不在任何一份名册里，这个单位的评分没有收。',
    expected: '名册中有的单位，名称和统一社会信用代码一致',
    hint: '请核对单位全称和统一社会信用代码；单位的名册还没有收的，请与评分一起收。',
  },
  'collect.score-conflict': {
    level: 'error',
    text: '“{unit}”第 {item} 项的评分与“{first}”中的不一致，没有收。',
    expected: '同一单位同一项目的评分一致',
    hint: '请与报送单位核对，改正其中一份后重收。',
  },

  // The case
  'collect.taken-over': {
    level: 'info',
    text: '这份名册是直接放进案卷的，现已并入按区整理的名册，原件保存为“{kept}”。',
    hint: '不用处理；今后各区来的名册请都用 collect 收。',
  },
  'collect.index-broken': {
    level: 'error',
    text: '收件清单 collected/index.json 已经损坏，无法确定哪些文件收过。',
    expected: '本工具写成的收件清单',
    hint: '请从备份恢复这个文件；没有备份的，把它移走后把全部文件重收一次，相同的行不会重复。',
  },
  'collect.write-failed': {
    level: 'error',
    text: '写入案卷失败：{reason}。原有的名册保持原样。',
    hint: '请检查磁盘空间和文件夹权限，关闭正在打开的名册，再运行一次。',
  },
} as const satisfies Record<string, MessageText>;
