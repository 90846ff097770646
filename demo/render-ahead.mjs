// Writes a page of the demo with its elements rendered ahead to standard output, as a site's own build would:
//   node demo/render-ahead.mjs article.html > article-ahead.html
import { readFile } from 'node:fs/promises';
import { renderPage } from 'g6-comparison/render';

const [name] = process.argv.slice(2);
const page = new URL(name, import.meta.url);
const { html, documents } = await renderPage(await readFile(page, 'utf8'), {
  load: (address) => readFile(new URL(address, page), 'utf8'),
});
for (const { where, error } of documents) {
  if (!error) continue;
  console.error(`${where}: ${error.message}`);
  process.exitCode = 1;
}
process.stdout.write(html);
