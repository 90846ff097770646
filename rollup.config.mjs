// Builds dist: one classic script for pages without a build step, and one ES module per source file for npm.
// The type declarations beside the modules come from tsc.
import { readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import minifyTemplates from 'rollup-plugin-minify-template-literals';
import { schema } from './src/schema/plugin.mjs';

const { version, license, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// The oldest engines with everything the elements use (spring 2024: Chrome 120, Firefox 124, Safari 17.4) run ES2022 as it is.
const compile = esbuild({ target: 'es2022' });

// `sideEffects` of our own package.json speaks of dist, and would drop what src/define.ts does.
const resolve = nodeResolve({ ignoreSideEffectsForRoot: true });

rmSync('dist', { recursive: true, force: true });

/**
 * Minifies the text of a Lit css template whose expressions the plugin has replaced by `@TEMPLATE_EXPRESSION();`.
 * The plugin's own minifier does not know nesting, range queries and other CSS of today, and skips what it does not know.
 */
function minifyCss(text) {
  // A value or a query by itself, for other templates to insert, is no style sheet.
  if (!text.includes('{')) return text.trim();
  const placeholder = /@TEMPLATE_EXPRESSION_*\(\);/g;
  const seen = [];
  const named = text.replace(placeholder, (found, at) => {
    seen.push(found);
    const isStatement = /(^|[{};])(\s|\/\*[\s\S]*?\*\/)*$/.test(text.slice(0, at));
    return isStatement ? `@g6-${seen.length - 1}-x;` : `g6-${seen.length - 1}-x`;
  });
  const small = transformSync(named, { loader: 'css', minify: true, logLevel: 'silent' });
  if (small.warnings.length > 0)
    throw new Error(`${small.warnings.map((warning) => warning.text).join('; ')} in ${text}`);
  const kept = [...small.code.trim().matchAll(/@?g6-(\d+)-x;?/g)].map((match) => Number(match[1]));
  if (kept.join() !== seen.map((_, index) => index).join())
    throw new Error(`An expression was lost or moved in ${text}`);
  return small.code.trim().replace(/@g6-(\d+)-x;?|g6-(\d+)-x/g, (_, rule, value) => seen[Number(rule ?? value)] ?? '');
}

const templates = minifyTemplates({
  include: 'src/**',
  // It names Lit's way past its own css tag, at which the plugin warns.
  exclude: 'src/elements/css.ts',
  failOnError: true,
  options: {
    minifyOptions: {
      minifyCSS: minifyCss,
      // A space between two inline elements is content: one is kept. Nothing else may differ from the source either.
      conservativeCollapse: true,
      keepClosingSlash: true,
      decodeEntities: false,
      minifyJS: false,
      processConditionalComments: false,
      removeEmptyAttributes: false,
      removeScriptTypeAttributes: false,
      removeStyleLinkTypeAttributes: false,
    },
  },
});

/**
 * A page's policy may name the trusted types it allows. Lit asks for its own as it loads, and would take the whole script
 * down where that is not among them; without it everything works, unless the page requires trusted types as well. The
 * console says so.
 */
const policy = {
  name: 'policy',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    const create = /\w+\.createPolicy\("lit-html",\{createHTML:(\w+)=>\1\}\)/g;
    if (code.match(create)?.length !== 1) this.error('Lit creates its trusted types policy in another way now.');
    // The source map's columns are a little off behind it, in Lit's own file only.
    const said = '"g6-comparison: this page allows no trusted types policy named lit-html."';
    return { code: code.replace(create, `(()=>{try{return $&}catch{console.info(${said})}})()`), map: null };
  },
};

/**
 * Lit's style sheets without the way round that engines before 2023 need: every engine that the elements run in adopts
 * constructed style sheets.
 */
const styleSheets = {
  name: 'style-sheets',
  resolveId: (source, importer) =>
    source === './css-tag.js' && /@lit\/reactive-element\//.test(importer) ? '\0css-tag' : null,
  load: (id) =>
    id === '\0css-tag'
      ? `export const unsafeCSS = (text) => {
          const styleSheet = new CSSStyleSheet();
          styleSheet.replaceSync(text);
          return styleSheet;
        };
        export const getCompatibleStyle = (style) => style;
        export { unsafeCSS as css, unsafeCSS as CSSResult };
        export const supportsAdoptingStyleSheets = true;
        export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles; };`
      : null,
};

/** The licences of what is in the bundle ask to stand beside it. */
const licences = {
  name: 'licences',
  generateBundle() {
    const names = new Set();
    for (const id of this.getModuleIds()) {
      const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (name !== undefined) names.add(name);
    }
    const texts = [...names].sort().map((name) => {
      const text = readFileSync(`node_modules/${name}/LICENSE`, 'utf8');
      return `${name}\n\n${text.trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'g6-comparison.min.js.LICENSE.txt', source: texts.join('\n---\n\n') });
  },
};

export default [
  {
    input: 'src/define.ts',
    plugins: [styleSheets, resolve, compile, templates, policy, licences, schema],
    output: {
      file: 'dist/g6-comparison.min.js',
      format: 'iife',
      sourcemap: true,
      plugins: [
        terser({
          ecma: 2020,
          toplevel: true,
          compress: { passes: 3 },
          format: {
            comments: false,
            preamble: `/*! g6-comparison ${version}, ${license}; Lit: g6-comparison.min.js.LICENSE.txt */`,
          },
        }),
      ],
    },
  },
  {
    input: {
      main: 'src/main.ts',
      define: 'src/define.ts',
      index: 'src/index.ts',
      'model/index': 'src/model/index.ts',
      'formats/index': 'src/formats/index.ts',
      'node/cli': 'src/node/cli.ts',
    },
    external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
    plugins: [resolve, compile],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
    },
  },
];
