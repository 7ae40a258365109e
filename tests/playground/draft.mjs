// A draft that the body is merged with.

import assert from 'node:assert/strict';
import { fragment_with, official_example, paste, paste_draft, summary_of, text_of } from './session.mjs';

const one_user = '{"job_name": "a", "push_content": "{}", "push_type": 0, "push_scope_type": 2, "user_list": [{"user_id": "ou_1"}]}';
const response = `{"code": 0, "msg": "success", "data": {"notification": ${one_user}}}`;
const state_of = (page) => page.locator('#draft-state').textContent();
const recipients_of = (page) => page.locator('#recipients').textContent();
const mode_of = (page) => page.locator('#mode').evaluate((select) => select.selectedOptions[0].textContent);

export default {
  async 'a draft is merged with the body'(session) {
    const page = await session.open();
    await paste(page, '{"chat_list": [{"chat_id": "oc_1"}]}');
    assert.equal(await page.locator('#draft').isVisible(), false);
    for (const draft of [one_user, response]) {
      await paste_draft(page, draft);
      assert.equal(await summary_of(page), 'nothing to report');
      assert.equal(await recipients_of(page), '1 user, and 1 chat');
      assert.equal(await state_of(page), 'merged with the body');
    }
    await page.getByRole('status').filter({ hasText: 'Draft (optional): merged with the body.' }).waitFor({ state: 'attached' });
  },

  async 'the mode is set aside while there is a draft'(session) {
    const page = await session.open();
    const mode = page.getByRole('combobox', { name: 'The body' });
    for (const chosen of ['0', '1']) {
      await mode.selectOption(chosen);
      const before = [await mode_of(page), await summary_of(page), await recipients_of(page)];
      await paste_draft(page, one_user);
      assert.equal(await mode_of(page), 'is merged with the draft');
      assert.equal(await mode.isDisabled(), true);
      await paste_draft(page, '[]');
      assert.equal(await mode_of(page), 'changes part of a draft (partial)');
      assert.equal(await mode.isDisabled(), true);
      await paste_draft(page, ' \n');
      assert.deepEqual([await mode_of(page), await summary_of(page), await recipients_of(page)], before);
      assert.equal(await mode.isDisabled(), false);
      assert.equal(await state_of(page), '');
    }
  },

  async 'the errors of a draft are shown, and lead to their places'(session) {
    const page = await session.open();
    await paste(page, '{"job_name": "b"}');
    const area = page.getByRole('textbox', { name: 'Draft (optional)' });
    await paste_draft(page, response.replace('"push_type": 0', '"ext": "测😀", "push_type": "0"'));
    assert.equal(await state_of(page), 'merged with the body; 1 error');
    assert.equal(await area.getAttribute('aria-invalid'), 'true');
    await page.locator('#draft-part').getByRole('button', { name: /^error data.notification.push_type must be an integer/ }).click();
    assert.equal(await area.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '"0"');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'draft');

    const bad = ['[]', '{}', '{', 'x', '\u0000', '{"code": 99991663, "msg": "token"}', '['.repeat(100_000), '{"a":'.repeat(50_000)];
    for (const draft of bad) {
      await paste_draft(page, draft);
      await page.locator('#draft-state', { hasText: 'not used: it contains no notification to merge with' }).waitFor();
      assert.equal(await area.getAttribute('aria-invalid'), 'true');
      assert.equal(await summary_of(page), 'nothing to report');
    }
    await page.locator('#language').click();
    assert.match(await state_of(page), /^未使用：其中没有可合并的推送/);
    await page.locator('#language').click();
    await paste_draft(page, one_user);
    assert.equal(await area.getAttribute('aria-invalid'), 'false');
    assert.equal(await page.locator('#draft-findings li').count(), 0);
  },

  async 'many errors of a draft are bounded'(session) {
    const page = await session.open();
    const users = Array.from({ length: 50_000 }, () => '{"user_id": 1}');
    await paste_draft(page, `{"user_list": [${users}]}`);
    await page.locator('#draft-state', { hasText: '50000 errors' }).waitFor();
    assert.ok(await page.locator('#draft-findings li').count() <= 64);
    assert.match(await page.locator('#draft-left-out').textContent(), /and \d+ more, not listed/);
  },

  async 'a link has the draft, and the mode that it sets aside'(session) {
    const page = await session.open();
    await paste(page, '{}');
    await page.locator('#mode').selectOption('1');
    await paste_draft(page, one_user);
    await page.locator('#link').click();
    await page.locator('#link', { hasText: 'Copied' }).waitFor();
    const copy = await session.open({ fragment: new URL(page.url()).hash });
    assert.equal(await page.locator('#draft').inputValue(), one_user);
    assert.equal(await copy.locator('#draft').isVisible(), true);
    assert.equal(await recipients_of(copy), '1 user');
    await paste_draft(copy, '');
    assert.equal(await mode_of(copy), 'changes part of a draft (partial)');

    const odd = await session.open({ fragment: fragment_with({ body: '{}', mode: 'merged' }) });
    assert.equal(await mode_of(odd), 'stands alone (complete)');
    for (const fragment of [`${fragment_with({ body: official_example })}&draft=x`, `${fragment_with({ body: '{}' })}&draft=`]) {
      const damaged = await session.open({ fragment });
      assert.match(await damaged.getByRole('alert').textContent(), /^This link is damaged/);
      assert.notEqual(await text_of(damaged), '');
      assert.equal(await damaged.locator('#draft').inputValue(), '');
    }
  },

  async 'an empty body with a draft invites, and says what the draft is'(session) {
    const page = await session.open();
    await paste(page, '');
    await paste_draft(page, '[]');
    assert.equal(await page.locator('#invitation').isVisible(), true);
    assert.match(await state_of(page), /^not used/);
  },
};
