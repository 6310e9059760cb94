import { ways, type RequestWords } from './request-words.ts';

/** Requests that somebody answers without seeing anyone. */
export const adminWords: readonly RequestWords[] = [
  ...ways({ reason: 'Repeat prescription', urgency: 'admin', roles: [] }, [
    'Please can I have a repeat of my inhaler, nearly out',
    ['Usual tablets please, going away on Saturday so a few days early', { ages: [25, 95] }],
    ['Can my prescriptions go to the chemist by the bridge from now on', { ages: [25, 95] }],
    ['Ordered on the app last week and it still says requested', { ages: [16, 80] }],
    ['Needs more of the special milk for the baby, two tins left', { ages: [0, 1] }],
  ]),
  ...ways({ reason: 'Fit note', urgency: 'admin', roles: [], ages: [17, 66] }, [
    'My sick note runs out on Friday and I am still signed off after the operation',
    'Work want a note saying I can do light duties',
    'Need the note backdated to Monday, I was in hospital',
  ]),
  ...ways({ reason: 'Referral', urgency: 'admin', roles: [] }, [
    ['Has my referral to the hip people gone off yet, it has been three weeks', { ages: [50, 90] }],
    'Hospital says they never had the letter about my eyes',
    'Physio letter came with the wrong date of birth on it',
    'Want to change which hospital I am waiting for',
  ]),
  ...ways({ reason: 'Test result', urgency: 'admin', roles: [] }, [
    'Are my blood results back from last Tuesday',
    'App says results reviewed but nothing else, what does that mean',
    'X-ray results for my hand please',
  ]),
  ...ways({ reason: 'Letter', urgency: 'admin', roles: [] }, [
    ['Letter for the housing people saying stairs are hard for me', { ages: [40, 95] }],
    ['Form from the DVLA that needs the doctor to fill in part B', { ages: [18, 85] }],
    ['Gym want a letter to say I can start again', { ages: [18, 75] }],
    ['School ask for a note about her inhaler', { sex: 'female', ages: [5, 15] }],
    ['Insurance form, happy to pay, no hurry', { ages: [20, 70] }],
  ]),
  ...ways({ reason: 'Details', urgency: 'admin', roles: [] }, [
    ['Moved house last week, new address is on the form I handed in', { ages: [18, 90] }],
    ['New mobile number, old one is gone', { ages: [16, 85] }],
    ['Can you put down that my daughter may speak for me, I will sign whatever is needed', { ages: [60, 99] }],
    ['We would like to register our new baby', { ages: [20, 45] }],
    ['Name has changed since the wedding, have the certificate here', { sex: 'female', ages: [20, 60] }],
  ]),
  ...ways({ reason: 'Records', urgency: 'admin', roles: [] }, [
    ['How do I see my records on the app, it stops at 2019', { ages: [16, 90] }],
    ['Need my vaccination history for a new job at the hospital', { ages: [18, 60] }],
  ]),
  ...ways({ reason: 'Travel medicine', urgency: 'admin', roles: [], ages: [20, 80] }, [
    'Flying next month, do I need a letter to carry my insulin pens',
  ]),
  ...ways({ reason: 'A cold', urgency: 'admin', roles: [], ages: [6, 70] }, [
    'Streaming cold, what can I take with my blood pressure tablets',
    'Hay fever tablets are not doing much, anything stronger from the chemist',
    'Mouth ulcer, been there four days, sore with orange juice',
    ['Threadworms going round school, what do we all take', { ages: [4, 11] }],
  ]),
];
