/** Builds one element: `el('a.link', { href: '/' }, 'text', otherElement)`. Nulls among the children are left out. */
export function el(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const mailLink = (address) => el('a', { href: `mailto:${address}` }, address);
export const phoneLink = (phone) => el('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone);
export const name = (text) => el('bdi', {}, text);
export const chip = (text, kind = '') => el(`span.chip${kind ? `.${kind}` : ''}`, {}, text);

export function initials(text) {
  const words = text.split(/[\s-]+/).filter((word) => word !== '');
  return [words[0], words.at(-1)].map((word) => [...(word ?? '')][0] ?? '').join('');
}
