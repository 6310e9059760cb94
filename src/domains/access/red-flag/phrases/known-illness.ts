import type { CategoryPhrases } from './phrases.ts';

export const knownIllness: CategoryPhrases = {
  category: 'known-illness',
  flags: `
hypo wont come up, 2.1, had jelly babies
sugar 2.3 and not coming up despite lucozade
hypo for an hour, had orange juice, still 2.8
blood sugar stuck at 2.4 after three lots of sweets
bm 1.9 and confused
his sugars keep dropping, 3.1 then 2.6, keeps going down
dad is having a hypo and he's drowsy, type 1
cant get it to come up, sugar 2.9 and had two tubes of glucogel
sick with addisons and missed steroids
addisons, vomiting and cant keep hydrocortisone down
steroid dependent and has a tummy bug, throwing up
adrenal insufficiency, feels faint, had the runs since last night
think she is in adrenal crisis
dialysis patient missed two, feeling weak
missed dialysis twice and now short of breath
she hasnt been to dialysis all week and is so weak
he skipped his kidney machine, legs swollen and dizzy
pt on haemodialysis, not had it since monday, palpitations`,
  quiet: `
had a hypo last week, came up fine with a biscuit
hypos more often this month, can the diabetic nurse ring
can I have more glucogel on repeat for hypos
blood sugar 5.1 before breakfast
hba1c 48 do I need tablets
addisons repeat hydrocortisone please
need an emergency steroid card for my addisons
dialysis transport booking change, missed two calls from you
can I have my flu jab on a dialysis day
sugar free medicine for my son please`,
};
