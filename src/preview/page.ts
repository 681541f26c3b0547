/** What the browser is shown: the document, or what is wrong with its template, and a script that waits for the next. */
import type { Message } from '../message.ts';

/** Where the images of pages are, from the document. */
export const imageName = (index: number) => `page-${index + 1}.png`;

/** A document with its images of pages below it. @param script that reloads it; '' for none */
export function documentPage(html: string, images: number, script: string): string {
  const pictures = Array.from(
    { length: images },
    (_, index) =>
      `<img src="${imageName(index)}" alt="" style="display: block; margin: 12pt auto; max-width: 100%; box-shadow: 0 1pt 4pt #0004" />`,
  );
  const at = html.lastIndexOf('</body>');
  return `${html.slice(0, at)}${pictures.join('\n')}\n${script}${html.slice(at)}`;
}

/** Findings, each with file and line, what was found and what to do. */
export function errorPage(messages: readonly Message[], script: string): string {
  const items = messages.map(({ place, text, actual, expected, hint, level }) => {
    const { file, line, character } = place ?? {};
    const where = [file, line && `第${line}行`, character && `第${character}列`].filter(Boolean).join('　');
    const lines = [
      ...(actual === undefined ? [] : [`现为：${actual}`]),
      ...(expected === undefined ? [] : [`应为：${expected}`]),
      ...(hint === undefined ? [] : [`处理：${hint}`]),
    ];
    return `<li class="${level}"><code>${escapeText(where)}</code><p>${escapeText(text)}</p>${lines.map((line) => `<p class="more">${escapeText(line)}</p>`).join('')}</li>`;
  });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>模板有误</title>
<style>
body { font: 16px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.3em; }
ul { list-style: none; padding: 0; }
li { border-left: 4px solid #b8860b; background: #faf6ea; padding: 0.5em 1em; margin: 1em 0; }
li.error { border-color: #b3261e; background: #fbeeed; }
p { margin: 0.2em 0; }
.more { color: #444; }
code { font-weight: bold; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>模板有误，改好保存后自动重新显示</h1>
<ul>
${items.join('\n')}
</ul>
${script}</body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
