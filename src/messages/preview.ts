import type { MessageText } from './text.ts';

/** Messages about looking at one document. */
export const previewMessages = {
  'preview.document-unknown': {
    level: 'error',
    text: '没有名为“{name}”的文书。',
    hint: '最接近的是“{nearest}”；文书包里的文书要用 --pack 指明文件夹。',
  },
  'preview.nothing': {
    level: 'error',
    text: '这个案卷目前没有“{name}”这种文书可以预览。',
    hint: '这种文书要等相应的人选、评分或登记有了才会生成；请换一种文书，或者先补齐案卷。',
  },
  'preview.not-by-nominee': {
    level: 'error',
    text: '“{name}”不是每个人选一页的文书，不能用 --nominee。',
    hint: '请去掉 --nominee；要看多份中的某一份，用 --part，例如 --part 浦东。',
  },
  'preview.nominee-unknown': {
    level: 'error',
    text: '这种文书里没有“{name}”。',
    hint: '最接近的是“{nearest}”；请写单位全称、部门全称或姓名，并核对其状态是否已到这一步。',
  },
  'preview.part-unknown': {
    level: 'error',
    text: '这种文书里没有名称含“{name}”的一份。',
    hint: '最接近的是“{nearest}”。',
  },
  'preview.case-has-errors': {
    level: 'warning',
    text: '案卷里有 {count} 处错误，预览可能与最后生成的不同。',
    hint: '运行“neibao check”查看，改好后才能生成全套文书。',
  },
  'preview.no-poppler': {
    level: 'warning',
    text: '找不到“{program}”，不能画出 PDF 的页面，只显示网页。',
    hint: '需要页面图片时请安装 poppler（Debian、Ubuntu：apt-get install poppler-utils；macOS：brew install poppler），或者用 --poppler 指明 pdftoppm 的位置。',
  },
  'preview.write-failed': {
    level: 'error',
    text: '不能把预览写入“{dir}”：{reason}。',
    hint: '用 --out 指定另一个文件夹，或者检查磁盘空间和权限。',
  },
} as const satisfies Record<string, MessageText>;
