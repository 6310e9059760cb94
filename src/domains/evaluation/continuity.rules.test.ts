import assert from 'node:assert/strict';
import { rules } from '../../../test/support/rules.ts';
import {
  biceBoxerman,
  opr,
  shareOf,
  slicc,
  upc,
  type Continuity,
  type PartCount,
  type VisitCount,
} from './continuity.ts';

const source = 'British Journal of General Practice, PMC10229170, tables 1 and 2; every figure worked again';
const sourceOfOpr = 'The same tables; their 63.9% for doctor A is a misprint of 22/35 = 62.9%';

/** Patients by the GPs they saw, one letter an appointment. List A’s usual GP is A, list B’s is B. */
const lists = {
  A: ['A', 'AA', 'AB', 'AAB', 'ABC', 'AABB', 'AABC', 'AAABBB', 'AAAABBBB', 'AAAABCDE'],
  B: ['B', 'BB', 'AC', 'ABB', 'ACC', 'AABC', 'ABBC', 'AABBBC', 'AAABBBBC', 'AABBCCCC'],
};
type List = keyof typeof lists;
const both = ['A', 'B'] as const;

function visitsOf(saw: string): VisitCount {
  const each = [...Map.groupBy(saw, (doctor) => doctor).values()].map(({ length }) => length);
  return {
    visits: saw.length,
    people: 1,
    most: Math.max(0, ...each),
    squares: each.reduce((sum, n) => sum + n * n, 0),
  };
}

const countOf = (text: string, doctor: string): number => [...text].filter((letter) => letter === doctor).length;

const byList = (list: List): PartCount => {
  const saw = lists[list].join('');
  return { total: saw.length, part: countOf(saw, list), patients: lists[list].length };
};
const byDoctor = (doctor: List): PartCount => ({
  total: countOf(both.flatMap((list) => lists[list]).join(''), doctor),
  part: countOf(lists[doctor].join(''), doctor),
  patients: both.flatMap((list) => lists[list]).filter((saw) => saw.includes(doctor)).length,
});

const to = (measured: Continuity, digits: number): number | null => {
  const value = shareOf(measured);
  return value === null ? null : Number(value.toFixed(digits));
};
const said = ({ share }: Continuity): string => (share === null ? 'nothing' : `${share.top}/${share.bottom}`);

rules(
  'Continuity of one person',
  {
    source,
    note: 'One letter is one GP appointment, the letter the GP. UPC is the most-seen GP’s part; Bice–Boxerman (Σnⱼ² − n) ÷ n(n−1). Of fewer than two appointments nothing can be said.',
  },
  {
    cases: [
      { saw: '', UPC: null, 'Bice–Boxerman': null },
      { saw: 'A', UPC: null, 'Bice–Boxerman': null },
      { saw: 'AA', UPC: 1, 'Bice–Boxerman': 1 },
      { saw: 'AB', UPC: 0.5, 'Bice–Boxerman': 0 },
      { saw: 'AAB', UPC: 0.67, 'Bice–Boxerman': 0.33 },
      { saw: 'ABC', UPC: 0.33, 'Bice–Boxerman': 0 },
      { saw: 'AABB', UPC: 0.5, 'Bice–Boxerman': 0.33 },
      { saw: 'AABC', UPC: 0.5, 'Bice–Boxerman': 0.17 },
      { saw: 'AAABBB', UPC: 0.5, 'Bice–Boxerman': 0.4 },
      { saw: 'AAAABBBB', UPC: 0.5, 'Bice–Boxerman': 0.43 },
      { saw: 'AAAABCDE', UPC: 0.5, 'Bice–Boxerman': 0.21 },
      { saw: 'AACC', UPC: 0.5, 'Bice–Boxerman': 0.33 },
    ],
    check: ({ saw, UPC, 'Bice–Boxerman': coc }) => {
      assert.equal(to(upc([visitsOf(saw)]), 2), UPC);
      assert.equal(to(biceBoxerman([visitsOf(saw)]), 2), coc);
    },
  },
);

rules(
  'Continuity of a list',
  { source, note: 'The means are over the nine people of each list who had two appointments or more.' },
  {
    cases: [
      { list: 'A', 'mean UPC': 0.56, 'mean Bice–Boxerman': 0.32, SLICC: '22/41', 'per cent': 53.7 },
      { list: 'B', 'mean UPC': 0.59, 'mean Bice–Boxerman': 0.32, SLICC: '17/41', 'per cent': 41.5 },
      { list: 'A and B', 'mean UPC': 0.57, 'mean Bice–Boxerman': 0.32, SLICC: '39/82', 'per cent': 47.6 },
    ],
    check: ({ list, 'mean UPC': meanUpc, 'mean Bice–Boxerman': meanCoc, SLICC, 'per cent': percent }) => {
      const chosen = both.filter((each) => list.split(' ').includes(each));
      const people = chosen.flatMap((each) => lists[each].map(visitsOf));
      assert.deepEqual([to(upc(people), 2), to(biceBoxerman(people), 2)], [meanUpc, meanCoc]);
      assert.equal(upc(people).of, 9 * chosen.length);
      const whole = slicc(chosen.map(byList));
      assert.equal(said(whole), SLICC);
      assert.equal(Number(((shareOf(whole) ?? 0) * 100).toFixed(1)), percent);
    },
  },
);

rules(
  'A doctor’s own patients',
  { source: sourceOfOpr, note: 'GPs without a list of their own (C, D and E) are in no denominator.' },
  {
    cases: [
      { doctors: 'A', OPR: '22/35', 'per cent': 62.9 },
      { doctors: 'B', OPR: '17/31', 'per cent': 54.8 },
      { doctors: 'A and B', OPR: '39/66', 'per cent': 59.1 },
      { doctors: 'nobody', OPR: 'nothing', 'per cent': null },
    ],
    check: ({ doctors, OPR, 'per cent': percent }) => {
      const measured = opr(both.filter((each) => doctors.split(' ').includes(each)).map(byDoctor));
      assert.equal(said(measured), OPR);
      const value = shareOf(measured);
      assert.equal(value === null ? null : Number((value * 100).toFixed(1)), percent);
    },
  },
);
