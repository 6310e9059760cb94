import { sources } from '../category.ts';
import type { RedFlagCategory } from '../category.ts';

export const knownIllness: RedFlagCategory = {
  id: 'known-illness',
  name: 'Hypo, missed steroids or dialysis, or a feeding tube that came out',
  told: 'Unwell with a known illness',
  level: '999',
  wordings: [
    {
      match: [
        '{hypo|sugar-word} &8 {hypo-stays}',
        '{sugar-word} ..2 (wont|not|cant) ..1 (come|coming|go|going|get|rise|rising|stay) (above|over|up|past)',
        '{hypo|sugar-word} ..12 {still-at} ..2 {number-low-sugar}',
        '{hypo|sugar-word} &4 {number-low-sugar} &8 {confused|drowsy-adult|collapse|slurring|not-responding|clammy|turning-ill}',
        'adrenal crisis',
        '{addisons} &8 {turning-ill}',
        '{dialysis} &6 {missed-turns} &8 {turning-ill}',
      ],
    },
    {
      match: [
        '{hypo} &8 {confused|drowsy-adult|slurring|cant-be-woken|not-responding}',
        '{dialysis} &4 {missed-turns} ..2 {many-turns}',
      ],
      unless: ['past', 'admin', 'question'],
    },
    // The way to the stomach closes within hours: it is looked after the same day, whoever is well.
    {
      match: ['{feeding-tube} ..4 {tube-out}', '(pulled|knocked|yanked) ..2 {feeding-tube} out'],
      unless: ['admin'],
      level: 'same-day-duty',
    },
    { match: ['{addisons} &8 {steroid-missed}'], unless: ['admin'], level: 'same-day-duty' },
  ],
  quiet: [
    '(come|comes|coming|show|shows|go) up ..0 (on|in) ..0 (the|my|his|her) ..0 (app|phone|reader|meter|screen|sensor|computer|system)',
    '{missed-turns} ..2 (call|calls|letter|letters|transport|bus|appointment with you|text|texts)',
    '(dialysis|addisons) (diet|leaflet|review|card|bracelet|holiday|transport) ..2 (leaflet|card|form|letter|booking|change)',
    '{hypo} (awareness|allergenic|unaware|diary|leaflet)',
    'sugar (free|tax|levels letter)',
    'sugar ..2 (tea|coffee|cake|diet)',
    'cut (down|out) ..1 sugar',
  ],
  source: sources.general,
  safeContactFirst: false,
};
