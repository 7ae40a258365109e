// How the page looks: by night, on a phone, and whether what is seen is where it is typed.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { official_example, paste, paste_draft } from './session.mjs';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

// What the paper looks like with only the typed or only the painted letters to be seen.
async function letters(page, which) {
  await page.evaluate((which) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(which === 'typed'
      ? '#backdrop { visibility: hidden; } #body { color: black !important; }'
      : '#backdrop { color: black !important; } #backdrop > div::before, .gap { visibility: hidden; }');
    CSS.highlights.clear();
    document.adoptedStyleSheets = [sheet];
    document.activeElement.blur();
    document.querySelector('.editor').scrollTop = 0;
  }, which);
  return page.locator('.editor').screenshot({ caret: 'hide' });
}

// How many pixels are dark in the first of two pictures, and by how much the two differ where they do most. Letters at
// the same place may differ by some shades, as their place is rounded to a fraction of a pixel.
function difference(page, ...pictures) {
  return page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (base64) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height).data;
    }));
    let [inked, most] = [0, a.length === b.length ? 0 : 255];
    for (let i = 0; i < a.length; ++i) {
      if (a[i] < 100) ++inked;
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return { inked, most };
  }, pictures.map((picture) => picture.toString('base64')));
}

export default {
  async 'it is dark where one likes it dark'(session) {
    const brightness = async (colorScheme) => {
      const page = await session.open({ colorScheme });
      const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      return color.match(/\d+/g).reduce((sum, part) => sum + Number(part), 0);
    };
    assert.ok(await brightness('light') > 700);
    assert.ok(await brightness('dark') < 100);
  },

  async 'it fits a phone'(session) {
    for (const width of [320, 390, 600]) {
      for (const locale of ['en-US', 'zh-CN']) {
        const page = await session.open({ ...phone, locale, viewport: { width, height: 844 } });
        const wordy = `{"${'long_name'.repeat(30)}": 1, "push_type": 1, "job_name": "${'x'.repeat(500)}"}`;
        for (const body of [null, wordy]) {
          if (body) await paste(page, body);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${wide} wide, on ${width}`);
        }
      }
    }
  },

  async 'on a phone, a repair opens no keyboard'(session) {
    const page = await session.open(phone);
    await page.locator('#repairs .change').first().tap();
    assert.equal(await page.locator('#summary').textContent(), '1 warning, 9 notes');
    assert.equal(await page.evaluate(() => document.activeElement.id), '');
  },

  async 'what is seen is where it is typed, letter by letter'(session) {
    const bodies = [
      null,
      '{\n\t"测试": "😀é\u0301 a  b   ",   \n\n\n}   ',
      `{"long": "${'ab 测试，'.repeat(60)}"}`,
      `{"${'words '.repeat(80)}": ${'1'.repeat(300)}`,
    ];
    for (const how of [{}, phone]) {
      const page = await session.open(how);
      for (const body of bodies) {
        if (body) await paste(page, body);
        const [typed, painted] = [await letters(page, 'typed'), await letters(page, 'painted')];
        const { inked, most } = await difference(page, typed, painted);
        assert.ok(inked > 100);
        assert.ok(most < 128, `the letters of ${body ?? 'the example'} differ by ${most} of 255`);
        const [height, full] = await page.locator('#body').evaluate((area) => [area.clientHeight, area.scrollHeight]);
        assert.equal(height, full);
      }
    }
  },
};

const spoilt = `{
    "job_name": "培训",
    "push_content": "{}",
    "push_type": "0",
    "push_scope_type": "2",
    "send_at": 1626332244,
    "user_list": ["ou_1"],
    "departments": [{"department_id": "od_1"}]
}`;

/** Keeps pictures of the page. */
export async function take_pictures(session, directory) {
  mkdirSync(directory, { recursive: true });
  const take = async (name, how, act) => {
    const page = await session.open(how);
    await act?.(page);
    await page.screenshot({ path: join(directory, `${name}.png`), fullPage: name.includes('phone') });
  };
  const screen = { viewport: { width: 1280, height: 720 } };
  const look_at_error = async (page) => {
    await page.locator('#findings .error button').first().click();
    await page.mouse.move(0, 0);
  };
  const spoil = (page) => paste(page, spoilt);
  const fix_spoilt = async (page) => {
    await spoil(page);
    await fix(page);
  };
  const add_draft = async (page) => {
    await paste(page, '{\n    "chat_list": [{"chat_id": "oc_1"}],\n    "send_at": "1626332244000"\n}');
    await paste_draft(page, `{"code": 0, "data": {"notification": {\n${official_example.slice(1)}}}`);
  };
  const add_wrong_draft = async (page) => {
    await add_draft(page);
    await paste_draft(page, '{"push_type": "1",\n "user_list": [{"user_id": 7}]}');
  };
  const damaged = { fragment: '#x', shows: '#notice' };
  const fix = (page) => page.locator('#repairs .change').first().click();
  await take('light', screen, look_at_error);
  await take('dark', { ...screen, colorScheme: 'dark' }, look_at_error);
  await take('chinese', { ...screen, locale: 'zh-CN' });
  await take('fixed', screen, fix);
  await take('empty', screen, (page) => paste(page, ''));
  await take('damaged', { ...screen, ...damaged });
  await take('to-fix', screen, spoil);
  await take('to-fix-dark', { ...screen, colorScheme: 'dark' }, spoil);
  await take('fixed-at-once', screen, fix_spoilt);
  await take('draft', screen, add_draft);
  await take('draft-dark', { ...screen, colorScheme: 'dark' }, add_draft);
  await take('draft-wrong', { ...screen, locale: 'zh-CN' }, add_wrong_draft);
  await take('phone-to-fix', phone, spoil);
  await take('phone-fixed-at-once', { ...phone, locale: 'zh-CN' }, fix_spoilt);
  await take('phone-draft-wrong', phone, add_wrong_draft);
  await take('phone', phone);
  await take('phone-damaged', { ...phone, ...damaged, locale: 'zh-CN' });
  await take('phone-dark', { ...phone, colorScheme: 'dark' });
  await session.close();
}
