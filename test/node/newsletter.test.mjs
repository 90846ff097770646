// The demo's newsletter is what the package makes of its document today. Needs the build.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { newsletter } from '../../demo/newsletter/make.mjs';

describe('the newsletter of the demo', () => {
  for (const [name, text] of Object.entries(newsletter())) {
    it(`has ${name} as it is made now; node demo/newsletter/make.mjs makes it`, async () => {
      assert.equal(await readFile(new URL(`../../demo/newsletter/${name}`, import.meta.url), 'utf8'), text);
    });
  }
});
