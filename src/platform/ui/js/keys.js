// Keys for people who do this all day: j and k move down a list, / finds, ? shows every key, and anything marked
// data-key answers to that key; data-key-then names the box that pressing it goes on to, data-enough the ticks by key that send a form. Silent while someone types, with a modifier held, or when switched off.
//
// A key acts on the page somebody has seen. Letters typed while one page gives way to the next, a key still held from the
// page before, and whatever comes in one burst with them do nothing: keys answer once the page has stood still for a moment
// with no key pressed outside a box. The same holds where a part of the page has changed what its keys do. Letters in a row
// are typing, and go into the words (typed-on.js).
import { sentItself } from './stray.js';
import { hear, isTyping } from './typed-on.js';

const SWITCH = 'sp-keys';
/** Milliseconds without a stray key after which a page counts as seen. */
const SEEN = 400;
/** Milliseconds after which a page that was to be left and still stands takes keys again. */
const PATIENCE = 20_000;
let quietSince = performance.now();
let leaving = false;

const seenAt = (moment) =>
  !leaving && document.visibilityState === 'visible' && moment - quietSince >= SEEN && !isTyping(moment);

function show() {
  document.documentElement.dataset.keys = seenAt(performance.now()) ? 'ready' : 'waiting';
}

/** Begins to wait again: what the keys do has changed. It counts from when it has been drawn. */
export function unsettle() {
  quietSince = performance.now();
  show();
  requestAnimationFrame(() => setTimeout(() => (quietSince = Math.max(quietSince, performance.now()))));
}

/** What the keys within an element do now, to be compared with what they did. */
export const keysOf = (element) =>
  [...element.querySelectorAll('[data-key]')]
    .map((one) => `${one.dataset.key} ${said(one)} ${one.value ?? ''}`)
    .join('\n');

const isOff = () => localStorage.getItem(SWITCH) === 'off';

/** Whether letters typed there are text. */
export const typing = (target) =>
  target.isContentEditable ||
  target.matches?.('textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit])');

const visible = (element) => element.checkVisibility?.() ?? true;

// To the box a choice asks to be filled in next, where what is typed is text and no key; else it stays on the choice.
function goOn(element) {
  const next = document.getElementById(element.dataset.keyThen ?? '');
  (next && visible(next) ? next : element).focus();
}

// A form that says how many ticks are enough is sent by the key that makes the last of them; its keys may still be pressed
// on the page that follows (data-stray, in their order). A hand on the mouse presses its button.
function sendIfEnough({ form, checked }) {
  const enough = Number(form?.dataset.enough);
  if (!checked || !enough || form.querySelectorAll('input[type=checkbox]:checked').length < enough) return false;
  sentItself(form.dataset.stray ?? '');
  form.requestSubmit();
  return true;
}

function press(element) {
  if (element.matches('input:not([type=radio], [type=checkbox]), textarea, select')) element.focus();
  else if (element.matches('input[type=radio], input[type=checkbox]')) {
    element.click();
    if (!sendIfEnough(element)) goOn(element);
  } else {
    element.click();
    if (element.matches('summary')) goOn(element);
  }
}

