import { numberWords, percentWords } from '#platform/ui/words.ts';
import type { Cell, MeasureKey } from '../continuity-page.ts';

/** A measure in words: what it is called, what it means, and what its top and bottom count. */
export interface MeasureWords {
  readonly name: string;
  readonly short: string;
  readonly means: string;
  readonly top: string;
  readonly of: string;
}

/** The four measures of continuity. */
export const measureWords: Readonly<Record<MeasureKey, MeasureWords>> = {
  slicc: {
    name: 'With their own GP (SLICC)',
    short: 'SLICC',
    means:
      'Of the list’s GP appointments, how many were with the patient’s own, named GP. People without a named GP are not in it.',
    top: 'appointments with the own GP',
    of: 'GP appointments of people with a named GP',
  },
  opr: {
    name: 'Of the GP’s own list (OPR)',
    short: 'OPR',
    means:
      'Of all appointments of GPs who have a list, how many were with people of their own list. Their appointments elsewhere in the group count too.',
    top: 'appointments with their own list',
    of: 'appointments of GPs who have a list',
  },
  upc: {
    name: 'With the GP seen most (UPC)',
    short: 'UPC',
    means:
      'For each person with two or more GP appointments, the part that was with the GP they saw most; the mean of everybody. That GP can be a locum.',
    top: 'the sum of everybody’s parts',
    of: 'people with two or more GP appointments',
  },
  coc: {
    name: 'The same GP again (Bice–Boxerman)',
    short: 'Bice–Boxerman',
    means:
      'The chance that two of a person’s GP appointments, picked at random, were with the same GP; the mean of everybody with two or more.',
    top: 'the sum of everybody’s chances',
    of: 'people with two or more GP appointments',
  },
};

/** A figure in words: "47.6%", or why there is none. */
export function cellWords(cell: Cell): string {
  if (cell.state === 'shown') return percentWords(cell.value, 1);
  return cell.state === 'few' ? 'too few to show' : 'none to measure';
}

/** What a figure was made from: "39 of 82", for means "10.3 of 18". */
export function countWords(cell: Cell): string {
  if (cell.state !== 'shown') return '';
  return `${numberWords(cell.top, Number.isInteger(cell.top) ? 0 : 1)} of ${numberWords(cell.of)}`;
}

/** The page's answer: what part of GP appointments were with the patient's own GP. */
export function continuityAnswer(cell: Cell | undefined): string {
  if (cell?.state === 'shown') return `${percentWords(cell.value)} of GP appointments were with the patient’s own GP`;
  return cell?.state === 'few' ? 'Too few GP appointments to show' : 'Not known: no GP appointment has been counted';
}
