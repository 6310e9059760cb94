// What somebody goes on typing while one page gives way to the next is text and no key. A run of letters outside any box that
// began before the page was seen goes into the box the page marks with data-typed-on (or the one it begins in), and so does
// the typing after it. Whoever was writing in another box of the page, such as the caller's name, goes on in the box of that
// name. Between two such pages it travels in this tab alone, and is taken out as soon as the next page comes.

import { begin, hold, release } from './stray.js';

const CARRIED = 'sp-typed-on';
/** Letters in a row that are typing; fewer may be keys pressed too early, and do nothing. */
const WORDS = 3;
/** Milliseconds without a letter that end a run of a few, and of typing: between two words somebody stops to think. */
const [SHORT, LONG] = [400, 1500];
/** Milliseconds since the last letter in the words after which somebody has stopped writing in them. */
const WRITING = 5000;
/** Milliseconds after which what was typed on the page before is too old to belong to this one. */
const STALE = 20_000;

/** The letters of the run that stand in no box yet, whether others of it do, and when its last one came. */
let run = '';
let placed = false;
let last = -STALE;
let wroteAt = -STALE;

const open = (box) => box && !box.readOnly && !box.disabled && (box.checkVisibility?.() ?? true);
const isBox = (element) =>
  element?.matches('textarea, input:not([type=radio], [type=checkbox], [type=button], [type=submit])');

/** Where typing goes on: the box the page begins in, else the one it is marked for. */
function box() {
  if (isBox(document.activeElement) && open(document.activeElement)) return document.activeElement;
  const marked = document.querySelector('textarea[data-typed-on]');
  return open(marked) ? marked : undefined;
}

function put(text) {
  const into = box();
  if (!into) return false;
  const { defaultValue: before, value } = into;
  const after = value.startsWith(before) ? value.slice(before.length) : '';
  const kept = after === '' && !value.startsWith(before) ? value : before;
  into.focus({ preventScroll: true });
  into.value = `${kept}${kept === '' || /\s$/.test(kept) ? '' : ' '}${text}${after}`;
  into.setSelectionRange?.(into.value.length, into.value.length);
  into.dispatchEvent(new Event('input', { bubbles: true }));
  [run, placed] = ['', true];
  return true;
}

const isLong = () => placed || run.length >= WORDS;
const goesOn = (moment) => moment - last < (isLong() ? LONG : SHORT);

/** Whether a run of typing is going on that began before this page was seen: no key of it acts. */
export const isTyping = (moment) => isLong() && goesOn(moment);

/** Hears a letter that came outside any box before the page was seen; `leaving` where the page is on its way out. */
export function hear(event, leaving) {
  if (event.key.length !== 1) return;
  if (!leaving && hold(event.key)) return;
  if (!goesOn(event.timeStamp)) [run, placed] = ['', false];
  run += release() + event.key;
  last = event.timeStamp;
  if (!leaving && isLong() && put(run)) event.preventDefault();
}

document.addEventListener(
  'keydown',
  (event) => {
    if (!isBox(event.target)) return;
    // Whoever leaves the box by Escape has done with typing.
    if (event.key === 'Escape') [run, placed, wroteAt] = ['', false, -STALE];
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (hold(event.key)) return event.preventDefault();
    giveBack(event.target);
    wroteAt = event.timeStamp;
    if (isTyping(event.timeStamp)) last = event.timeStamp;
  },
  { capture: true },
);

/** Puts what was held back in front of the letter that shows it to be words. */
function giveBack(into) {
  const text = release();
  if (text === '' || into.readOnly) return;
  const { selectionStart: from, selectionEnd: to, value } = into;
  into.value = from === null ? value + text : value.slice(0, from) + text + value.slice(to);
  if (from !== null) into.setSelectionRange(from + text.length, from + text.length);
  into.dispatchEvent(new Event('input', { bubbles: true }));
}

window.addEventListener('pagehide', () => {
  const now = performance.now();
  const active = document.activeElement;
  const isWriting = isBox(active) && now - wroteAt < WRITING;
  const wasWriting = isWriting && active.matches('[data-typed-on]');
  const field = isWriting && !wasWriting && active.name ? { name: active.name, value: active.value } : undefined;
  const text = goesOn(now) ? run : '';
  if (!document.querySelector('[data-typed-on]') || (text === '' && !isWriting)) return;
  sessionStorage.setItem(CARRIED, JSON.stringify({ at: Date.now(), text, wasWriting, field }));
});

/** Goes on in the box of that name with what stood in it and what was typed since; false where the page has none. */
function goOnIn({ name, value }) {
  const into = document.querySelector(`:is(input, textarea)[name="${CSS.escape(name)}"]:not([type=hidden])`);
  if (!isBox(into) || !open(into)) return false;
  const text = value + release() + run;
  if (run !== '') [run, placed, last] = ['', true, performance.now()];
  into.focus({ preventScroll: true });
  if (into.value === text) return true;
  into.value = text;
  into.setSelectionRange?.(text.length, text.length);
  into.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

function takeUp() {
  const { at = 0, text = '', wasWriting = false, field } = JSON.parse(sessionStorage.getItem(CARRIED) ?? '{}');
  sessionStorage.removeItem(CARRIED);
  const early = globalThis.spEarly?.() ?? '';
  run = Date.now() - at < STALE ? text + early : early;
  begin();
  if (field && Date.now() - at < STALE && goOnIn(field)) return;
  // Letters may stand in the box the page begins in before this script has come.
  const first = isBox(document.activeElement) && document.activeElement.defaultValue === '' && document.activeElement;
  if (hold(run + (first?.value ?? ''))) {
    run = '';
    if (first) first.value = '';
  }
  if (run !== '') last = performance.now();
  if (run !== '' && (isLong() || isBox(document.activeElement))) put(run);
  // Whoever was writing goes on writing: nothing of it is a key.
  else if (wasWriting && Date.now() - at < STALE) box()?.focus({ preventScroll: true });
}
takeUp();
