// Whether the page can be used by keyboard and by ear, and whether its colors can be read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { paste, paste_draft, selection_of, summary_of, text_of } from './session.mjs';

const axe = readFileSync('third_party/npm/node_modules/axe-core/axe.min.js', 'utf8');

async function violations(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => axe.run());
  assert.ok(passes.length > 20);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

// What has the focus, and whether that is seen.
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const ring = element.id === 'body' ? element.closest('.editor') : element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ring);
    const is_seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    return { name: element.id || element.className || element.tagName, is_seen };
  });

async function walk(page, steps) {
  const names = [];
  for (let i = 0; i < steps; ++i) {
    await page.keyboard.press('Tab');
    const { name, is_seen } = await focused(page);
    assert.ok(is_seen, `the focus on ${name} is not seen`);
    names.push(name);
  }
  return names;
}

export default {
  async 'it can be used by keyboard alone'(session) {
    const page = await session.open();
    assert.deepEqual(await walk(page, 5), ['language', 'example', 'link', 'body', 'mode']);
    assert.deepEqual(await walk(page, 5), ['ids', 'SUMMARY', 'change', 'change', 'change']);
    assert.deepEqual(await walk(page, 4), ['sentence', 'A', 'sentence', 'A']);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).name, 'body');
    assert.equal(await selection_of(page), '"user_list"');

    const before = await text_of(page);
    await walk(page, 4);
    await page.keyboard.press('Space');
    assert.equal(await summary_of(page), '1 warning, 9 notes');
    assert.equal((await focused(page)).name, 'body');
    await page.keyboard.press('Control+z');
    assert.equal(await text_of(page), before);
  },

  async 'it has names for all, and speaks when one pauses'(session) {
    const page = await session.open();
    const area = page.getByRole('textbox', { name: 'Request body' });
    assert.equal(await area.getAttribute('aria-invalid'), 'true');
    assert.equal(await area.getAttribute('aria-describedby'), 'summary');
    await page.getByRole('combobox', { name: 'The body' }).waitFor();
    await page.getByRole('combobox', { name: 'user_id_type' }).waitFor();
    await page.getByRole('region', { name: 'What was found' }).getByRole('listitem').first().waitFor();

    const status = page.getByRole('status');
    await status.filter({ hasText: '2 errors, 1 warning, 9 notes. Recipients: every' }).waitFor({ state: 'attached' });
    const spoken = await status.evaluate((element) => {
      window.spoken = [];
      new MutationObserver(() => window.spoken.push(element.textContent)).observe(element, { childList: true });
      return element.textContent;
    });
    await page.locator('#repairs .change').first().click();
    await page.waitForFunction((before) => document.getElementById('status').textContent !== before, spoken);
    assert.deepEqual(await page.evaluate(() => window.spoken),
      ['Applied. 1 warning, 9 notes. Recipients: every member of the organisation, and 1 chat.']);
    assert.equal(await area.getAttribute('aria-invalid'), 'false');
  },

  async 'axe finds nothing, whatever is shown'(session) {
    const bodies = [null, '{"job_name": "a", "push_content": "{}"}', '{"send_at": 1626332244, "x": "', '[]', ''];
    let runs = 0;
    for (const how of [{}, { colorScheme: 'dark' }, { locale: 'zh-CN' }, { viewport: { width: 360, height: 740 } }]) {
      const page = await session.open(how);
      for (const body of bodies) {
        if (body !== null) await paste(page, body);
        assert.deepEqual(await violations(page), []);
        ++runs;
      }
      await paste(page, '{"job_name": "a", "push_content": "{}", "push_type": "0", "push_scope_type": "0", "x": 0}');
      await paste_draft(page, '{"push_type": "0"}');
      assert.deepEqual(await violations(page), []);
      await page.locator('#repairs .fix .change').click();
      assert.deepEqual(await violations(page), []);
      runs += 2;
      const damaged = await session.open({ ...how, fragment: '#x', shows: '#notice' });
      assert.deepEqual(await violations(damaged), []);
      ++runs;
    }
    return `${runs} runs`;
  },

  async 'the colors of the text stand out, by day and by night'(session) {
    const ratios = [];
    for (const colorScheme of ['light', 'dark']) {
      const page = await session.open({ colorScheme });
      ratios.push(...await page.evaluate(() => {
        const luminance = (color) => {
          const [r, g, b] = color.match(/[\d.]+/g).map((part) => {
            const share = part / 255;
            return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4;
          });
          return .2126 * r + .7152 * g + .0722 * b;
        };
        const line = document.querySelector('#backdrop div');
        const shown = (kind) => getComputedStyle(line, kind && `::highlight(${kind})`);
        const papers = [getComputedStyle(document.querySelector('.editor')), shown('warning'), shown('error')];
        return [shown(), shown('name'), shown('string'), shown('number')].flatMap(({ color }) =>
          papers.map(({ backgroundColor }) => {
            const [dark, light] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
            return (light + .05) / (dark + .05);
          }));
      }));
    }
    const least = Math.min(...ratios);
    assert.ok(least >= 4.5, `${least}`);
    return `${least.toFixed(1)} to 1 at least`;
  },
};
