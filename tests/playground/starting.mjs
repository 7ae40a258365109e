// What the page starts with: nothing, or the content of a link.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { fragment_with, official_example, paste, summary_of, text_of } from './session.mjs';

async function copied_link(page) {
  await page.locator('#link').click();
  await page.locator('#link', { hasText: /Copied|已复制/ }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

export default {
  async 'an empty editor invites'(session) {
    const page = await session.open();
    const area = page.getByRole('textbox', { name: 'Request body' });
    for (const nothing of ['', ' \n\t']) {
      await paste(page, nothing);
      const invitation = page.getByRole('region', { name: 'Start here' });
      assert.match(await invitation.innerText(), /Paste or type the JSON body [^]*PATCH .*\/notifications\/:notification_id/);
      for (const id of ['result', 'repairs', 'findings']) assert.equal(await page.locator(`#${id}`).isVisible(), false);
      assert.equal(await area.getAttribute('aria-describedby'), 'invitation-text');
      assert.equal(await area.getAttribute('aria-invalid'), 'false');
      await page.getByRole('status').filter({ hasText: 'Paste or type the JSON body' }).waitFor({ state: 'attached' });

      await invitation.getByRole('button', { name: 'Load the official example' }).click();
      assert.equal(await text_of(page), official_example);
      assert.equal(await invitation.isVisible(), false);
      assert.equal(await summary_of(page), '2 errors, 1 warning, 9 notes');
      assert.equal(await area.getAttribute('aria-describedby'), 'summary');
    }
    await paste(page, '\u00a0');  // which is not whitespace to JSON
    assert.equal(await summary_of(page), '1 error');
  },

  async 'a link has all of it'(session) {
    const page = await session.open();
    const body = '\ufeff{"测试": "😀\\n"}';
    await paste(page, body);
    await page.locator('#mode').selectOption('1');
    await page.locator('#ids').selectOption('2');
    await page.locator('#language').click();
    const link = await copied_link(page);
    assert.equal(link, page.url());
    const copy = await session.open({ fragment: new URL(link).hash });
    assert.equal(await text_of(copy), body);
    assert.equal(await copy.locator('html').getAttribute('lang'), 'zh-CN');
    assert.equal(await copy.locator('#mode').inputValue(), '1');
    assert.equal(await copy.locator('#ids').inputValue(), '2');
    assert.equal(await copy.locator('#notice').isVisible(), false);
  },

  async 'a link without a body shows the example'(session) {
    const page = await session.open({ fragment: '#mode=7&ids=2&language=fr' });
    assert.equal(await text_of(page), official_example);
    assert.equal(await page.locator('#mode').inputValue(), '0');
    assert.equal(await page.locator('#ids').inputValue(), '2');
    assert.equal(await page.locator('#notice').isVisible(), false);
  },

  async 'a damaged link says so, and the page works'(session) {
    const whole = fragment_with({ mode: 1, body: official_example });
    const not_utf8 = new URLSearchParams({ body: deflateRawSync(Buffer.from([0x7b, 0xff, 0x7d])).toString('base64') });
    const damaged = ['#body=', '#body=%%%', '#body=AAAA&mode=1', '#x', whole.slice(0, -9), whole.slice(0, 60), `#${not_utf8}`];
    for (const fragment of damaged) {
      const page = await session.open({ fragment, shows: '#notice' });
      assert.match(await page.getByRole('alert').textContent(), /^This link is damaged/, fragment);
      assert.equal(await text_of(page), '');
      assert.equal(await page.locator('#invitation').isVisible(), true);
      await page.locator('#language').click();
      assert.match(await page.getByRole('alert').textContent(), /^链接已损坏/);
      await page.locator('#official-example').click();
      assert.equal(await text_of(page), official_example);
      assert.equal(await page.getByRole('alert').isVisible(), false);
    }
    return `${damaged.length} links`;
  },

  async 'a link that unpacks to more than 16 MB is not loaded'(session) {
    const page = await session.open({ fragment: fragment_with({ body: ' '.repeat(200_000_000) }), shows: '#notice' });
    assert.match(await page.getByRole('alert').textContent(), /larger than 16 MB/);
    assert.equal(await text_of(page), '');
    await paste(page, '[]');
    assert.equal(await summary_of(page), '1 error');
  },

  async 'a body that is too long for a link says so'(session) {
    const page = await session.open();
    const before = page.url();
    await paste(page, randomBytes(900_000).toString('base64'));
    await page.locator('#link').click();
    await page.locator('#link', { hasText: 'Too long for a link' }).waitFor();
    assert.equal(page.url(), before);

    await paste(page, randomBytes(400_000).toString('base64'));
    const link = await copied_link(page);
    const copy = await session.open({ fragment: new URL(link).hash });
    assert.equal(await text_of(copy), await text_of(page));
    return `${link.length} characters`;
  },
};
