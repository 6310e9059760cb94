/** What was done about a red flag by whoever had the call, with the words for it. */
export const helpSteps = {
  '999-by-caller': '999 rung by the caller',
  '999-by-us': '999 rung by me',
  'put-through': 'Put through to the doctor',
} as const;
export type HelpStep = keyof typeof helpSteps;

/** The same as others read it: who pressed it stands beside. */
export const helpTold: Readonly<Record<HelpStep, string>> = { ...helpSteps, '999-by-us': '999 rung from here' };

/** The same at the desk, where nobody is put through: what staff do stands first. */
export const helpAtDesk: Readonly<Record<HelpStep, string>> = {
  '999-by-us': '999 rung by me',
  '999-by-caller': '999 rung by them',
  'put-through': 'The doctor has them',
};
