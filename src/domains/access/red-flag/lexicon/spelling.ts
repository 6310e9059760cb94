/** Words that decide whether something is a red flag, and that are written in many ways: their misspellings are forgiven. */
export const forgivenWords = `
abdomen abdominal abdomin abused abusive abusing accident accidentally agony allergic anaphylactic anaphylaxis angina ankle antidepressants antibiotics antifreeze
apixaban appendicitis appendix aspirin assaulted assault asthma attack attacked
bladder bleach bleed bleeding blister blistered blood blurred blurry boiling bottle bowel bowels boyfriend breath breathe breathing breathless
breathlessness bruise bruised bruises bruising buttocks
calves chemotherapy chemical chest choke choked choking clammy closing codeine collapse collapsed collapsing concussion confused confusion conscious
consciousness constricted contractions convulsion convulsions convulsing cough coughing coughed crushing cutting
delirious diabetic diabetes diarrhoea diazepam difficulty difficult disorientated dizzy dizziness drooping drooped drowsy drowsiness drunk dying
electrocuted epileptic excruciating eyelid eyesight
faint fainted fainting fever feverish fitting flashes floaters floppy fracture fractured frightened
gasping genitals girlfriend groin gushing
haemorrhage haemorrhaging hallucinating headache headaches heart heavy heavily hives husband hurting
ibuprofen immunotherapy incontinent indigestion infected infection inhaler injured injury insulin
jerking joint
ketones knocked
lethargic lifeless limp lips
medication medicine meningitis midwife migraine miscarriage miscarrying morphine mottled movement movements
nappies nappy nosebleed nosebleeds numb numbness
overdose overdosed overdosing oxygen
painful painkillers palpitations paracetamol paralysed paralysis partner petechiae pills poison poisoned poisoning pregnant pregnancy pressure propranolol
purple punched
rash reaction rigid
saddle sciatica scalded seizure seizures sepsis septic septicaemia sertraline severe severely shaking shivering shivery shortness shoulder slurred slurring
slurring speech spots stabbed stabbing sternum stiff stomach strangled strangling stroke strokes struggling suddenly sudden suicidal suicide
swallow swallowed sweating sweaty swell swelled swelling swollen
tablet tablets temperature testicle testicles testicular thighs thirst thirsty threatened threatening throat tight tightening tightness tingling
tongue toddler trouble tummy
unconscious unresponsive unbearable unwell urine urinate
vagina violent violence vision vomit vomited vomiting
warfarin weak weakness wheezing wheezy wrists unable
dropped speak speaking properly heart stroke pain pains husband daughter chemo worst worse yesterday convulsed swelled collapses vomits bleeds breaths breathes seizures bleedin
`;
