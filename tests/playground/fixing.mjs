// What fixing all at once says and does.

import assert from 'node:assert/strict';
import { paste, paste_draft, summary_of, text_of } from './session.mjs';

const small = (members) => `{\n  "job_name": "a", "push_content": "{}",\n  ${members}\n}`;
const body = small('"push_type": "0", "push_scope_type": 2,\n  "user_list": ["ou_1", "ou_2"], "xyz": 0');
const mended = small('"push_type": 0, "push_scope_type": 2,\n  "user_list": [{"user_id":"ou_1"}, {"user_id":"ou_2"}], "xyz": 0');
const button_of = (page) => page.getByRole('button', { name: 'Fix all obvious errors' });

export default {
  async 'fix all says whom it reaches, what it changes and what it leaves'(session) {
    const page = await session.open();
    await paste(page, body);
    const button = button_of(page);
    const described = page.locator(`#${await button.getAttribute('aria-describedby')}`);
    assert.match(await described.textContent(), /^Recipients afterwards2 usersChangesline 3 "push_type": removed: "0"added: 0,/);
    assert.match(await described.textContent(), /Left1 warningwarning unknown-field at xyz$/);
    assert.equal(await page.locator('#repairs del').count(), 3);
    assert.equal(await page.locator('#fixed').isVisible(), false);
  },

  async 'what was fixed is shown, until the text is changed, and is undone'(session) {
    const page = await session.open();
    await paste(page, body);
    const before = await page.locator('#repairs .effects').textContent();
    await button_of(page).click();
    assert.equal(await text_of(page), mended);
    assert.equal(await summary_of(page), '1 warning');
    const fixed = page.getByRole('region', { name: 'Fixed' });
    assert.equal(await fixed.locator('.effects').textContent(), before);
    await page.locator('#language').click();
    assert.match(await page.locator('#fixed').innerText(), /已修正[^]*修正后的推送对象[^]*2 个用户[^]*撤销修正/);
    await page.locator('#language').click();

    await page.locator('#body').press('End');
    await page.keyboard.type(' ');
    assert.equal(await fixed.isVisible(), false);
    await page.keyboard.press('Backspace');
    await fixed.getByRole('button', { name: 'Undo the fix' }).click();
    assert.equal(await text_of(page), body);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'body');
    assert.equal(await fixed.isVisible(), false);
    assert.equal(await page.locator('#repairs .effects').textContent(), before);
    await page.getByRole('status').filter({ hasText: /^Undone\. / }).waitFor({ state: 'attached' });

    await button_of(page).click();
    await page.keyboard.press('Control+z');
    assert.equal(await text_of(page), body);
    assert.equal(await fixed.isVisible(), false);
  },

  async 'whom the result reaches depends on the draft'(session) {
    const page = await session.open();
    await page.locator('#mode').selectOption('1');
    await paste(page, '{"job_name": "b", "send_at": 1626332244000}');
    const afterwards = page.locator('#repairs .effects dd').first();
    const draft = (scope) => `{"push_type": 0, "push_scope_type": ${scope}, "job_name": "a", "push_content": "{}",
      "user_list": [${scope === 2 ? '{"user_id": "ou_1"}' : ''}]}`;
    await paste_draft(page, draft(0));
    const whom = [await afterwards.textContent()];
    await paste_draft(page, draft(2));
    whom.push(await afterwards.textContent());
    assert.deepEqual(whom, ['every member of the organisation', '1 user']);
    await button_of(page).click();
    await page.getByRole('region', { name: 'Fixed' }).waitFor();
    assert.equal(await page.locator('#recipients').textContent(), '1 user');
  },

  async 'what needs a decision is named'(session) {
    const page = await session.open();
    await paste(page, '{"push_content": "{}", "push_type": "0", "push_scope_type": 0}');
    assert.equal(await page.locator('#not-fixed').textContent(),
      'Not everything can be fixed at once. This needs your decision: required at job_name');
    assert.equal(await button_of(page).count(), 0);
    await page.locator('#language').click();
    assert.equal(await page.locator('#not-fixed').textContent(), '无法一次全部修正，以下内容需要您决定：required（job_name）');
  },

  async 'of many changes the first are shown'(session) {
    const page = await session.open();
    await paste(page, small(`"push_type": 0, "push_scope_type": 1, "chat_list": ["${'oc_1", "'.repeat(40)}oc_2"]`));
    assert.equal(await page.locator('#repairs .changes li').count(), 9);
    assert.equal(await page.locator('#repairs .changes .more').textContent(), 'and 33 more changes');
  },
};
