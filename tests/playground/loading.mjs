// What the page loads, and what it cannot do.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings_of, paste, summary_of } from './session.mjs';

export default {
  async 'it loads each file that lies beside it once, and nothing else'(session, { directory, served }) {
    const page = await session.open();
    const { pathname } = new URL(page.url());
    const expected = readdirSync(directory).map((file) => [pathname + (file === 'index.html' ? '' : file), '200']);
    for (let i = 0; i < 100 && served.length < expected.length; ++i) await page.waitForTimeout(50);
    assert.deepEqual(served.sort(), expected.sort());
  },

  'the module imports nothing, and is small'(_, { directory }) {
    const bytes = readFileSync(join(directory, 'preflight.wasm'));
    assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(bytes)), []);
    assert.ok(bytes.length < 200_000);
    return `${bytes.length} bytes`;
  },

  async 'where the module is missing, it says so'(session) {
    const page = await session.open({ without: '**/preflight.wasm', shows: '#recipients' });
    assert.match(await page.locator('#recipients').textContent(), /^The page is not complete: /);
    session.troubles.length = 0;  // which tell of just that
  },

  async 'it works without a network'(session) {
    const page = await session.open();
    await page.context().setOffline(true);
    await paste(page, '[]');
    assert.equal(await summary_of(page), '1 error');
    assert.match(await findings_of(page).first().textContent(), /must be an object, not an array/);
  },

  async 'its policy lets it send nothing elsewhere, and run nothing that was not loaded with it'(session) {
    const page = await session.open();
    const { refused, was_run } = await page.evaluate(async () => {
      const refused = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      await fetch('http://127.0.0.2/').catch(() => {});
      navigator.sendBeacon('http://127.0.0.2/');
      new Image().src = 'http://127.0.0.2/x.png';
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.was_run = true' }));
      const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.2/', method: 'post' });
      document.body.append(form);
      form.submit();
      await new Promise((done) => setTimeout(done, 200));
      return { refused, was_run: window.was_run };
    });
    assert.deepEqual(refused.sort(), ['connect-src', 'connect-src', 'form-action', 'img-src', 'script-src-elem']);
    assert.equal(was_run, undefined);
    session.troubles.length = 0;  // which tell of just that
  },
};
