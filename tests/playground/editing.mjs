// What happens as one types, fixes and undoes.

import assert from 'node:assert/strict';
import { findings_of, marked, official_example as example, paste, selection_of, summary_of, text_of } from './session.mjs';

const changes = (page) => page.locator('#repairs .change');
const small = (members) => `{"job_name": "测", "push_content": "{}", ${members}}`;

export default {
  async 'the API reference\'s example stands there, marked'(session) {
    const page = await session.open();
    assert.equal(await text_of(page), example);
    assert.equal(await summary_of(page), '2 errors, 1 warning, 9 notes');
    assert.deepEqual(await marked(page, 'error'), ['"user_list"', '"department_list"']);
    assert.deepEqual(await marked(page, 'warning'), ['"new_staff_scope_type"']);
    assert.equal((await marked(page, 'note')).length, 9);
  },

  async 'what is typed is validated at every key'(session) {
    const page = await session.open();
    await paste(page, '');
    await page.locator('#body').focus();
    const seen = [];
    for (const key of '{"job_name":"测试"') {
      await page.keyboard.insertText(key);
      seen.push(await summary_of(page));
    }
    await page.keyboard.type('}');
    seen.push(await summary_of(page));
    assert.deepEqual([...new Set(seen)], ['1 error', '3 errors']);
    assert.deepEqual(new Set(await marked(page, 'error')), new Set(['{']));
    assert.equal(await page.locator('#backdrop').textContent(), await text_of(page));
  },

  async 'each repair fixes the example, and is undone in one step'(session) {
    const page = await session.open();
    const count = await changes(page).count();
    assert.equal(count, 3);
    for (let i = 0; i < count; ++i) {
      await changes(page).nth(i).click();
      assert.doesNotMatch(await summary_of(page), /error/);
      assert.equal(await page.locator('#repairs').isVisible(), false);
      assert.doesNotThrow(async () => JSON.parse(await text_of(page)));
      await page.locator('#undo').click();
      assert.equal(await text_of(page), example);
      assert.equal(await summary_of(page), '2 errors, 1 warning, 9 notes');
    }
  },

  async 'a quick fix lands behind characters of every length'(session) {
    const page = await session.open();
    await page.locator('#mode').selectOption('1');
    await paste(page, '{"ext": "é测😀", "pushScopeType": 0, "名": "😀", "send_at": 1626332244, "x": "测"}');
    for (const name of ['rename it to push_scope_type', 'replace with "1626332244000"']) {
      await page.getByRole('button', { name }).click();
    }
    assert.equal(await text_of(page),
      '{"ext": "é测😀", "push_scope_type": 0, "名": "😀", "send_at": "1626332244000", "x": "测"}');
  },

  async 'what is obvious is fixed at once'(session) {
    const page = await session.open();
    await paste(page, small('"push_type": "0", "push_scope_type": 0, "user_list": [{"user_id": "ou_1"}]'));
    await page.getByRole('button', { name: 'Fix all obvious errors' }).click();
    assert.equal(await text_of(page), small('"push_type": 0, "push_scope_type": 0, "user_list": []'));
    assert.equal(await summary_of(page), 'nothing to report');
  },

  async 'what is fixed in places far apart is undone in one step, by button and by key'(session) {
    const page = await session.open();
    const chats = Array.from({ length: 3000 }, (_, i) => `\n{"chat_id": "oc_测${i}"}`);
    const body = small(`"push_type": "0", "chat_list": [${chats}], "push_scope_type": "0"`);
    await paste(page, body);
    for (const undo of [() => page.locator('#undo').click(), () => page.keyboard.press('Control+z')]) {
      await page.getByRole('button', { name: 'Fix all obvious errors' }).click();
      assert.equal(await text_of(page), body.replaceAll('"0"', '0'));
      await undo();
      assert.equal(await text_of(page), body);
    }
  },

  async 'a browser that neither marks nor inserts shows plain letters, and can undo'(session) {
    const page = await session.open({ first: () => {
      delete CSS.highlights;
      document.execCommand = () => false;
    } });
    assert.ok(await page.evaluate(() => !('highlights' in CSS)));
    const color = await page.locator('#body').evaluate((area) => getComputedStyle(area).color);
    assert.notEqual(color, 'rgba(0, 0, 0, 0)');
    await page.getByRole('button', { name: /^error user_list/ }).click();
    assert.equal(await selection_of(page), '"user_list"');
    await changes(page).first().click();
    assert.equal(await summary_of(page), '1 warning, 9 notes');
    await page.keyboard.press('Control+z');
    assert.equal(await text_of(page), example);
  },

  async 'where only the author knows what to write, the caret waits there'(session) {
    const page = await session.open();
    await paste(page, small('"push_type": 0, "push_scope_type": 1'));
    await page.getByRole('button', { name: 'add at least one chat' }).click();
    await page.keyboard.insertText('oc_测');
    assert.equal(await text_of(page),
      small('"push_type": 0, "push_scope_type": 1,"chat_list": [{"chat_id": "oc_测"}]'));
    assert.equal(await page.locator('#recipients').textContent(), '1 chat');
  },

  async 'more than three ways unfold'(session) {
    const page = await session.open();
    await paste(page, small('"ext": ""'));
    assert.equal(await page.locator('#repairs > ul > li').count(), 3);
    const hidden = page.locator('#more .change');
    assert.ok(await hidden.count() > 1);
    assert.equal(await hidden.first().isVisible(), false);
    await page.locator('#more summary').click();
    await hidden.last().click();
    assert.notEqual(await text_of(page), small('"ext": ""'));
  },

  async 'what is counted but not kept is told'(session) {
    const page = await session.open();
    await page.locator('#mode').selectOption('1');
    await paste(page, `{"ext": "", ${Array.from({ length: 70 }, (_, i) => `"x${i}": 0`)}}`);
    assert.equal(await summary_of(page), '70 warnings');
    assert.equal(await findings_of(page).count(), 64);
    assert.equal(await page.locator('#left-out').textContent(), '… and 6 more, not listed');
  },

  async 'a finding leads to its place, wherever it is'(session) {
    const page = await session.open();
    await page.getByRole('button', { name: /^error department_list must be empty/ }).click();
    assert.equal(await selection_of(page), '"department_list"');
    const line = page.locator('#backdrop > div', { hasText: '"department_list"' });
    const [here, frame] = [await line.boundingBox(), await page.locator('.editor').boundingBox()];
    assert.ok(frame.y <= here.y && here.y + here.height <= frame.y + frame.height);
    await page.getByRole('button', { name: 'sent_user_count', exact: true }).click();
    assert.equal(await selection_of(page), '"sent_user_count"');
  },

  async 'what is said beside the body counts'(session) {
    const page = await session.open();
    await paste(page, '{"user_list": [{"user_id": "ou_1"}]}');
    assert.equal(await summary_of(page), '4 errors');
    await page.locator('#mode').selectOption({ label: 'changes part of a draft (partial)' });
    assert.equal(await summary_of(page), 'nothing to report');
    await page.locator('#ids').selectOption('union_id');
    assert.equal(await summary_of(page), '1 warning');
  },

  async 'all is said in Chinese, and again in English'(session) {
    const page = await session.open({ locale: 'zh-CN' });
    const language = () => page.locator('html').getAttribute('lang');
    const finding = findings_of(page).nth(1);
    assert.equal(await language(), 'zh-CN');
    assert.equal(await page.locator('#recipients').textContent(), '组织内全部成员，以及 1 个群聊');
    assert.match(await finding.textContent(),
      /^错误 push_scope_type 为 0（组织内全部成员）时，user_list 必须为空 第 31 行 API 文档：0：/);
    assert.doesNotMatch(await page.locator('body').innerText(), /undefined|null|line \d|Apply|must/);
    await page.locator('#language').click();
    assert.equal(await language(), 'en');
    assert.match(await finding.textContent(),
      /^error user_list must be empty when push_scope_type is 0 \(all members\) line 31 API reference: 0：/);
  },

  async 'each rule leads to where it is explained'(session) {
    const page = await session.open();
    const links = () => findings_of(page).locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    assert.deepEqual(await links(), ['new-staff-fields-ignored', 'all-members-excludes-users',
      'all-members-excludes-departments', 'server-assigned'].map((rule) => `../rules.html#${rule}`));
    await page.locator('#language').click();
    assert.equal((await links())[0], '../rules.zh.html#new-staff-fields-ignored');
  },

  async 'a megabyte can be edited'(session) {
    const page = await session.open();
    const user = (i) => `\n    {"user_id": "ou_${i}", "name": "测试"},`;
    const users = Array.from({ length: 26_000 }, (_, i) => user(i)).join('');
    const large = example.replace('"user_list": [', (begin) => begin + users);
    assert.ok(large.length > 1_000_000);
    await paste(page, large);
    await page.locator('#recipients', { hasText: 'every member' }).waitFor();
    assert.deepEqual(await marked(page, 'error'), ['"user_list"', '"department_list"']);
    await page.getByRole('button', { name: 'set push_scope_type to 2' }).click();
    await page.locator('#recipients', { hasText: '26001 users' }).waitFor();
    await page.locator('#undo').click();
    await page.locator('#recipients', { hasText: 'every member' }).waitFor();
    assert.equal(await text_of(page), large);
    await page.keyboard.type('x');
    await page.locator('#recipients.unknown').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('#recipients', { hasText: 'every member' }).waitFor();
  },
};
