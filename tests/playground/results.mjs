// Whether the page validates as the tool does.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findings_of, paste, summary_of } from './session.mjs';

const tool = 'bazel-bin/tools/preflight/preflight';
const modes = ['complete', 'partial'];
const id_types = ['open_id', 'union_id', 'user_id'];

function bytes_of({ body, text, text_parts, hex, request, file }) {
  if (hex !== undefined) return Buffer.from(hex, 'hex');
  if (file) return readFileSync(file);
  if (request) {
    const bytes = readFileSync(request);
    return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
  }
  text ??= text_parts?.map(([part, count]) => part.repeat(count)).join('');
  return Buffer.from(text ?? JSON.stringify(body));
}

// The golden bodies, with what the page can be told beside them.
const golden = () =>
  readdirSync('tests/cases', { recursive: true }).filter((file) => file.endsWith('.json')).flatMap((file) =>
    JSON.parse(readFileSync(join('tests/cases', file))).cases.map((each) => ({
      bytes: bytes_of(each),
      mode: each.mode ?? 'complete',
      user_id_type: id_types.find((type) => type === each.context?.user_id_type),
    })));

// What the tool prints for each body, all of which it is told the same beside.
function told(bodies, { mode, user_id_type, language, draft }) {
  const scratch = mkdtempSync(join(tmpdir(), 'bodies-'));
  try {
    const files = bodies.map((body, i) => {
      writeFileSync(join(scratch, `${i}`), body);
      return join(scratch, `${i}`);
    });
    const options = ['--format=json', `--mode=${mode}`, `--language=${language}`];
    if (user_id_type) options.push(`--user-id-type=${user_id_type}`);
    if (draft !== undefined) {
      writeFileSync(join(scratch, 'draft'), draft);
      options.push(`--draft=${join(scratch, 'draft')}`);
    }
    const { stdout, status } = spawnSync(tool, [...options, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.ok(status === 0 || status === 1);
    return stdout.trimEnd().split('\n').map((line) => ({ ...JSON.parse(line), source: 'body' }));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const numbers_of = ({ mode, user_id_type, language }) =>
  ({ mode: modes.indexOf(mode), ids: id_types.indexOf(user_id_type), language });

const answers_to = (page, bodies, how, draft = '') =>
  page.evaluate(async ([bodies, draft, how]) => {
    const { answer_to } = await import('./validate.js');
    const bytes_of = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    return bodies.map((body) => answer_to(bytes_of(body), { ...how, draft: bytes_of(draft) }));
  }, [bodies.map((bytes) => bytes.toString('base64')), Buffer.from(draft).toString('base64'), numbers_of(how)]);

export default {
  async 'every golden body gets the result of the tool, in both languages'(session) {
    const page = await session.open();
    const all = golden();
    let validated = 0;
    for (const mode of modes) for (const user_id_type of [undefined, ...id_types]) {
      const cases = all.filter((each) => each.mode === mode && each.user_id_type === user_id_type);
      for (const language of cases.length ? ['en', 'zh'] : []) {
        const how = { mode, user_id_type, language };
        const bodies = cases.map(({ bytes }) => bytes);
        const answers = await answers_to(page, bodies, how);
        const expected = told(bodies, how);
        for (const [i, answer] of answers.entries()) assert.deepEqual(JSON.parse(answer).report, expected[i]);
        validated += answers.length;
      }
    }
    assert.ok(validated > 1000);
    return `${validated} results`;
  },

  async 'every golden body merged with a draft gets the result of the tool'(session) {
    const page = await session.open();
    const bodies = golden().filter(({ user_id_type }) => !user_id_type).map(({ bytes }) => bytes);
    const draft = readFileSync('docs/samples/official-example.json', 'utf8');
    for (const around of [(text) => text, (text) => `{"code": 0, "data": {"notification": ${text}}}`]) {
      const how = { mode: 'complete', language: 'en' };
      const answers = await answers_to(page, bodies, how, around(draft));
      const expected = told(bodies, { ...how, draft: around(draft) });
      for (const [i, answer] of answers.entries()) assert.deepEqual(JSON.parse(answer).report, expected[i]);
    }
    assert.ok(bodies.length > 500);
    return `${bodies.length} bodies`;
  },

  async 'what is typed is shown with the result of the tool, each position at its byte'(session) {
    const bodies = [
      '{"job_name":"测试😀","push_type":"0","pushScope":2,"send_at":1626332244,"user_list":[{"user_id":""}]}',
      '{\n\t"名": null,\n\t"job_name": "",\n\t"push_content": "{\\"é\\":",\n\t"push_type": 1\n}',
      '{"push_scope_type": 0, "user_list": ["测试"], "ext": "😀", "ext": 1',
      '[]',
    ];
    const page = await session.open();
    for (const [mode, language] of [['complete', 'en'], ['partial', 'zh']]) {
      await page.locator('#mode').selectOption(`${modes.indexOf(mode)}`);
      if (language === 'zh') await page.locator('#language').click();
      for (const [i, expected] of told(bodies, { mode, language }).entries()) {
        await paste(page, bodies[i]);
        const total = (await summary_of(page)).match(/\d+/g)?.map(Number) ?? [];
        assert.deepEqual(total, [expected.errors, expected.warnings, expected.notes].filter(Boolean));
        const recipients = page.locator('#recipients:not(.unknown)');
        assert.equal(await recipients.count() ? await recipients.textContent() : null, expected.recipients);
        const shown = [];
        for (const button of await findings_of(page).locator('button.sentence, button.position').all()) {
          await button.click();
          shown.push(await page.locator('#body').evaluate((area) =>
            new TextEncoder().encode(area.value.slice(0, area.selectionStart)).length));
        }
        const offsets = expected.diagnostics.map(({ offset }) => offset);
        assert.deepEqual(shown.sort((a, b) => a - b), offsets, bodies[i]);
      }
    }
  },
};
