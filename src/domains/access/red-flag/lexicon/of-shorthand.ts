import type { ConceptWords } from './words.ts';

/** What clinicians and navigators write short: "c/o CP", "?PE", "#NOF", "GCS 13". Letters alone mean too much else, so each stands beside what tells it. */
export const ofShorthand: ConceptWords = {
  complains: `
    c o, co, complain(s|ing|ed) of, report(s|ing|ed), presents with, presenting with, presented with, pt with, pt has, patient has, ongoing, severe, crushing, central,
    sudden, sudden onset, left sided, l sided, acute, new, new onset, worsening, radiating, getting, having, query, poss, possible, active`,
  cp: `cp, chest px, chest pn, cpain, c pain`,
  'cp-tail': `
    since, radiating, rad, radiates, at rest, on exertion, ongoing, sob, soboe, sobar, doe, jaw, arm, l arm, left arm, sweaty, clammy, diaphoretic, dizzy, vomiting,
    today, tonight, now, this am, this pm, am, overnight, last night, yesterday, hours, hrs, hr, mins, minutes, worse, pleuritic, central, crushing, tight, palps, palpitations, syncope, collapse, gtn`,
  'cp-other': `
    cerebral, palsy, codeine, conference, plan, physio, physiotherapy, wheelchair, splint, splints, botox, protection, social worker, school, orthotics, prescription,
    script, tablets, mg, clinic, review, diagnosis, diagnosed, birth, born, community pharmacy, careplan, care plan, standing frame, hoist, spasticity, gmfcs, carer`,
  queried: `query, poss, possible, susp, suspected, suspect, r o, rule out, to exclude, likely, probable, imp, impression, ddx, think its, worried about`,
  'heart-short': `acs, stemi, nstemi, ami, tamponade`,
  'lung-short': `pe, pneumothorax, tension pneumothorax, resp failure, respiratory failure, t2rf, pulmonary oedema, apo, flash oedema`,
  'brain-short': `sah, ich, sdh, subdural, subarachnoid, cvst, extradural, intracranial bleed, raised icp`,
  'spine-short': `ces, mscc, cord compression, metastatic cord compression`,
  'belly-short': `aaa, triple a, perf, perforation, bowel obstruction, sbo, obstruction, appy, appx, volvulus, ischaemic bowel, pancreatitis, peritonitis, leaking aneurysm`,
  'womb-short': `ectopic, abruption, placental abruption, pprom, hellp`,
  'infection-short': `nec fasc, necrotising fasciitis, urosepsis, epiglottitis, biliary sepsis`,
  'not-lesson': `lesson, lessons, kit, teacher, school, class, note, uniform, excused, pet, dog, cat, puppy, kitten, vet, rabbit, results, result, scan was clear, ruled out, excluded, last year, previous`,
  'pv-bleed': `pv bleed, pv bleeding, pvb, pv loss, p v bleed, p v bleeding, aph, pr bleed and pv bleed`,
  'eclampsia-sign': `
    (silver |)stars (in|before) (my|her) eyes, seeing (stars|sparkles|spots|zigzags|zig zags|flashes), silver (stars|spots|lights|sparkles), sparkles in (my|her) (eyes|vision|sight), flashing lights, spots before (my|her) eyes, spots in front of (my|her) eyes, floaty lights,
    head (banging|pounding|splitting|thumping|throbbing|bursting), (banging|pounding|splitting|thumping|throbbing) head, pain under (my|her) (right |)ribs, rib pain right side, face gone puffy, face (is |)puffy, hands gone puffy, rings wont come off`,
  'of-forty': `40`,
  'gcs-low': `(reduced|low|dropping|dropped|fluctuating|decreased|falling|lower) gcs, gcs (reduced|low|dropping|dropped|fluctuating|down|falling), (responds|responding|responsive) (only |)to (pain|voice) only, avpu (p|u|v)`,
  gcs: `gcs, g c s, glasgow coma`,
  'news-score': `news 2, news2, news score, news two, news of, mews, pews, ews, early warning score, qsofa`,
  nof: `nof, n o f, neck of femur, fractur(e|ed) (hip|femur|pelvis|skull|neck|spine|nof|neck of femur|c spine), broken (neck of femur|nof)`,
  'ideation-short': `
    (active|ongoing|acute|current|fleeting|c o|expressing|expressed|expresses|voicing|voiced|voices|reports|reporting|disclosed|discloses|query) (si|s i|dsh|tsh),
    dsh, si (with|and|w) (plan|plans|intent|means|a plan|dsh|no plan), si plus plan, dsh (today|last night|this am|yesterday|again|episode|with|to|cuts|cutting|tonight|ideation|and si), suicidal ideation, thoughts of dsh`,
  'head-note': `h a, ha, headache`,
  'worst-note': `worst, worst ever, worst of life, thunderclap, sudden onset, sudden severe`,
};
