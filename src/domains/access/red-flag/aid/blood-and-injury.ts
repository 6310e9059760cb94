import { babyUnconscious, nothingToEat, onTheirSide, plain, position, then999, type Aid } from './aid.ts';

export const anaphylaxis: Aid = {
  say: {
    self: 'Swelling like this can close the airway. Use an adrenaline pen now if you have one.',
    other: 'Swelling like this can close the airway. Use their adrenaline pen now if they have one.',
    infant: 'Swelling like this can close the airway. Use the baby’s adrenaline pen now if there is one.',
  },
  until: {
    self: [
      plain('Adrenaline pen in the outer thigh. If no better after 5 minutes, use a second one.'),
      position(2, 'Lie down with legs raised; if breathing is hard, sit up. Do not stand or walk.'),
      plain('Tell 999 the word “anaphylaxis”.'),
    ],
    other: [
      plain('Adrenaline pen in the outer thigh. If no better after 5 minutes, use a second one.'),
      position(
        2,
        'Lay them down with legs raised; if breathing is hard, let them sit up. They must not stand or walk.',
      ),
      plain('Tell 999 the word “anaphylaxis”.'),
    ],
    infant: [
      plain(
        'Adrenaline pen in the outer thigh, if one was prescribed. If no better after 5 minutes, use a second one.',
      ),
      position(2, 'Lay the baby flat in your arms; if breathing is hard, hold them upright.'),
      plain('Tell 999 the word “anaphylaxis”.'),
    ],
  },
};

export const bleeding: Aid = {
  say: {
    self: 'Bleeding like this needs help now. Press firmly on any wound.',
    other: 'Bleeding like this needs help now. Press firmly on any wound.',
  },
  until: {
    self: [
      plain('Wound: press hard with a clean cloth and keep pressing.'),
      position(6, 'Nosebleed: sit up and lean forward.'),
      plain('Nosebleed: pinch the soft part of the nose for 10 to 15 minutes.'),
      nothingToEat,
    ],
    other: [
      plain('Wound: press hard with a clean cloth and keep pressing.'),
      position(6, 'Nosebleed: sit them up, leaning forward.'),
      plain('Nosebleed: pinch the soft part of their nose for 10 to 15 minutes.'),
      nothingToEat,
    ],
    infant: [
      plain('Wound: press hard with a clean cloth and keep pressing.'),
      plain('Keep any bloodstained nappy to show the crew.'),
      { ...nothingToEat, text: 'No feeds, nothing to eat or drink.' },
    ],
  },
};

const battery = plain('A swallowed button battery: say so at once, even without symptoms.');
const fumes = plain('If carbon monoxide is possible: everyone out into fresh air first.');

export const poisoning: Aid = {
  say: {
    self: 'That needs help now, even if you feel well. You are not in trouble.',
    other: 'That needs help now, even if they seem well.',
    infant: 'That needs help now, even if the baby seems well.',
  },
  until: {
    self: [
      plain('Keep the packet, the bottle or what is left, to show the crew.'),
      plain('Do not make yourself sick.'),
      nothingToEat,
      fumes,
    ],
    other: [
      plain('Keep the packet, the bottle or what is left, to show the crew.'),
      plain('Do not make them sick.'),
      nothingToEat,
      fumes,
    ],
    child: [
      plain('Keep the packet, the bottle or what is left, to show the crew.'),
      plain('Do not make them sick.'),
      nothingToEat,
      battery,
      fumes,
    ],
    infant: [
      plain('Keep the packet, the bottle or what is left, to show the crew.'),
      plain('Do not make the baby sick.'),
      { ...nothingToEat, text: 'No feeds, nothing to eat or drink.' },
      battery,
      fumes,
    ],
  },
};

const burn = plain('Burn: cool running water for 20 minutes. No ice, creams or butter.');

export const majorInjury: Aid = {
  say: { self: 'That injury needs emergency care now.', other: 'That injury needs emergency care now.' },
  until: {
    self: [
      position(1, 'After a bad fall or crash, keep still unless you are in danger.'),
      plain('Press firmly on bleeding with a clean cloth.'),
      burn,
      plain('After a knock to the head: drowsy, sick, confused, a fit or a worse headache, tell 999.'),
    ],
    other: [
      position(
        1,
        'After a bad fall or crash, do not move them, unless they are in danger, have a fit or will not wake.',
      ),
      plain('Press firmly on bleeding with a clean cloth.'),
      burn,
      plain('After a knock to the head: drowsy, sick, confused, a fit or a worse headache, tell 999.'),
    ],
    infant: [
      position(1, 'After a bad fall or crash, do not move the baby, unless in danger, in a fit or hard to wake.'),
      plain('Press firmly on bleeding with a clean cloth.'),
      plain('Burn: cool running water for 20 minutes, and keep the rest of the baby warm. No ice, creams or butter.'),
      plain('After a knock to the head: drowsy, sick, a fit, a cry you do not know, or hard to wake: tell 999.'),
      babyUnconscious,
    ],
  },
};

