// Renders HTML ahead for the browser tests, as the built package does it in Node: POST the HTML to /__rendered, with the
// documents that its elements name in `documents`, a JSON object by address, and get it back.
import { stat } from 'node:fs/promises';

const built = new URL('../dist/render/index.js', import.meta.url);

/** A middleware for the test server. */
export function rendered() {
  return async (context, next) => {
    if (context.path !== '/__rendered') return next();
    let body = '';
    for await (const chunk of context.req) body += chunk;
    const { html, documents = {}, now } = JSON.parse(body);
    // Builds of the day, not of the start.
    const { renderPage } = await import(`${built}?${(await stat(built)).mtimeMs}`);
    const { html: result } = await renderPage(html, { language: 'en', load: (address) => documents[address], now });
    context.type = 'text/html';
    context.body = result;
  };
}
