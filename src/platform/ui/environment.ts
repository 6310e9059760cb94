import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { assetUrl, nhsukFolder } from './assets.ts';
import { elapsedWords } from './js/words.js';
import * as when from './when.ts';
import type { WhenInput } from './when.ts';
import * as words from './words.ts';

const here = import.meta.dirname;

/** Marks text as HTML that is already safe, so that a view prints it as it stands. */
export function safe(html: string): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(html);
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${String(c.charCodeAt(0))};`);

const missing = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

const notKnown = (): nunjucks.runtime.SafeString => safe('<span class="tag tag--unknown">not known</span>');

/** A filter that shows an absent value as "not known", never as a blank or a zero. */
const known =
  <A extends unknown[]>(say: (value: never, ...rest: A) => string) =>
  (value: unknown, ...rest: A): string | nunjucks.runtime.SafeString =>
    missing(value) ? notKnown() : say(value as never, ...rest);

type TimeStyle = 'when' | 'relative' | 'due' | 'since' | 'time' | 'day' | 'elapsed';

function timeElement(value: WhenInput, style: TimeStyle, now: Temporal.Instant): string {
  const { day, moment } = when.civil(value);
  const machine = moment ? moment.toInstant().toString() : day.toString();
  const said = {
    when: () => when.whenWords(value, now),
    relative: () => when.relative(value, now),
    due: () => when.dueBriefly(value, now),
    since: () => when.sinceWords(value, now),
    time: () => when.timeWords(value),
    day: () => when.dayWords(value, now),
    elapsed: () => (moment ? elapsedWords((now.epochMilliseconds - moment.epochMilliseconds) / 1000) : ''),
  }[style]();
  // The end of a day stays the end of that day; only a distance moves on while the page stays open.
  const moves = style === 'elapsed' || style === 'relative' || (style === 'due' && said === when.relative(value, now));
  const live = moment && moves ? ` data-${style === 'elapsed' ? 'elapsed' : 'relative'}` : '';
  const exact = escape(when.exactWords(value));
  return `<time datetime="${machine}" title="${exact}"${live}><span class="said">${escape(said)}</span><span class="exact">${exact}</span></time>`;
}

function addFilters(env: nunjucks.Environment, clock: () => Temporal.Instant): void {
  const add = (name: string, filter: (...args: never[]) => unknown): void => {
    env.addFilter(name, filter as (...args: unknown[]) => unknown);
  };
  add('date', known(when.dateWords));
  add('shortDate', known(when.shortDate));
  add('month', known(when.monthWords));
  add('time', known(when.timeWords));
  add('patientTime', known(when.patientTime));
  add('exact', known(when.exactWords));
  add(
    'weekday',
    known((v: WhenInput) => when.weekdayDate(v, clock())),
  );
  add(
    'day',
    known((v: WhenInput) => when.dayWords(v, clock())),
  );
  add(
    'when',
    known((v: WhenInput) => when.whenWords(v, clock())),
  );
  add(
    'since',
    known((v: WhenInput) => when.sinceWords(v, clock())),
  );
  add(
    'due',
    known((v: WhenInput) => when.dueWords(v, clock())),
  );
  add(
    'relative',
    known((v: WhenInput) => when.relative(v, clock())),
  );
  add(
    'age',
    known((v: WhenInput) => String(when.ageYears(v, clock()))),
  );
  add('moment', (v: unknown, style: TimeStyle = 'when') =>
    missing(v) ? notKnown() : safe(timeElement(v as WhenInput, style, clock())),
  );
  add('number', known(words.numberWords));
  add('percent', known(words.percentWords));
  add('pounds', known(words.poundsWords));
  add('plural', known(words.plural));
  add('ordinal', known(words.ordinal));
  add('listWords', known(words.listWords));
  add('nhsNumber', known(words.nhsNumberWords));
  add('capital', (text: unknown) => words.capital(String(text)));
}

/** The words of the error that belongs to a field, or nothing. */
function errorFor(errors: readonly { text: string; href?: string }[] | undefined, id: string): string {
  return errors?.find((error) => error.href === `#${id}`)?.text ?? '';
}

/** The templates' environment: our views, each domain's views and the NHS macros, with every value escaped. */
export function environment(clock: () => Temporal.Instant, extraFolders: readonly string[] = []): nunjucks.Environment {
  const folders = [join(here, 'views'), join(here, '../../domains'), nhsukFolder, ...extraFolders];
  const loader = new nunjucks.FileSystemLoader(folders, { watch: false, noCache: false });
  const env = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  addFilters(env, clock);
  env.addGlobal('asset', assetUrl);
  env.addGlobal('now', clock);
  env.addGlobal('errorFor', errorFor);
  env.addGlobal(
    'barLength',
    (value: number, full: number) => Math.round(Math.min(1, Math.max(0, value / full)) * 1000) / 10,
  );
  return env;
}
