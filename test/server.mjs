// A server's good and bad answers for the loading tests, under /__faults/ of the test server. Every request may carry
//   key=…      requests with this key are counted: /__faults/count?key=… tells how many there were. Take a new one for
//              each test (crypto.randomUUID()), for three engines ask the same server at the same time
//   times=N    the fault happens to the first N requests of the key; later ones are answered like /__faults/json
//   body=…     the JSON text to answer with, instead of {"products":[{"name":"Example"}]}
//   file=…     or the name of a file in demo/data to answer with
//   many=N     or N products, with M specs of thirty letters each for specs=M: more than an address can hold
//   cors       allows other origins to read the answer
// and asks for one of
//   json       the JSON, as it should be            status/404   that status, with an HTML page
//   html       200 with an HTML page                type         the JSON as application/octet-stream
//   page       200 with the body, which is HTML
//   slow?ms=   the JSON, after so long              hang         no answer, ever
//   truncated  half of the JSON, then a cut         bom          the JSON after a byte order mark
//   big?bytes= the JSON with a member that makes it longer than that (default 1 MiB)
//   redirect   302 to the JSON
//
// What is in dist is served as it was built, to other origins too: the test server would write into pages that have a
// script, and their policies would forbid it then.
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';

const page = '<!doctype html><title>A page</title><p>This is not a comparison.</p>';

/** A middleware for the test server, for dist. */
export function built() {
  return async (context, next) => {
    if (!/^\/dist\/[\w./-]+$/.test(context.path) || context.path.includes('..')) return next();
    // The modules of the package name others that only the test server finds.
    if (/^\/dist\/(?:elements|formats|json-ld|load|model|render|rows)\//.test(context.path)) return next();
    const text = await readFile(new URL(`..${context.path}`, import.meta.url)).catch(() => undefined);
    if (text === undefined) return next();
    context.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' });
    context.type = extname(context.path);
    context.body = text;
  };
}

/**
 * A middleware for the test server, for pages of the demo: with `?without-policy` they come without their content security
 * policy, so that tests may bring scripts of their own.
 */
export function withoutPolicy() {
  return async (context, next) => {
    if (context.query['without-policy'] === undefined || !/^\/demo\/(?:[\w-]+\/)*[\w-]+\.html$/.test(context.path)) {
      return next();
    }
    const text = await readFile(new URL(`..${context.path}`, import.meta.url), 'utf8');
    context.type = 'text/html';
    context.body = text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  };
}

/** A middleware for the test server, for /__faults/. */
export function faults() {
  const counts = new Map();
  return async (context, next) => {
    if (!context.path.startsWith('/__faults/')) return next();
    const { key = '', times = 'Infinity', cors, ...query } = context.query;
    context.set('Cache-Control', 'no-store');
    if (cors !== undefined) context.set('Access-Control-Allow-Origin', '*');
    const [fault = '', detail] = context.path.slice('/__faults/'.length).split('/');
    if (fault === 'count') {
      context.body = String(counts.get(key) ?? 0);
      return;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    await answer(context, count > Number(times) ? 'json' : fault, detail, query);
  };
}

async function answer(context, fault, detail, { body, file, many, specs = 0, ms = 0, bytes = 2 ** 20 }) {
  const json =
    file !== undefined
      ? await readFile(new URL(`../demo/data/${basename(file)}`, import.meta.url), 'utf8')
      : many !== undefined
        ? manyProducts(Number(many), Number(specs))
        : (body ?? '{"products":[{"name":"Example"}]}');
  context.type = 'application/json';
  context.body = json;
  switch (fault) {
    case 'json':
      break;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, Number(ms)));
      break;
    case 'status':
      context.status = Number(detail);
      context.type = 'text/html';
      context.body = page;
      break;
    case 'html':
      context.type = 'text/html';
      context.body = page;
      break;
    case 'page':
      context.type = 'text/html';
      context.body = body;
      break;
    case 'type':
      context.type = 'application/octet-stream';
      break;
    case 'bom':
      context.body = `\uFEFF${json}`;
      break;
    case 'big':
      context.body = json.replace(/^\s*\{/, `{"padding":"${'x'.repeat(Number(bytes))}",`);
      break;
    case 'redirect':
      context.redirect(`/__faults/json?${new URLSearchParams({ body: json })}`);
      break;
    case 'truncated':
      context.respond = false;
      context.res.writeHead(200, {
        ...context.response.headers,
        'content-length': Buffer.byteLength(json),
      });
      context.res.write(json.slice(0, json.length / 2), () => context.res.destroy());
      break;
    case 'hang':
      context.respond = false;
      break;
    default:
      context.status = 400;
      context.type = 'text/plain';
      context.body = `There is no fault called ${fault}.`;
  }
}

function manyProducts(count, specs) {
  const names = Array.from({ length: specs }, (_, index) => [`spec ${index}`, 'x'.repeat(30)]);
  const products = Array.from({ length: count }, (_, index) => ({
    name: `Product ${index}`,
    specs: Object.fromEntries(names),
  }));
  return JSON.stringify({ products });
}
