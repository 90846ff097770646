// The last step of the build: lays the files that pages load by address out as a CDN serves them, compressed ahead, and
// says their hashes, on the screen and in sri.json.
//
//   dist/cdn/g6-comparison@0.1.0/   this version, for ever the same: may be cached for a year, and pinned by hash
//   dist/cdn/g6-comparison@0.1/     the newest version that breaks nothing: changes with each, is asked for again
//
// Leaves who may cache what to the server, see demo/nginx.conf.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const [major, minor] = version.split('.');
// Before 1.0.0 a minor version may break what was, as npm's caret has it too.
const floating = major === '0' ? `0.${minor}` : major;

const files = [
  'g6-comparison.min.js',
  'g6-comparison.min.js.LICENSE.txt',
  'embed-host.min.js',
  'embed.html',
  'comparison.schema.json',
  ...readdirSync('dist/languages')
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => `languages/${file}`),
];

const compressions = {
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
};

/** Writes a file as it is and compressed; gives its hash and sizes. */
function write(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const sizes = Object.entries(compressions).map(([extension, compress]) => {
    const small = compress(bytes);
    writeFileSync(`${path}.${extension}`, small);
    return small.length;
  });
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  return { integrity, bytes: bytes.length, gzip: sizes[0], brotli: sizes[1] };
}

/** Lays out one folder, and gives what is in it. `change` gives a file as it is to be there. */
function layOut(tag, change = (_, bytes) => bytes) {
  const folder = `dist/cdn/${name}@${tag}`;
  const described = files.map((file) => [file, write(`${folder}/${file}`, change(file, readFileSync(`dist/${file}`)))]);
  const list = { name, version, floating, files: Object.fromEntries(described) };
  write(`${folder}/sri.json`, Buffer.from(`${JSON.stringify(list, null, 2)}\n`));
  return list;
}

rmSync('dist/cdn', { recursive: true, force: true });
const list = layOut(version);
writeFileSync('dist/sri.json', `${JSON.stringify(list, null, 2)}\n`);
// The page takes the files of its own version, which nobody has to ask for twice, and which fit.
layOut(floating, (file, bytes) =>
  file === 'embed.html'
    ? Buffer.from(bytes.toString().replace('data-files=""', `data-files="../${name}@${version}/"`))
    : bytes,
);

console.log(`dist/cdn/${name}@${version}/ and @${floating}/`);
for (const [file, { integrity, bytes, gzip, brotli }] of Object.entries(list.files)) {
  const sizes = [bytes, gzip, brotli].map((size) => String(size).padStart(7)).join(' ');
  console.log(`${sizes}  ${file.padEnd(33)} ${integrity}`);
}
