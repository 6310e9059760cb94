/** Who saw the patient. NHS England publishes GP or other practice staff; older rows say that it was not provided. */
export const professionals: ReadonlyMap<string, string> = new Map([
  ['gp', 'gp'],
  ['other practice staff', 'other'],
  ['other practice staff (non-gp)', 'other'],
  ['unknown', 'unknown'],
  ['unknown / data issue', 'unknown'],
  ['unknown / data quality', 'unknown'],
  ['hcp type not provided', 'unknown'],
]);

/** Whether the patient came. */
export const statuses: ReadonlyMap<string, string> = new Map([
  ['attended', 'attended'],
  ['dna', 'did-not-attend'],
  ['did not attend', 'did-not-attend'],
  ['unknown', 'unknown'],
  ['appt status not provided', 'unknown'],
]);

/** How they met; "Video/Online" became "Video Conference/Online" in 2022. */
export const modes: ReadonlyMap<string, string> = new Map([
  ['face-to-face', 'face-to-face'],
  ['telephone', 'telephone'],
  ['video/online', 'video-online'],
  ['video conference/online', 'video-online'],
  ['home visit', 'home-visit'],
  ['unknown', 'unknown'],
]);

/** From booking to appointment, in days. */
export const intervals: ReadonlyMap<string, string> = new Map([
  ['same day', '0'],
  ['1 day', '1'],
  ['2 to 7 days', '2-7'],
  ['8 to 14 days', '8-14'],
  ['15 to 21 days', '15-21'],
  ['22 to 28 days', '22-28'],
  ['more than 28 days', '29+'],
  ['unknown', 'unknown'],
  ['unknown / data issue', 'unknown'],
  ['unknown / data quality', 'unknown'],
]);
