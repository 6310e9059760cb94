/** Whether words were a danger, as a clinician judges them. */
export const dangers = ['yes', 'no', 'unclear'] as const;
export type Danger = (typeof dangers)[number];