function move(step) {
  const items = [...document.querySelectorAll('[data-keys-item]')].filter(visible);
  if (items.length === 0) return false;
  const here = items.findIndex((item) => item.contains(document.activeElement) || item.classList.contains('is-here'));
  const next = items[Math.min(items.length - 1, Math.max(0, here < 0 ? 0 : here + step))];
  for (const item of items) item.classList.toggle('is-here', item === next);
  const target = next.querySelector('[data-keys-open], a, button, input') ?? next;
  if (target === next && next.tabIndex < 0) next.tabIndex = -1;
  target.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

// The words a person sees on the element, without the key drawn on it.
function shown(element) {
  const words = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement.closest('kbd, .exact')) words.push(textContent);
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

const said = (element) =>
  element.dataset.keyLabel ?? element.getAttribute('aria-label') ?? shown(element.labels?.[0] ?? element);

function keyRows() {
  const rows = [...document.querySelectorAll('[data-key]')].filter(visible).map((e) => [e.dataset.key, said(e)]);
  if (document.querySelector('[data-keys-item]')) rows.unshift(['j', 'Down the list'], ['k', 'Up the list']);
  rows.push(['?', 'Show these keys']);
  return rows;
}

function showSheet() {
  if (document.querySelector('dialog.keysheet')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'keysheet';
  dialog.setAttribute('aria-labelledby', 'keysheet-title');
  const heading = document.createElement('h2');
  heading.id = 'keysheet-title';
  heading.textContent = 'Keys on this page';
  const list = document.createElement('dl');
  for (const [key, words] of keyRows()) {
    const term = document.createElement('dt');
    term.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    const meaning = document.createElement('dd');
    meaning.textContent = words;
    list.append(term, meaning);
  }
  const row = document.createElement('p');
  row.className = 'btn-row';
  const close = Object.assign(document.createElement('button'), { className: 'btn btn--solid', textContent: 'Close' });
  const off = Object.assign(document.createElement('button'), { className: 'linklike' });
  const offWords = () => (off.textContent = isOff() ? 'Turn single keys on' : 'Turn single keys off');
  offWords();
  off.addEventListener('click', () => {
    localStorage.setItem(SWITCH, isOff() ? 'on' : 'off');
    offWords();
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  row.append(close, off);
  dialog.append(heading, list, row);
  document.body.append(dialog);
  dialog.showModal();
}

// A box somebody has typed in on this page is theirs; in one that was given the focus, Enter waits like any key.
const typedIn = new WeakSet();
document.addEventListener('input', (event) => typedIn.add(event.target), { capture: true });

/** Keys that came too early to do anything. */
const unseen = new WeakSet();
const acts = (event) => event.key === 'Enter' || event.key === ' ';

// Before anything else hears of it: until the page has been seen, no key presses what has the focus.
document.addEventListener(
  'keydown',
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inBox = typing(event.target);
    // What is typed on into a box is no word that it is written, nor that a form is to be sent.
    if (inBox && event.key === 'Enter' && isTyping(event.timeStamp)) {
      event.preventDefault();
      return event.stopPropagation();
    }
    if (inBox && (!acts(event) || event.target.matches('textarea, select') || (typedIn.has(event.target) && !leaving)))
      return;
    // By when it was pressed, not by when a busy page came to hear of it.
    if (seenAt(event.timeStamp) && !event.repeat) return;
    if (!inBox) {
      quietSince = Math.max(quietSince, event.timeStamp);
      unseen.add(event);
      if (!event.repeat) hear(event, leaving);
    }
    if (acts(event) && !(inBox && event.key === ' ')) event.preventDefault();
  },
  { capture: true },
);
// Chosen by hand it goes on in the same way, once the browser has put the focus on the choice; arrow keys only look around.
document.addEventListener('click', (event) => {
  if (event.detail === 0) return;
  const choice = event.target.closest?.('label')?.control ?? event.target;
  if (choice.dataset?.keyThen) setTimeout(() => goOn(choice));
});
setInterval(show, 100);
window.addEventListener('pageshow', () => {
  leaving = false;
  unsettle();
});
document.addEventListener('visibilitychange', unsettle);
// Once a form is on its way the page is the past: nothing more is pressed on it. A hand on the mouse says otherwise.
function leave() {
  leaving = true;
  show();
  setTimeout(stay, PATIENCE);
}
// What never came (a download, a lost line) leaves the page as it was.
function stay() {
  if (!leaving) return;
  leaving = false;
  unsettle();
}
window.addEventListener('submit', (event) => {
  if (!event.defaultPrevented && event.target.method !== 'dialog') leave();
});
window.addEventListener('beforeunload', leave);
// A form that waits until the words beside it are kept is on its way as well.
document.addEventListener('sp:leaving', leave);
document.addEventListener(
  'pointerdown',
  () => {
    leaving = false;
    quietSince = -SEEN;
    show();
  },
  { capture: true },
);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target) || document.querySelector('dialog[open], .cover')) return;
  if (event.repeat && event.key !== 'j' && event.key !== 'k') return;
  if (unseen.has(event)) return;
  if (event.key === '?') {
    event.preventDefault();
    return showSheet();
  }
  if (isOff()) return;
  // Enter and the space bar already mean something on whatever has the focus.
  if ((event.key === 'Enter' || event.key === ' ') && event.target.closest('a, button, summary')) return;
  if (event.key === 'j' || event.key === 'k') {
    if (move(event.key === 'j' ? 1 : -1)) event.preventDefault();
    return;
  }
  const wanted = event.key.toLowerCase();
  const match = [...document.querySelectorAll('[data-key]')].find(
    (element) => element.dataset.key.toLowerCase() === wanted && !element.disabled && visible(element),
  );
  if (!match) return;
  event.preventDefault();
  press(match);
});
