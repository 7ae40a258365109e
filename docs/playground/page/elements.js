// Elements of the page, by hand.

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Text for who does not see the page. */
export const unseen = (text) => element('span', { className: 'unseen' }, text);
