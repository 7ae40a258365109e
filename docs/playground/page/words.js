// What the page itself says. What it says of bodies and rules is the library's.

const words = {
  lead: {
    en: 'Paste the body of an “update notification” request: whom would it message, would it be accepted, ' +
        'and what would fix it? It is validated right here. Nothing you type leaves this page.',
    zh: '粘贴“更新推送”的请求体：它会推送给谁、能否被接受、如何修改？检查就在此页面内进行，您输入的内容不会离开这里。',
  },
  language: { en: '中文', zh: 'English' },  // the other one
  body: { en: 'Request body', zh: '请求体' },
  undo: { en: 'Undo', zh: '撤销' },
  example: { en: 'Example', zh: '示例' },
  link: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Copied', zh: '已复制' },
  in_address: { en: 'See the address', zh: '见地址栏' },
  too_long: { en: 'Too long for a link', zh: '内容过长，无法生成链接' },
  start: { en: 'Start here', zh: '从这里开始' },
  invite: {
    en: 'Paste or type the JSON body of this request. It is validated as you type.',
    zh: '粘贴或输入以下请求的 JSON 请求体，输入时即时检查。',
  },
  official_example: { en: 'Load the official example', zh: '载入官方示例' },
  placeholder: { en: '{ "job_name": …', zh: '{ "job_name": …' },
  damaged: {
    en: 'This link is damaged: its content cannot be decoded. Copy the whole link again, or paste the body here.',
    zh: '链接已损坏，无法解码其中的内容。请重新复制完整的链接，或在此粘贴请求体。',
  },
  too_large: {
    en: 'The content of this link is larger than 16 MB and was not loaded.',
    zh: '链接中的内容超过 16 MB，未载入。',
  },
  merged: { en: 'is merged with the draft', zh: '与草稿合并' },
  draft: { en: 'Draft (optional)', zh: '草稿（可选）' },
  draft_hint: {
    en: 'Paste the notification as it is now: the response to a GET request, or its notification alone. ' +
        'The body is merged with it.',
    zh: '粘贴推送的当前内容：GET 请求的响应，或其中的 notification。请求体会与它合并。',
  },
  draft_used: { en: 'merged with the body', zh: '已与请求体合并' },
  draft_unusable: {
    en: 'not used: it contains no notification to merge with',
    zh: '未使用：其中没有可合并的推送',
  },
  mode: { en: 'The body', zh: '请求体' },
  complete: { en: 'stands alone (complete)', zh: '独立完整（complete）' },
  partial: { en: 'changes part of a draft (partial)', zh: '只修改草稿的一部分（partial）' },
  not_said: { en: 'not said', zh: '未说明' },
  recipients: { en: 'Recipients', zh: '推送对象' },
  unreadable: {
    en: 'Nobody can tell: the body is not one well-formed object',
    zh: '无法判断：请求体不是一个格式正确的对象',
  },
  broken: { en: 'The page is not complete: ', zh: '页面未能完整加载：' },
  repairs: { en: 'What would fix it', zh: '修改办法' },
  fix: { en: 'Fix all obvious errors', zh: '修正所有明显的错误' },
  afterwards: { en: 'Recipients afterwards', zh: '修正后的推送对象' },
  changes: { en: 'Changes', zh: '改动' },
  more_changes: {
    en: (count) => (count === 1 ? 'and 1 more change' : `and ${count} more changes`),
    zh: (count) => `另有 ${count} 处改动`,
  },
  removed: { en: 'removed: ', zh: '删除：' },
  added: { en: 'added: ', zh: '新增：' },
  comma: { en: ', ', zh: '、' },
  both: { en: (a, b) => `${a}; ${b}`, zh: (a, b) => `${a}；${b}` },
  undone: { en: 'Undone. ', zh: '已撤销。' },
  left: { en: 'Left', zh: '剩余' },
  at: { en: (rule, place) => `${rule} at ${place}`, zh: (rule, place) => `${rule}（${place}）` },
  fixed: { en: 'Fixed', zh: '已修正' },
  undo_fix: { en: 'Undo the fix', zh: '撤销修正' },
  not_fixed: {
    en: (left) => `Not everything can be fixed at once. This needs your decision: ${left}`,
    zh: (left) => `无法一次全部修正，以下内容需要您决定：${left}`,
  },
  reached_limit: {
    en: 'There are too many errors to fix them all at once.',
    zh: '错误过多，无法一次全部修正。',
  },
  more: {
    en: (count) => (count === 1 ? '1 more option' : `${count} more options`),
    zh: (count) => `另有 ${count} 种改法`,
  },
  apply: { en: 'Apply', zh: '应用' },
  applied: { en: 'Applied. ', zh: '已应用。' },
  findings: { en: 'What was found', zh: '检查结果' },
  line: { en: (number) => `line ${number}`, zh: (number) => `第 ${number} 行` },
};

let chosen = 'en';

export const language = () => chosen;

/** What a word is in the chosen language. */
export const say = (word) => words[word][chosen];

/** Speaks this language from now on. */
export function speak(new_language) {
  chosen = new_language;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
}
