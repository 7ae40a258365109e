// Elements of the page, by hand.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Text for screen readers only. */
export const unseen = (text) => element('span', { className: 'unseen' }, text);
