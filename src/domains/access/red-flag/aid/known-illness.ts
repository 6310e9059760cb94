import { onTheirSide, plain, type Aid } from './aid.ts';

const tubeOut = plain('A feeding tube came out: keep it, do not push it back, cover the opening with a clean cloth.');

export const knownIllness: Aid = {
  say: {
    self: 'This can get worse quickly. Say the name of your illness to 999.',
    other: 'This can get worse quickly. Say the name of their illness to 999.',
  },
  until: {
    self: [
      plain('Low blood sugar and you can swallow: sugar, juice or glucose gel now, again after 10 to 15 minutes.'),
      plain('Addison’s or steroids every day: use your emergency hydrocortisone injection if you have one.'),
      plain('Dialysis: say when the last one was.'),
      tubeOut,
      plain('Do not drive.'),
    ],
    other: [
      plain(
        'Low blood sugar, awake and able to swallow: sugar, juice or glucose gel now, again after 10 to 15 minutes.',
      ),
      plain('Drowsy or unable to swallow: nothing by mouth. Give glucagon if you have been shown how.'),
      plain(
        'Addison’s or steroids every day: use their emergency hydrocortisone injection if you have been shown how.',
      ),
      plain('Dialysis: say when the last one was.'),
      tubeOut,
      onTheirSide,
    ],
  },
};
