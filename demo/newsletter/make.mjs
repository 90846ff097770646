// Makes what the page about newsletters shows, of the same document as the page about offers:
//   node demo/newsletter/make.mjs
// A test says when that is due.
import { readFileSync, writeFileSync } from 'node:fs';
import { writePlainHtml, writePlainMarkdown } from 'g6-comparison/render';

/** The files by their names, as of the day that the newsletter went out. */
export function newsletter() {
  const document = readFileSync(new URL('../data/coffee.json', import.meta.url), 'utf8');
  const options = { now: Date.parse('2026-11-28T12:00:00Z'), linkParams: 'utm_source=newsletter' };
  const article = writePlainHtml(document, { ...options, heading: 1, structuredData: true });
  return {
    'coffee.html': `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Beans for espresso at home</title>
</head>
<body>
${article}</body>
</html>
`,
    'coffee.md': writePlainMarkdown(document, options),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(newsletter())) writeFileSync(new URL(name, import.meta.url), text);
}
