/** The page docs/performance.md, from what was measured. */

const names = {
  'press-pdf': 'our press',
  'press-docx': 'our press',
  'typst tuned': 'Typst, tuned',
  'typst plain': 'Typst, as a user would write it',
  carbone: 'Carbone',
};

export function pageOf({ machine, versions, results, long }) {
  return `# Performance of the press

Written by \`npm ci --prefix bench && npm run --prefix bench press -- --long\`, on ${machine}. Each figure is of a whole
process, start and loading included: the median of so many runs in turn with the others. Memory is the peak of the resident
set. All engines have the same five fonts at hand and set the same records, which are made up. The peers: ${versions.join(', ')}.

- The press gets document trees built in code, pdfmake and docx their definitions, Typst and Carbone the records as JSON.
- Typst tuned: untagged, what all pages share set once as an image, fixed boxes, simple line breaking, no kerning or
  fallback. Typst runs inside Node by \`@myriaddreamin/typst-ts-node-compiler\`.
- Carbone fills a Word template and lays nothing out.

${results.map(section).join('\n')}${long.length > 0 ? longSection(long) : ''}`;
}

function section({ title, pages, measured }) {
  const own = measured[0];
  const rows = measured.map(({ engine, runs, wall, cpu, megabytes, bytes }) => {
    const ratio = engine === own.engine ? '' : (own.wall / wall).toFixed(2);
    return `| ${names[engine] ?? engine} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${Math.round(megabytes)} | ${(bytes / 1e6).toFixed(2)} | ${Math.round(pages / wall)} | ${ratio} | ${runs} |`;
  });
  return `## ${title}

| | wall s | CPU s | peak MB | MB written | pages/s | ours ÷ its wall | runs |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function longSection(long) {
  const rows = long.map(({ kind, pages, wall, cpu, megabytes }) => {
    return `| ${pages.toLocaleString('en')} ${kind} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${Math.round((wall / pages) * 1e6)} | ${Math.round(megabytes)} |`;
  });
  return `
## Up to 100,000 pages

| | wall s | CPU s | µs a page | peak MB |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
