// Writes comparison.schema.json beside the script: builds the declaration of the document once more, with the shapes of
// this folder in place of the model's, and its comments as the descriptions.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Members with a comment, `name: text,` or `url,`, after which it is the shapes' turn to read it. */
const commented = /\/\*\*\s((?:(?!\*\/)[\s\S])+)\*\/\s*(\w+)(?=(:)|,)/g;

const interpretation = {
  name: 'interpretation',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/shape\.js$/ }, () => ({ path: file('shape.ts') }));
    onLoad({ filter: /[\\/]model[\\/]document\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(commented, (_, comment, key, colon) => {
        const description = comment.replace(/\s+(\*\s+)?/g, ' ').trim();
        return `[described(${JSON.stringify(key)}, ${JSON.stringify(description)})]${colon ? '' : `: ${key}`}`;
      });
      return { contents: `import { described } from './shape.js';\n${contents}`, loader: 'ts' };
    });
  },
};

/** The schema as JSON text. */
async function makeSchema() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as shapes from '../model/document.ts';
        import { writeSchema } from './schema.ts';
        export default writeSchema(shapes);`,
      resolveDir: file('.'),
    },
    plugins: [interpretation],
    bundle: true,
    format: 'iife',
    globalName: 'schema',
    write: false,
    logLevel: 'silent',
  });
  return runInNewContext(`${outputFiles[0].text}\nschema.default`);
}

export const schema = {
  name: 'schema',
  buildStart() {
    for (const name of ['rules.ts', 'schema.ts', 'shape.ts']) this.addWatchFile(file(name));
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'comparison.schema.json', source: await makeSchema() });
  },
};