export const eye: Aid = {
  say: {
    self: 'A sudden change in sight or an eye injury needs emergency care now.',
    other: 'A sudden change in sight or an eye injury needs emergency care now.',
  },
  until: {
    self: [
      plain(
        'Chemical in the eye: first rinse with clean water for at least 20 minutes, contact lenses out. Keep its name.',
      ),
      plain('Do not rub the eye or try to take out anything stuck in it.'),
      plain('Do not drive.'),
    ],
    other: [
      plain(
        'Chemical in the eye: first rinse with clean water for at least 20 minutes, contact lenses out. Keep its name.',
      ),
      plain('Do not let them rub the eye, or take out anything stuck in it.'),
    ],
    infant: [
      plain('Chemical in the eye: first pour clean water over the open eye for at least 20 minutes. Keep its name.'),
      plain('Do not let the baby rub the eye, or take out anything stuck in it.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};

export const hotJoint: Aid = {
  say: {
    self: 'A joint or calf that is hot and swollen needs to be seen today.',
    other: 'A joint or calf that is hot and swollen needs to be seen today.',
    infant: 'A hot, swollen joint, or a limb a baby will not move, needs to be seen today.',
  },
  until: {
    self: [
      then999('Fever, shivering or feeling very unwell as well: that is 999.'),
      then999('Sudden breathlessness or chest pain: that is 999.'),
      plain('Rest it. Do not massage a swollen calf.'),
    ],
    other: [
      then999('Fever, shivering or very unwell as well: that is 999.'),
      then999('Sudden breathlessness or chest pain: that is 999.'),
      plain('Let them rest it. Do not massage a swollen calf.'),
    ],
    child: [
      then999('Fever, shivering or very unwell as well: that is 999.'),
      plain('Let them rest it; do not make them walk on it.'),
    ],
    infant: [
      then999('Fever, floppy, or hard to wake as well: that is 999.'),
      plain('Do not move the limb more than you must.'),
    ],
  },
};

export const testicularPain: Aid = {
  say: {
    self: 'Sudden pain in a testicle must be seen within hours.',
    other: 'Sudden pain in a testicle must be seen within hours.',
  },
  until: {
    self: [
      { ...nothingToEat, text: 'Nothing to eat or drink, in case an operation is needed.' },
      plain('Do not wait to see whether it settles.'),
    ],
    other: [
      { ...nothingToEat, text: 'Nothing to eat or drink, in case an operation is needed.' },
      plain('Do not wait to see whether it settles.'),
    ],
    infant: [
      { ...nothingToEat, text: 'No feeds until a doctor has said so: an operation may be needed.' },
      plain('Do not wait to see whether it settles.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};

export const severeAbdomen: Aid = {
  say: {
    self: 'Pain that severe needs emergency care now.',
    other: 'Pain that severe needs emergency care now.',
    infant: 'A baby in pain that severe needs emergency care now.',
  },
  until: {
    self: [
      nothingToEat,
      position(7, 'Lie in whatever position is easiest.'),
      plain('Pregnant, or a missed period: tell 999.'),
    ],
    other: [
      nothingToEat,
      position(7, 'Let them lie however is easiest.'),
      plain('Pregnant, or a missed period: tell 999.'),
    ],
    child: [nothingToEat, position(7, 'Let them lie however is easiest.'), onTheirSide],
    infant: [
      { ...nothingToEat, text: 'No feeds, nothing to eat or drink.' },
      plain('Green or bloody sick, or blood in the nappy: tell 999, and keep it to show the crew.'),
    ],
  },
};

export const caudaEquina: Aid = {
  say: {
    self: 'Those signs with your back must be seen in hospital now.',
    other: 'Those signs with their back must be seen in hospital now.',
    infant: 'Weak legs, or a change in wetting or soiling, must be seen in hospital now.',
  },
  until: {
    self: [
      plain('Tell them: numbness between the legs, weak legs, or a change in bladder or bowel control.'),
      plain('Do not wait for a routine scan or physiotherapy appointment.'),
    ],
    other: [
      plain('Tell them: numbness between the legs, weak legs, or a change in bladder or bowel control.'),
      plain('Do not wait for a routine scan or physiotherapy appointment.'),
    ],
    infant: [
      plain('Say what is different from usual in how the baby moves, wets and soils.'),
      plain('Do not wait to see whether it settles.'),
    ],
  },
  inPlaceOf999: 'a-and-e',
};
