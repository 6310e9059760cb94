import { babyUnconscious, food, onTheirSide, plain, then999, type Aid, type AidLine } from './aid.ts';

const mentalHealth = plain('NHS 111, then choose the mental health option: day or night, free.');
const reach = plain('Move medicines, blades or anything else that could be used out of reach, if it is safe to do so.');

const ofHurt = plain('Bleeding: press firmly on the wound with a clean cloth. Gas or fumes: out into the air first.');
const hung = plain(
  'Hanging, or something tight round the neck: take their weight, cut or loosen it, lay them flat. No normal breathing: 999 talks you through CPR.',
);

export const selfHarm: Aid = {
  say: {
    self: 'Thank you for telling me. I will stay with you until a clinician speaks with you. Are you safe at this moment? If you may act on these thoughts or have hurt yourself, call 999 now.',
    other:
      'Thank you for telling me. Are they safe at this moment? If they have hurt themself or may do so now, call 999.',
    infant:
      'Thank you for telling me. Are you and the baby both safe at this moment? If anyone may be hurt now, call 999.',
  },
  until: {
    self: [ofHurt, mentalHealth, plain('Samaritans: 116 123, free, at any hour. Text SHOUT to 85258.'), reach],
    other: [ofHurt, hung, mentalHealth, plain('Samaritans: 116 123, free, at any hour. Text SHOUT to 85258.'), reach],
    child: [
      ofHurt,
      hung,
      mentalHealth,
      plain('Childline: 0800 1111. HOPELINE247 (under 35): 0800 068 4141. Both free, at any hour.'),
      reach,
    ],
    infant: [
      mentalHealth,
      plain('If it is a parent who feels so: somebody else holds the baby and stays with them both.'),
    ],
  },
};

const noContact = plain('No call-back, text or letter that the household could see, unless they choose it.');
const passOn = plain('Pass it to the safeguarding lead or duty clinician today, in their own words.');
const neverTell = plain('Never tell or ask the person who may be causing harm.');
const neck = plain(
  'Held by the neck or strangled: hospital now, even without a mark. Hoarse, sore to swallow or blacked out: 999.',
);
const police = plain('Threatened now: 999, and ask for the police. Out, or behind a locked door, if it is safe.');
const alone: AidLine = { text: 'Speak to them alone where possible.', about: 'company', weighs: 2 };

export const abuse: Aid = {
  say: {
    self: 'Thank you for telling me. Is it safe to talk now, and what is a safe way to reach you? We will not ring, text or write unless you choose it. If you are in danger and cannot speak, 999 and then 55 on a mobile.',
    other:
      'Thank you for telling me. Is it safe to talk now, and what is a safe way to reach you and them? We will not ring, text or write unless that is chosen. If anyone is in danger and you cannot speak, 999 and then 55 on a mobile.',
    infant:
      'Thank you for telling me. Is it safe to talk now, and what is a safe way to reach you? We will not ring, text or write unless you choose it. If anyone is in danger and you cannot speak, 999 and then 55 on a mobile.',
  },
  until: {
    self: [
      noContact,
      alone,
      neverTell,
      police,
      neck,
      plain('National Domestic Abuse Helpline: 0808 2000 247, free, at any hour.'),
      passOn,
    ],
    other: [
      noContact,
      alone,
      neverTell,
      police,
      neck,
      plain('National Domestic Abuse Helpline: 0808 2000 247, free, at any hour.'),
      passOn,
    ],
    child: [
      noContact,
      alone,
      neverTell,
      plain('For the child: Childline, 0800 1111. For whoever worries about them: NSPCC, 0808 800 5000.'),
      passOn,
    ],
    infant: [
      noContact,
      neverTell,
      plain('NSPCC helpline: 0808 800 5000. National Domestic Abuse Helpline: 0808 2000 247, free, at any hour.'),
      passOn,
    ],
  },
  police: true,
};

export const pregnancy: Aid = {
  say: {
    self: 'Bleeding, pain, or a baby that moves less must be checked now.',
    other: 'Bleeding, pain, or a baby that moves less must be checked now.',
  },
  until: {
    self: [
      plain('Do not wait until tomorrow if the baby is moving less or differently.'),
      plain('Have your maternity notes or app to hand, and say how many weeks.'),
      {
        text: 'Before 20 weeks, ring the early pregnancy unit; if you cannot get through, go to A&E.',
        without999: true,
      },
    ],
    other: [
      plain('Do not wait until tomorrow if the unborn baby is moving less or differently.'),
      plain('Have the maternity notes or app to hand, and say how many weeks.'),
      {
        text: 'Before 20 weeks, ring the early pregnancy unit; if you cannot get through, go to A&E.',
        without999: true,
      },
    ],
  },
  inPlaceOf999: 'maternity',
};

export const chemoFever: Aid = {
  say: {
    self: 'With cancer treatment, a temperature or feeling unwell is an emergency.',
    other: 'With cancer treatment, a temperature or feeling unwell is an emergency.',
  },
  until: {
    self: [
      plain('Show or read out the chemotherapy alert card. Say when the last treatment was.'),
      plain('Do not take paracetamol to bring the temperature down before being assessed.'),
    ],
    other: [
      plain('Show or read out the chemotherapy alert card. Say when the last treatment was.'),
      plain('Do not give paracetamol to bring the temperature down before they are assessed.'),
    ],
  },
  inPlaceOf999: 'chemotherapy',
};

export const unwellChild: Aid = {
  say: {
    self: 'This needs emergency help now.',
    other: 'This needs emergency help now.',
    child: 'The child needs emergency help now.',
    infant: 'The baby needs emergency help now.',
  },
  until: {
    self: [
      plain('Have somebody sit with you.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
    ],
    other: [
      plain('Watch their breathing and colour.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
      onTheirSide,
    ],
    infant: [
      plain('Watch the baby’s breathing and colour.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
      babyUnconscious,
    ],
  },
};

export const infantFever: Aid = {
  say: {
    self: 'A baby under 3 months with a temperature of 38 or more must be seen now.',
    other: 'A baby under 3 months with a temperature of 38 or more must be seen now.',
  },
  until: {
    self: [plain('Do not wait to see whether the temperature comes down.')],
    other: [plain('Do not wait to see whether the temperature comes down.')],
    infant: [
      plain('Do not wait to see whether the temperature comes down.'),
      food('Keep offering feeds on the way.', { without999: true }),
      plain('Do not sponge the baby with cold water.'),
      then999('Floppy, hard to wake, mottled or struggling to breathe: that is 999.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};

export const childDka: Aid = {
  say: {
    self: 'This must be looked at today: it could be new diabetes.',
    other: 'This must be looked at today: it could be new diabetes.',
  },
  until: {
    self: [
      then999('Being sick, tummy pain, fast breathing or drowsiness: that is 999.'),
      food('Drink water. Do not wait for a morning urine or blood sample.'),
    ],
    other: [
      then999('Being sick, tummy pain, fast breathing, sweet-smelling breath or drowsiness: that is 999.'),
      food('Let them drink water.'),
      plain('Do not wait for a morning urine or blood sample.'),
    ],
    infant: [
      then999('Being sick, fast breathing, sweet-smelling breath, floppy or hard to wake: that is 999.'),
      food('Keep offering feeds.'),
      plain('Do not wait for a urine or blood sample.'),
    ],
  },
};
