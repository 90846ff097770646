// Builds dist: one classic script for pages without a build step, one ES module per source file for npm, and one file
// per language that is either.
// The type declarations beside the modules come from tsc.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import swc from '@swc/core';
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
  // They name Lit's way past its own css tag, at which the plugin warns.
  exclude: ['src/elements/css.ts', 'src/script/lit.ts'],
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
 * Lit's rendering and context without what these elements never ask of them, so that no page has to load it, and with one
 * mend. Another version of Lit may be written otherwise: the build stops then.
 */
const cuts = {
  'lit-html/lit-html.js': [
    // A page's policy may name the trusted types it allows. Lit asks for its own as it loads, and would take the whole
    // script down where that is not among them; without it everything works, unless the page requires trusted types
    // as well. The console says so.
    [
      's.createPolicy("lit-html",{createHTML:t=>t})',
      '(()=>{try{return $&}catch{console.info("g6-comparison: this page allows no trusted types policy named lit-html.")}})()',
    ],
    // Templates that are SVG or MathML by themselves.
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    ['2===i||3===i)', '0)'],
    // Expressions for elements themselves, in comments, in script, style, textarea and title.
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['y.test(u[2])&&(n=RegExp("</"+u[2],"g")),', ''],
    ['n??v', 'v'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
    // What directives, and code outside that works with parts, would want to know.
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
    ['get tagName(){return this.element.tagName}', ''],
    ['(t?.creationScope??l)', 'l'],
    // Listeners that are objects or have options.
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
    // Polyfills for engines before 2020, and the warning that there are several versions of Lit on a page.
    [/,B=t\.litHtmlPolyfillSupport;.*?push\("[\d.]+"\)/, ''],
  ],
  // The script defines the scope before what is inside it: nobody has asked too early.
  '@lit/context/lib/controllers/context-provider.js': [
    [/,this\.onProviderRequest=s=>\{.*?s\.stopPropagation\(\)\}(?=,this\.host=s)/, ''],
    [',this.host.addEventListener("context-provider",this.onProviderRequest)', ''],
    ['hostConnected(){this.host.dispatchEvent(new e(this.context,this.host))}', ''],
    ['export{i as ContextProvider,e as ContextProviderEvent}', 'export{i as ContextProvider}'],
    // Other ways to call it.
    ['void 0!==e.context?e.initialValue:i', 'e.initialValue'],
    ['void 0!==e.context?this.context=e.context:this.context=e', 'this.context=e.context'],
  ],
  // The elements always subscribe.
  '@lit/context/lib/value-notifier.js': [
    ['get value(){return this.o}set value(s){this.setValue(s)}', ''],
    ['void 0!==s&&(this.value=s)', 'this.o=s'],
    [',t=!1){const i=t||!Object', '){const i=!Object'],
    ['if(!i)return void s(this.value);', ''],
    [/(?<=s\()this\.value(?=,h\))/, 'this.o'],
    ['clearCallbacks(){this.subscriptions.clear()}', ''],
  ],
};
const cutting = {
  name: 'cutting',
  transform(code, id) {
    const [, name] = /\/node_modules\/(.*)/.exec(id) ?? [];
    const some = cuts[name];
    if (some === undefined) return null;
    const text = some.reduce((rest, [from, to]) => {
      if (rest.split(from).length !== 2) this.error(`There is no single ${from} in ${name} any more.`);
      return rest.replace(from, to);
    }, code);
    // The source map's columns are a little off behind a cut, in Lit's own files only.
    return { code: text, map: null };
  },
};

/** A second minifier, that finds what the first one leaves. */
const minifyAgain = {
  name: 'minify-again',
  renderChunk: (code) =>
    swc.minifySync(code, {
      compress: { ecma: 2022, toplevel: true },
      mangle: { toplevel: true },
      ecma: 2022,
      // A page may be in any encoding, and a script without one of its own is read in that.
      format: { comments: 'some', asciiOnly: true },
      sourceMap: true,
    }),
};

/** Lit as far as the elements ask for it. */
const lit = {
  name: 'lit',
  resolveId: (source) => (source === 'lit' ? fileURLToPath(new URL('src/script/lit.ts', import.meta.url)) : null),
};

/** The licences of what is in a bundle ask to stand beside it. */
const licences = (fileName) => ({
  name: 'licences',
  generateBundle() {
    const names = new Set();
    for (const id of this.getModuleIds()) {
      const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (name !== undefined) names.add(name);
    }
    const texts = [...names].sort().map((name) => {
      const file = readdirSync(`node_modules/${name}`).find((one) => /^licen[cs]e(\.|$)/i.test(one));
      // Some packages name theirs and leave the text out.
      const named = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).license;
      const text = file === undefined ? named : readFileSync(`node_modules/${name}/${file}`, 'utf8');
      return `${name}\n\n${text.trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName, source: texts.join('\n---\n\n') });
  },
});

/** The hashes of the scripts for pages, which are built before, as a module for the builder. */
const scriptFacts = {
  name: 'script-facts',
  resolveId: (source) => (source === 'script-facts' ? '\0script-facts' : null),
  load(id) {
    if (id !== '\0script-facts') return null;
    const names = [
      'g6-comparison.min.js',
      'embed-host.min.js',
      ...languages.map((name) => `languages/${name.replace('.ts', '.js')}`),
    ];
    const hashes = names.map((name) => {
      this.addWatchFile(`dist/${name}`);
      return [
        name,
        `sha384-${createHash('sha384')
          .update(readFileSync(`dist/${name}`))
          .digest('base64')}`,
      ];
    });
    return `export const integrity = ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
};

/** The languages besides English, each named by its tag. */
const languages = readdirSync('src/languages').filter((name) => /^[a-z]{2}(-[a-z]+)?\.ts$/.test(name));

/** The page for frames, with its script inside, and the script's hash in the policy. */
const embed = {
  name: 'embed',
  buildStart() {
    this.addWatchFile('src/embed/embed.html');
  },
  generateBundle(_, bundle) {
    const [{ code }] = Object.values(bundle);
    const script = code.trim();
    if (/<\/script|<!--/i.test(script)) this.error('The script of embed.html would end before its end.');
    const page = readFileSync('src/embed/embed.html', 'utf8');
    const hash = createHash('sha256').update(script).digest('base64');
    const source = page.replace('HASH', () => `sha256-${hash}`).replace('SCRIPT', () => script);
    for (const name of Object.keys(bundle)) delete bundle[name];
    this.emitFile({ type: 'asset', fileName: 'embed.html', source });
  },
};

/** Whole by itself, for pages: `input` is no module, and exports nothing. */
const forPages = (input, file, options = {}) => ({
  input,
  plugins: [resolve, options.compile ?? compile, ...(options.plugins ?? [])],
  output: {
    file,
    format: 'iife',
    sourcemap: 'hidden',
    plugins: [
      terser({ ecma: 2020, format: { ascii_only: true, preamble: `/*! g6-comparison ${version}, ${license} */` } }),
    ],
  },
});

export default [
  {
    input: 'src/script/define.ts',
    plugins: [lit, resolve, compile, templates, cutting, licences('g6-comparison.min.js.LICENSE.txt'), schema],
    output: {
      file: 'dist/g6-comparison.min.js',
      format: 'iife',
      // Beside the script, but not named in it: whoever uploads the one file would have their browser miss the other.
      sourcemap: 'hidden',
      plugins: [
        terser({
          ecma: 2020,
          toplevel: true,
          compress: { passes: 3, pure_getters: true },
          // Lit's own private names.
          mangle: { properties: { regex: /^_\$/ } },
          format: {
            comments: false,
            preamble: `/*! g6-comparison ${version}, ${license}; Lit: LICENSE.txt */`,
          },
        }),
        minifyAgain,
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
      'render/index': 'src/render/index.ts',
      'node/cli': 'src/node/cli.ts',
    },
    external: [
      /^node:/,
      // Each is a file of its own, below.
      /\/languages\/[a-z]{2}(-[a-z]+)?\.js$/,
      ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
    ],
    plugins: [resolve, compile, templates],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
    },
  },
  // Each may be pasted as a script, and imported by a bundler.
  ...languages.map((name) => forPages(`src/languages/${name}`, `dist/languages/${name.replace('.ts', '.js')}`)),
  forPages('src/embed/frame.ts', 'dist/embed.js', {
    compile: esbuild({
      target: 'es2022',
      define: { LANGUAGES: JSON.stringify(languages.map((name) => name.replace('.ts', ''))) },
    }),
    plugins: [embed],
  }),
  forPages('src/embed/host.ts', 'dist/embed-host.min.js'),
  // The builder of the demo, which takes the package by its public names and so comes after it.
  {
    input: { builder: 'demo/builder/builder.ts', preview: 'demo/builder/preview.ts' },
    plugins: [scriptFacts, nodeResolve({ browser: true }), compile, licences('LICENSE.txt')],
    output: {
      dir: 'dist/demo',
      format: 'es',
      chunkFileNames: '[name].js',
      sourcemap: true,
      plugins: [terser({ ecma: 2020, module: true })],
    },
  },
];
