// What somebody has written in the forms of a page: which form it is, and what differs from what the page came with.

const TEXT = 'text tel email url number date time month week datetime-local'.split(' ');
const LEFT_OUT = 'hidden password search file button submit reset image'.split(' ');

/** Whether a field takes text that nobody but its writer knows. A search or a password is none. */
export const takesText = (field) => field.matches('textarea') || (field.matches('input') && TEXT.includes(field.type));

/** Whether a field holds something else than the page came with. */
export function changed(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.matches('select')) {
    const options = [...field.options];
    const first = options.findLastIndex((option) => option.defaultSelected);
    return !field.multiple && field.selectedIndex !== (first === -1 && options.length > 0 ? 0 : first);
  }
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

/** Which form of the app a form is: where it goes, and its id where it has one. */
export function formKey(form) {
  const { origin, pathname, search } = new URL(form.getAttribute('action') || location.href, location.href);
  const id = form.getAttribute('id');
  return origin === location.origin ? `${pathname}${search}${id ? `#${id}` : ''}` : undefined;
}

/** Whether what is written in a form is kept and heard: every form that takes text, but for data-keep="no" and searches. */
export const isKept = (form) =>
  form.getAttribute('method')?.toLowerCase() === 'post' &&
  !form.matches('[role=search], [data-keep="no"]') &&
  [...form.elements].some(takesText);

/** The fields of a form that are kept: neither secrets nor marks of the page, unless those go back with its words. */
export const keptFields = (form) =>
  [...form.elements].filter(
    (field) =>
      field.matches('input, textarea, select') &&
      field.name !== '' &&
      !field.name.startsWith('_') &&
      (!LEFT_OUT.includes(field.type) || (field.type === 'hidden' && field.dataset.back !== undefined)),
  );

/** Whether a form holds text that was typed here and has not been sent. */
export const holdsText = (form) => [...form.elements].some((field) => takesText(field) && changed(field));

/** The mark of this page as it was opened: what it keeps again takes the place of what it kept before. */
export const pageMark = Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(36)).join('');

/**
 * What a form holds that its page would not bring back by itself, by field, and where it goes; undefined where there is nothing.
 * A `refused` form comes back filled in, but its page opened anew does not.
 */
export function writtenIn(form, { refused = false } = {}) {
  const fields = keptFields(form);
  const names = new Set(fields.filter(changed).map(({ name }) => name));
  if (names.size === 0 && !(refused && fields.some((field) => takesText(field) && field.value.trim() !== '')))
    return undefined;
  // What a form had seen belongs to all of its words: whether they are out of date is judged by that.
  const whole = refused || form.querySelector('[data-back]');
  const written = {};
  for (const field of fields.filter(({ name }) => whole || names.has(name)))
    written[field.name] = [...(written[field.name] ?? []), ...valuesOf(field)];
  return { action: formKey(form), fields: written };
}

function valuesOf(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked ? [field.value] : [];
  return [field.value];
}
