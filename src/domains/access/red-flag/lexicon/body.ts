import type { ConceptWords } from './words.ts';

/** Parts of the body as patients, relatives and receptionists name them. */
export const body: ConceptWords = {
  chest: `
    ticker, bosom, chestal, upper body, heart area, heart region, lungs, behind my breast bone, solar plexus,
    chest(|s|ed), cheast, ches, chst, breastbone, breast bone, sternum, rib cage, ribcage, thorax,
    under my left breast, behind my ribs, upper chest`,
  heart: `heart, hart, ticker`,
  'left-arm': `
    left arm, left hand side arm, l arm, lt arm, left shoulder and arm, left arm and shoulder, both arms,
    left elbow, inside of my arm, left shoulder`,
  arm: `arm(|s), forearm(|s), upper arm, wrist(|s)`,
  jaw: `jaw(|s), jawbone, jaw line, jawline, lower teeth`,
  neck: `neck, nape`,
  shoulder: `shoulder(|s), shoulder blade(|s)`,
  back: `
    back, spine, lower back, low back, spinal, lumbar, sciatica, siatica, sciatic, slipped disc, slipped disk,
    bulging disc, prolapsed disc, backache, backpain, back ache`,
  face: `
    face, faice, fase, facial, mouths, mouth, smile, cheek, eyelid, eye lid, side of (my|his|her|their) face,
    corner of (my|his|her) mouth`,
  lips: `lip, lips, mouth`,
  tongue: `tongue, toungue, tung, toung, inside of my mouth`,
  throat: `throat, windpipe, airway(|s), gullet, wind pipe, thoat, back of my mouth`,
  limb: `arm(|s), leg(|s), hand(|s), foot, feet, limb(|s), fingers`,
  leg: `leg(|s), thigh(|s)`,
  'one-side': `
    left side, right side, one side, left hand side, right hand side, lt side, rt side,
    half (my|his|her|their|the) (body|face), half of (my|his|her|their|the) (body|face), down one side, whole side,
    lhs, rhs, one (arm|leg), (left|right) (leg|foot|hand) and arm, (left|right) arm and (leg|face|hand),
    one whole side, side of (my|his|her|their) body`,
  head: `head, skull, forehead, temple, noggin, bonce, back of (my|his|her|the) head`,
  eye: `eye(|s), eyeball(|s), eyelids`,
  sight: `vision, sight, eyesight, eye sight, field of vision, visual field, peripheral vision`,
  belly: `
    stomach, stomache, stomack, stomac, tummy, tumy, tum, belly, abdomen, abdominal, abdo, abdomin, guts, gut,
    lower right side, right lower side, lower right, right iliac, rif, stomach area,
    bottom right of (my|his|her) (tummy|stomach|belly), flank, loin, womb, pelvis, pelvic, lower left side,
    right hand side of (my|his|her) (tummy|stomach|belly), side of (my|his|her) (tummy|stomach),
    below (my|his|her) ribs`,
  testicle: `
    a (sore|swollen|painful|lumpy|hard|red) ball,
    (sore|swollen|painful|aching|twisted|hard|huge) (|left |right |swollen |sore )(ball|nut|bollock), his balls,
    her sons balls, boys ball, bollocks, bollox, teste, sack, ballbag, ball bag, nadgers, willy and, scrotal sac,
    epididymis, meat and two veg, testicle(|s), testical(|s), testicals, testicular, testi, testis, testes, scrotum,
    scrotal, balls, bollock(|s), bollok, nutsack, nut sack, ballsack, ball sack, his nuts, my nuts,
    in the (nuts|balls|goolies|privates), one of (my|his) (nuts|balls), (left|right|one) (nut|ball), my ball,
    his ball, sons ball, crown jewels, goolies, plums, family jewels, nads, gonads, knackers, (his|my) privates,
    (his|my) private parts, down there, willy and balls, (his|my) bits`,
  joint: `
    knee(|s), kneecap, ankle(|s), elbow(|s), wrist(|s), hip, hips, shoulder(|s), joint(|s), knuckle(|s), thumb,
    finger, finger joint, replaced knee, new knee, new hip`,
  calf: `calf, calfs, calves, back of (my|his|her) (leg|knee), lower leg, shin, bottom of (my|his|her) leg`,
  saddle: `
    genital(|s), genital area, private parts, privates, down below, between (my|his|her|the|their) legs,
    between legs, buttock(|s), bum, bottom, backside, arse, anus, back passage, saddle, saddle area,
    inner thigh(|s), vagina, vaginal, penis, willy, fanny, undercarriage, perineum, nether regions, rectum, crotch,
    groin, private area, bits, lady parts, front bottom, where i sit, when i wipe, wiping myself, rear end, vulva`,
  skin: `skin, complexion, colour, arms and legs, hands and feet, body, legs, tummy`,
  'soft-spot': `
    soft spot, soft bit on (his|her|the) head, soft bit, soft part of (his|her|the) head, fontanelle, fontanel,
    fontenelle, fontanele, top of (his|her|babys|the) head`,
  nose: `nose, nostril(|s), nosebleed(|s), nose bleed(|s), nose bleeding`,
};
