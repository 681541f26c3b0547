import type { MessageText } from './text.ts';

const edit = '请在模板中改正';

/** Why a file is no template: the reasons of `template.unreadable`. */
export const templateFaults = {
  kind: '它不是普通文件',
  size: '它大于 256 KB',
  outside: '它是链接，指向模板文件夹以外的文件',
  encoding: '它不是 UTF-8 编码',
} as const;

/** What a template has too much of: the reasons of `template.runaway`. */
export const runawayReasons = {
  passes: '循环的次数太多',
  characters: '写出的文字太多',
  time: '用的时间太长',
  uses: '套用片段的次数太多',
} as const;

export const templateMessages = {
  'template.folder-missing': {
    level: 'error',
    text: '找不到模板文件夹“{folder}”。',
    hint: '请核对 --templates 后面的路径；不用自己的模板时去掉这一选项。',
  },
  'template.view-missing': {
    level: 'error',
    text: '模板第一行没有写明用哪一份数据。',
    expected: '{{!-- view: certificate --}}',
    hint: '请在模板第一行照样写上数据名称，例如内置同名模板的第一行。',
  },
  'template.view-unknown': {
    level: 'error',
    text: '没有名为“{actual}”的数据。',
    hint: '最接近的是“{nearest}”；请在模板第一行照内置同名模板的写法改正。',
  },
  'template.view-other': {
    level: 'error',
    text: '这份文书用的数据不是“{actual}”。',
    hint: '请把模板第一行改成内置同名模板的那一行。',
  },
  'template.unknown-file': {
    level: 'error',
    text: '“{name}”不替换任何内置模板，也没有模板用到它，不起作用。',
    hint: '最接近的内置模板是“{nearest}”；请照它的文件夹和文件名改名，或者移走这个文件。',
  },
  'template.exists': {
    level: 'error',
    text: '“{name}”已经存在，没有覆盖。',
    hint: '请换一个文件夹，或者先移走原来的文件。',
  },
  'template.write-failed': {
    level: 'error',
    text: '模板没有写成：{reason}。',
    hint: '请核对文件夹的位置和权限，换一个文件夹再试。',
  },
  'template.syntax': {
    level: 'error',
    text: '模板语法有误，无法读懂。',
    hint: '请检查这一行附近的花括号是否成对，{{#if}}、{{#each}} 是否都有对应的结尾。',
  },
  'template.unreadable': {
    level: 'error',
    text: '模板文件不能用：{reason}。',
    hint: '请用文本编辑器另存为 UTF-8 编码的普通文件，直接放在模板文件夹里。',
  },
  'template.too-deep': {
    level: 'error',
    text: '模板一层套一层，超过了 {most} 层。',
    hint: '请减少 {{#if}}、{{#each}}、函数或片段互相套用的层数；{{else if}} 也算一层。',
  },
  'template.runaway': {
    level: 'error',
    text: '模板展开后没有止境：{spent}。',
    hint: '请检查循环里面是否又循环了同一份清单，片段是否反复套用片段。',
  },
  'template.character': {
    level: 'error',
    text: '文书里有无法存进文件的字符 {character}：“{text}”。',
    hint: '它看不见，多半是从别处复制带来的；请在数据或模板里把这一处文字重新键入。',
  },
  'template.direction': {
    level: 'error',
    text: '文书里有改变文字方向的隐藏字符 {character}，会使看到的文字与实际的不同：“{text}”。',
    hint: '请在数据或模板里把这一处文字重新键入，去掉这个看不见的字符。',
  },
  'template.raw-output': {
    level: 'error',
    text: '模板用了不转义的输出“{actual}”，为安全起见不允许。',
    expected: '{{…}}',
    hint: '请改用两层花括号，数据会原样显示。',
  },
  'template.construct': {
    level: 'error',
    text: '模板用了不支持的写法“{actual}”。',
    hint: '可用的只有字段、固定的几种函数、{{#if}}、{{#unless}}、{{#each}}、{{#with}} 和 {{> 片段}}，请改用这些写法。',
  },
  'template.helper-unknown': {
    level: 'error',
    text: '模板用了不存在的函数“{name}”。',
    hint: '最接近的是“{nearest}”；可用的函数：{known}。',
  },
  'template.helper-arguments': {
    level: 'error',
    text: '函数“{name}”后面给了 {found} 个值，应当给 {wanted} 个。',
    hint: '请按 {usage} 的写法改正。',
  },
  'template.helper-value': {
    level: 'error',
    text: '函数“{name}”不能处理这个值：{actual}。',
    hint: '请检查模板这一行用的字段是否合适；这个函数的写法是 {usage}。',
  },
  'template.partial-unknown': {
    level: 'error',
    text: '找不到模板片段“{name}”。',
    hint: '最接近的是“{nearest}”；片段应是同一文件夹或 shared 文件夹中的“_{name}.hbs”。',
  },
  'template.partial-cycle': {
    level: 'error',
    text: '模板片段“{name}”绕了一圈又用到自己。',
    hint: '请去掉其中一处引用。',
  },
  'template.field-unknown': {
    level: 'error',
    text: '模板用了数据里没有的字段“{field}”。',
    hint: '最接近的字段是“{nearest}”，请改正字段名；要用外层的字段，前面加 ../。',
  },
  'template.not-text': {
    level: 'error',
    text: '“{field}”是{kind}，不能直接显示。',
    hint: '列表用 {{#each}} 逐项显示，一组字段写出其中的一个，是或否用 {{#if}} 判断。',
  },
  'template.shows-fen': {
    level: 'error',
    text: '“{field}”是以分为单位的金额，直接显示会大一百倍。',
    expected: '{{yuan {field}}}',
    hint: '文字里用 {{yuan …}} 或 {{capital …}}，单元格的 value 属性用 {{fenAsYuan …}}。',
  },
  'template.each-list': {
    level: 'error',
    text: '{{#each}} 后面的“{field}”是{kind}，不是列表。',
    hint: '请换成列表字段；判断有没有用 {{#if}}，进入一组字段用 {{#with}}。',
  },
  'template.never-equal': {
    level: 'error',
    text: 'eq 比较的两个值永远不会相同：{actual}。',
    hint: '这里可以比较的是：{known}；请改正拼写。',
  },
  'template.value-unused': {
    level: 'error',
    text: '片段“{partial}”没有用到给它的“{name}”。',
    hint: '最接近的是“{nearest}”；请改正名称，或者去掉它。',
  },
  'template.option-unknown': {
    level: 'error',
    text: '函数“{name}”没有名为“{option}”的选项。',
    hint: '请按 {usage} 的写法改正。',
  },
  'template.field-empty': {
    level: 'error',
    text: '模板要取“{field}”，但它所在的那一项可能没有数据。',
    hint: '请先用 {{#if}} 或 {{#with}} 判断有没有这一项，再取其中的字段。',
  },
  'template.element-unknown': {
    level: 'error',
    text: '模板用了不认识的标签 <{name}>。',
    hint: `可用的标签：{known}；${edit}。`,
  },
  'template.element-misplaced': {
    level: 'error',
    text: '<{name}> 不能放在 <{parent}> 里面的这个位置。',
    hint: `${edit}：把它移到允许的位置，或换成允许的标签。`,
  },
  'template.text-misplaced': {
    level: 'error',
    text: '<{parent}> 里面不能直接写文字“{actual}”。',
    expected: '<p>…</p>',
    hint: '请把文字放进 <p>、标题或单元格里；单元格里有 <p> 时，全部文字都要放进 <p>。',
  },
  'template.attribute-unknown': {
    level: 'error',
    text: '<{element}> 没有名为“{attribute}”的属性。',
    hint: `它的属性只有：{known}；${edit}。`,
  },
  'template.attribute-value': {
    level: 'error',
    text: '<{element}> 的属性 {attribute} 不能是“{value}”。',
    hint: `${edit}为允许的值：{known}。`,
  },
  'template.attribute-missing': {
    level: 'error',
    text: '<{element}> 缺少必需的属性 {attribute}。',
    hint: '请在模板的这个标签上补写这个属性。',
  },
  'template.attribute-unquoted': {
    level: 'error',
    text: '<{element}> 的属性 {attribute} 的值没有加引号。',
    expected: '{attribute}="…"',
    hint: '请给属性的值加上英文双引号。',
  },
  'template.attribute-repeated': {
    level: 'error',
    text: '<{element}> 的属性 {attribute} 写了不止一次。',
    hint: '请只保留一处。',
  },
  'template.unclosed': {
    level: 'error',
    text: '<{name}> 没有结尾。',
    hint: '请补上 </{name}>，并检查标签是否交叉嵌套。',
  },
  'template.close-unmatched': {
    level: 'error',
    text: '</{name}> 没有对应的开头，这里还开着的是 <{open}>。',
    hint: '请去掉它，或补上对应的开头标签。',
  },
  'template.markup': {
    level: 'error',
    text: '模板里有不允许的内容：{actual}。',
    hint: '请去掉 <!DOCTYPE>、<?…?>、CDATA 之类的内容，并检查标签是否少了“>”。',
  },
  'template.reference-unknown': {
    level: 'error',
    text: '不认识的字符写法“&{name};”。',
    hint: '请直接写这个字符；要写“&”本身，用“&amp;”。',
  },
  'template.root': {
    level: 'error',
    text: '模板的全部内容应当放在一个 <article> 里，这里最外层有 {count} 个标签。',
    hint: '请用一对 <article title="…" page="…"> 与 </article> 把全部内容包起来。',
  },
  'template.table-columns': {
    level: 'error',
    text: '表格第 {row} 行占 {found} 列，而表格有 {columns} 列。',
    hint: '请检查这一行的单元格个数、colspan 和上面各行的 rowspan。',
  },
  'template.table-overhang': {
    level: 'error',
    text: '表格有单元格的 rowspan 超出了最后一行。',
    hint: '请把 rowspan 改小，或补上缺少的行。',
  },
  'template.chart-shape': {
    level: 'error',
    text: '图表（<table role="chart">）的写法不对：{fault}。',
    hint: '请参照 summary.hbs 中的图表：表头一行写单位和各系列，下面每行写一个类别和各系列的值。',
  },
  'template.formula-content': {
    level: 'error',
    text: '公式“{actual}”用了不允许的写法。',
    hint: '公式里只能有按名称的引用（[名称]、[名称@行组]）、数字、运算符、引号里的文字和这些函数：{known}。',
  },
  'template.formula-name': {
    level: 'error',
    text: '公式引用的“{reference}”在表中不存在。',
    hint: '最接近的名称是“{nearest}”；请核对单元格的 name 和 <tbody> 的 name。',
  },
  'template.formula-ambiguous': {
    level: 'error',
    text: '公式引用的“{reference}”对应不止一个单元格。',
    hint: '请让单元格的 name 在同一行（或全簿）里只出现一次，或者用 [名称@行组] 引用一组。',
  },
} as const satisfies Record<string, MessageText>;
