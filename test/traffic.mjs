// What pages with a comparison cost whoever serves it, in requests and bytes: counted from the files as they were built
// and compressed, and from a document of the demo, four products with their scores. Headers, some hundred bytes an
// answer, are not counted.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const million = 1_000_000;
/** For so long a document is kept, in minutes, by demo/nginx.conf. */
const kept = 1;

function views() {
  const { files } = JSON.parse(readFileSync(new URL('../dist/sri.json', import.meta.url), 'utf8'));
  const text = readFileSync(new URL('../demo/data/leaky-gut.json', import.meta.url));
  const document = { gzip: gzipSync(text).length, brotli: brotliCompressSync(text).length };
  const script = files['g6-comparison.min.js'];
  return [
    ['A first visit: script and document', [script, document]],
    ['The same with the words of a language', [script, files['languages/de.js'], document]],
    ['A first visit to a frame: its page, script and document', [files['embed.html'], script, document]],
    ['A later page of the site: another document', [document]],
    ['The same document again, after a minute: 304', []],
  ];
}

/** The figures as rows of a table: what a page takes, and what a million of them a day take. */
function rows() {
  return views().map(([what, parts]) => {
    const sum = (encoding) => parts.reduce((bytes, part) => bytes + part[encoding], 0);
    const requests = Math.max(parts.length, 1);
    return [
      what,
      `${requests}`,
      ...['brotli', 'gzip'].map((encoding) => `${(sum(encoding) / 1000).toFixed(1)} kB`),
      `${requests} million requests, ${((sum('brotli') * million) / 1e9).toFixed(1)} GB`,
    ];
  });
}

const columns = ['a page', 'requests', 'Brotli', 'gzip', 'a million of them a day'];

/** That as a table of Markdown. */
export function writeTraffic() {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const asked = ((100 * 24 * 60) / kept).toLocaleString('en');
  return [
    line(columns),
    `|${columns.map((_, index) => (index > 0 && index < 4 ? '---:' : '---')).join('|')}|`,
    ...rows().map(line),
    '',
    `However many pages are read, a CDN with 100 places asks the server for a document ${asked} times a day at most, mostly answered by 304.`,
  ].join('\n');
}
