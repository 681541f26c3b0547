import type { MessageText } from './text.ts';

const edit = '请在模板中改正';

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
  'template.syntax': {
    level: 'error',
    text: '模板语法有误，无法读懂。',
    hint: '请检查这一行附近的花括号是否成对，{{#if}}、{{#each}} 是否都有对应的结尾。',
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
  'template.field-empty': {
    level: 'error',
    text: '模板要取“{field}”，但它所在的那一项没有数据。',
    hint: '请先用 {{#if}} 判断有没有这一项，再取其中的字段。',
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
    hint: `${edit}为允许的值。`,
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
