import { babyUnconscious, nothingToEat, onTheirSide, plain, position, then999, type Aid, type AidLine } from './aid.ts';

const cpr = plain('If they do not wake and do not breathe normally, tell 999: they will talk you through CPR.');
const babyCpr = plain(
  'If the baby does not wake or does not breathe normally, tell 999: they will talk you through CPR.',
);
const unlock: AidLine = { text: 'Unlock the front door if you can do so easily.', atHome: true };
const openDoor: AidLine = { text: 'Unlock the front door for the crew.', atHome: true };

export const chestPain: Aid = {
  say: {
    self: 'Chest pain needs checking by an ambulance crew now.',
    other: 'Their chest pain needs checking by an ambulance crew now.',
    infant: 'A baby in pain like this, grey or sweating, needs checking by an ambulance crew now.',
  },
  until: {
    self: [position(4, 'Sit down, rest and stay as calm as you can.'), unlock, plain('Do not drive.')],
    other: [position(4, 'Help them sit down and rest.'), openDoor, cpr],
    infant: [position(4, 'Hold the baby upright and keep them calm.'), openDoor, babyCpr],
  },
};

export const heartRhythm: Aid = {
  say: {
    self: 'A heart that beats like this while you feel unwell needs checking now.',
    other: 'A heart that beats like this while they feel unwell needs checking now.',
  },
  until: {
    self: [
      position(6, 'Lie down, or sit with your head low.'),
      unlock,
      plain('Do not drive.'),
      then999('Chest pain, hard to breathe, or about to pass out: that is 999.'),
    ],
    other: [
      position(6, 'Help them lie down, or sit with their head low.'),
      openDoor,
      cpr,
      then999('Chest pain, hard to breathe, or about to pass out: that is 999.'),
    ],
    infant: [position(4, 'Hold the baby upright and keep them calm.'), openDoor, babyCpr],
  },
};

export const breathlessness: Aid = {
  say: {
    self: 'Being this short of breath needs help now.',
    other: 'Being this short of breath needs help now.',
    infant: 'A baby who struggles to breathe needs help now.',
  },
  until: {
    self: [
      position(3, 'Sit upright, leaning slightly forward. Do not lie down.'),
      plain('Use your reliever inhaler (usually blue) if you have been given one.'),
    ],
    other: [
      position(3, 'Help them sit upright, leaning slightly forward. Do not lay them down while they are awake.'),
      plain('Help them use their reliever inhaler (usually blue) if they have been given one.'),
      plain('If they are choking and cannot speak or cough: up to 5 back blows, then up to 5 abdominal thrusts.'),
    ],
    child: [
      position(3, 'Let them sit up in the way they find easiest. Do not lay them down while they are awake.'),
      plain('Help them use their reliever inhaler (usually blue), with the spacer, if they have been given one.'),
      plain(
        'If they are choking and cannot cry, speak or cough: up to 5 back blows, then up to 5 abdominal thrusts. Under 1: chest thrusts instead.',
      ),
    ],
    infant: [
      position(3, 'Hold the baby upright. Do not lay them flat while they are awake.'),
      plain(
        'If the baby is choking and cannot cry or cough: face down along your arm, up to 5 back blows, then up to 5 chest thrusts. No abdominal thrusts under 1.',
      ),
      babyCpr,
    ],
  },
};

export const stroke: Aid = {
  say: {
    self: 'What you describe must be checked at once, even if it has passed.',
    other: 'What you describe must be checked at once, even if it has passed.',
  },
  until: {
    self: [
      plain('Note the time it started, or when you were last well.'),
      nothingToEat,
      position(5, 'Sit or lie down somewhere safe.'),
    ],
    other: [
      plain('Note the time it started, or when they were last well.'),
      nothingToEat,
      position(5, 'Help them sit or lie comfortably.'),
      onTheirSide,
    ],
    infant: [
      plain('Note the time it started, or when the baby was last well.'),
      { ...nothingToEat, text: 'No feeds, nothing to eat or drink.' },
      babyUnconscious,
    ],
  },
};

export const collapse: Aid = {
  say: {
    self: 'Passing out needs to be checked now.',
    other: 'Tell me: are they awake, and are they breathing?',
    infant: 'Tell me: is the baby awake, and breathing?',
  },
  until: {
    self: [position(6, 'Lie down, or sit with your head low.'), unlock, plain('Do not drive.')],
    other: [
      plain(
        'If they are not breathing normally, 999 will talk you through CPR. If somebody else is there, send them for a defibrillator.',
      ),
      onTheirSide,
      plain('Hanging, or something tight round the neck: take their weight, cut or loosen it, lay them flat.'),
    ],
    infant: [babyCpr, babyUnconscious],
  },
};

export const seizure: Aid = {
  say: {
    self: 'A seizure needs help now.',
    other: 'Note when the seizure began, and keep them away from hard objects.',
    infant: 'Note when the seizure began. Lay the baby down somewhere safe, away from hard objects.',
  },
  until: {
    self: [position(6, 'Sit or lie somewhere safe, away from hard edges.'), unlock, plain('Do not drive.')],
    other: [
      plain('Do not hold them down or put anything in their mouth while they shake.'),
      plain('Move hard things away and put something soft under their head.'),
      { ...onTheirSide, text: 'When the shaking stops, lay them on their side.', weighs: 0 },
    ],
    infant: [
      plain('Do not hold the baby down or put anything in their mouth while they shake.'),
      { ...babyUnconscious, text: 'When the shaking stops, lay the baby on their side.', weighs: 0 },
      babyCpr,
    ],
  },
};

export const sepsis: Aid = {
  say: {
    self: 'What you describe needs emergency help now. Say again there what you have told me.',
    other: 'What you describe needs emergency help now. Say again there what you have told me.',
  },
  until: {
    self: [
      plain('Say if you have had an infection or an operation, are pregnant, or have a weak immune system.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
    ],
    other: [
      plain('Say if they have had an infection or an operation, are pregnant, or have a weak immune system.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
      plain('Watch their breathing.'),
    ],
    child: [
      plain('Say if they have had an infection or an operation, or have a weak immune system.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
      plain('Watch their breathing.'),
    ],
    infant: [
      plain('Say how old the baby is, if they came early, and of any infection.'),
      plain('Press a clear glass on any rash: if it does not fade, say so.'),
      plain('Watch the baby’s breathing and colour.'),
    ],
  },
};
