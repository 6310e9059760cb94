import { onTheirSide, plain, position, then999, type Aid } from './aid.ts';

export const dangerousReading: Aid = {
  say: {
    self: 'A reading, a result or a shock like that has to be looked at now, even if you feel well.',
    other: 'A reading, a result or a shock like that has to be looked at now, even if they feel well.',
  },
  until: {
    self: [
      plain('Say the exact figure, what measured it and when.'),
      position(7, 'Sit down and rest. Do not drive.'),
      then999('A second shock, or faint, breathless, chest pain, confused or worse headache: that is 999.'),
      plain('Blood pressure: measure it once more after five minutes of sitting still.'),
      plain('Heart device: ring the device clinic on its card too.'),
    ],
    other: [
      plain('Say the exact figure, what measured it and when.'),
      position(7, 'Let them sit down and rest.'),
      then999('A second shock, or faint, breathless, chest pain, confused or worse headache: that is 999.'),
      plain('Blood pressure: measure it once more after five minutes of sitting still.'),
      plain('Heart device: ring the device clinic on their card too.'),
      onTheirSide,
    ],
    infant: [
      plain('Say the exact figure, what measured it and when.'),
      then999('Breathless, grey, floppy or hard to wake: that is 999.'),
    ],
  },
};

export const foreignBody: Aid = {
  say: {
    self: 'That has to come out today. Leave it where it is until then.',
    other: 'That has to come out today. Leave it where it is until then.',
  },
  until: {
    self: [
      plain('Do not poke at it, and no tweezers: it goes deeper.'),
      then999('A button battery burns within hours: go to A&E now.'),
      then999('Choking, noisy breathing or coughing that will not stop: that is 999.'),
    ],
    other: [
      plain('Do not poke at it, and no tweezers: it goes deeper.'),
      then999('A button battery burns within hours: go to A&E now.'),
      then999('Choking, noisy breathing or coughing that will not stop: that is 999.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};

export const infectionRisk: Aid = {
  say: {
    self: 'That must be looked at today: what prevents or treats it works best early.',
    other: 'That must be looked at today: what prevents or treats it works best early.',
  },
  until: {
    self: [
      plain('Fever after travel: say where you were and when you came back. Malaria is tested for the same day.'),
      plain('Bite, scratch or needle: wash it with soap and running water for 15 minutes. Do not suck or scrub it.'),
      plain('Blood in the eye or mouth: rinse it with plenty of water.'),
      then999('Confused, drowsy, hard to breathe, or the jaw locks and the back goes stiff: that is 999.'),
    ],
    other: [
      plain('Fever after travel: say where they were and when they came back. Malaria is tested for the same day.'),
      plain('Bite, scratch or needle: wash it with soap and running water for 15 minutes. Do not suck or scrub it.'),
      plain('Blood in the eye or mouth: rinse it with plenty of water.'),
      then999('Confused, drowsy, hard to breathe, or the jaw locks and the back goes stiff: that is 999.'),
    ],
  },
};

export const hearing: Aid = {
  say: {
    self: 'Hearing that goes within hours or days can often be saved, if it is treated quickly.',
    other: 'Hearing that goes within hours or days can often be saved, if it is treated quickly.',
  },
  until: {
    self: [
      plain('Put nothing in the ear: no drops, no cotton buds.'),
      then999('A drooping face, slurred speech, weakness, or bad dizziness as well: that is 999.'),
    ],
    other: [
      plain('Put nothing in the ear: no drops, no cotton buds.'),
      then999('A drooping face, slurred speech, weakness, or bad dizziness as well: that is 999.'),
    ],
  },
};

export const skinReaction: Aid = {
  say: {
    self: 'Skin that blisters or peels after a medicine is an emergency. Take no more of that medicine.',
    other: 'Skin that blisters or peels after a medicine is an emergency. They must take no more of that medicine.',
  },
  until: {
    self: [
      plain('Take every medicine you have had in the last two months with you.'),
      plain('Do not burst blisters. Cover raw skin loosely with something clean.'),
      then999('Hard to breathe, or lips and tongue swelling: that is 999.'),
    ],
    other: [
      plain('Take every medicine they have had in the last two months along.'),
      plain('Do not burst blisters. Cover raw skin loosely with something clean.'),
      then999('Hard to breathe, or lips and tongue swelling: that is 999.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};

export const exposure: Aid = {
  say: {
    self: 'Being this ill from heat, cold or a dive is an emergency.',
    other: 'Being this ill from heat, cold or a dive is an emergency.',
  },
  until: {
    self: [
      plain('Heat: a cool place, clothes off, cool water on the skin and a fan.'),
      plain('Cold: somewhere warm, wet clothes off, dry blankets. No hot bath, no alcohol.'),
      plain('After a dive: lie flat and still. Say how deep, how long and when.'),
      plain('Do not drive.'),
    ],
    other: [
      plain('Heat: a cool place, clothes off, cool water on the skin and a fan.'),
      plain('Cold: somewhere warm, wet clothes off, dry blankets. No hot bath, no alcohol, no rubbing.'),
      plain('After a dive: they lie flat and still. Say how deep, how long and when.'),
      onTheirSide,
    ],
  },
};
