// Keeps "in 25 min" and "1 min 14" true while the page stays open, by the server's clock.
import { elapsedWords, relativeWords } from './words.js';

const serverNow = document.querySelector('meta[name="sp-now"]')?.content;
const skew = serverNow ? Date.parse(serverNow) - Date.now() : 0;
const secondsUntil = (time) => (Date.parse(time.dateTime) - (Date.now() + skew)) / 1000;

function refresh(selector, words) {
  for (const time of document.querySelectorAll(selector)) {
    const said = time.querySelector('.said');
    const text = words(secondsUntil(time));
    if (said && said.textContent !== text) said.textContent = text;
  }
}

setInterval(() => refresh('time[data-relative]', (seconds) => relativeWords(seconds, Date.now() + skew)), 15_000);
setInterval(() => refresh('time[data-elapsed]', (seconds) => elapsedWords(-seconds)), 1000);

/** The time of day by the server's clock, as "09:03". */
export const clockWords = () =>
  new Date(Date.now() + skew).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  });
