/** By the national fifth of the practice's deprivation score, where scores are imported: the practice's, not the patient's own. */
export const deprivation = {
  key: 'deprivation',
  name: 'Deprivation of the practice',
  values: [
    ['1', 'Fifth 1, most deprived'],
    ['2', 'Fifth 2'],
    ['3', 'Fifth 3'],
    ['4', 'Fifth 4'],
    ['5', 'Fifth 5, least deprived'],
    ['not-known', 'Not known'],
  ],
} as const;

/** The groups of people that requests are counted by, with their names; the keys are those of the counting functions. */
export const dimensions = [
  {
    key: 'age',
    name: 'Age',
    values: [
      ['0-4', 'Under 5'],
      ['5-17', '5 to 17'],
      ['18-39', '18 to 39'],
      ['40-64', '40 to 64'],
      ['65-79', '65 to 79'],
      ['80', '80 and over'],
      ['not-known', 'Not known'],
    ],
  },
  {
    key: 'language',
    name: 'Language',
    values: [
      ['english', 'English'],
      ['other', 'Another language'],
      ['not-known', 'Not known'],
    ],
  },
  {
    key: 'channel',
    name: 'How they asked',
    values: [
      ['online', 'Online'],
      ['offline', 'By telephone or at the desk'],
      ['passed-on', 'Sent by 111 or another practice'],
    ],
  },
] as const;
