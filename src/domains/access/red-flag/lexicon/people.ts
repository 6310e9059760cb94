import type { ConceptWords } from './words.ts';

/** Who is spoken of: children, someone else, those who might do harm. */
export const people: ConceptWords = {
  'child-person': `
    child, childs, bairn, bairns, babby, wean, weans, kid, kids, kiddie, son, sons, daughter, daughters, dd, ds, baby, babys, babies, bab, babe, bubba,
    bubs, toddler, toddlers, infant, newborn, new born, neonate, boy, boys, girl, girls, little one, little ones, little un, little uns, littlun, lil one, lil un,
    little man, little boy, little girl, little lad, lad, lads, lo, grandson, granddaughter, grandchild,
    grandchildren, grand daughter, grand son, grandbaby, nephew, niece, pupil, youngest, eldest, middle one,
    nursery, my wee one, twins, twin, teenager, teen, reception class, primary school, preschooler, schoolboy,
    schoolgirl`,
  baby: `
    baby, babys, babby, bairn, bab, babe, bubba, bubs, infant, newborn, new born, neonate, lo, little one, tiny one, twins,
    grandbaby, premmie, prem`,
  newborn: `
    newborn, new born, neonate, just born, days old, week old baby, weeks old baby, born last week, born on,
    few days old, few weeks old, couple of weeks old, premature baby`,
  other: `
    he, hes, she, shes, they, theyre, him, her, his, hers, them, someone, somebody, husband, wife, partner, mum,
    mam, mom, mummy, mother, dad, daddy, father, nan, nana, nanna, gran, granny, grandma, grandad, grandfather,
    grandmother, gramps, grandpa, brother, sister, uncle, aunt, auntie, aunty, friend, mate, neighbour, neighbor,
    boyfriend, girlfriend, colleague, resident, patient, pt, client, customer, hubby, missus, mrs, mr, son,
    daughter, baby, child, toddler, kid, lad, boy, girl, lady, gentleman, man, woman, bloke, person, flatmate,
    housemate, cousin, carer, mil, fil, in law, parents, grandson, granddaughter, service user, tenant, student,
    caller`,
  abuser: `
    husband, hubby, wife, partner, boyfriend, girlfriend, bf, gf, ex, ex partner, ex husband, ex boyfriend, fella,
    fiance, fiancee, bloke, dad, daddy, father, mum, mam, mother, mummy, stepdad, step dad, stepfather, step father,
    stepmum, step mum, brother, stepbrother, step brother, uncle, grandad, grandfather, son, daughter, sons, carer,
    carers, care worker, care home staff, staff, in laws, mother in law, father in law, landlord, boss, flatmate,
    housemate, neighbour, teacher, coach, babysitter, nanny, childminder, he, hes, shes, she, they, theyre, someone,
    somebody, man, men, woman, family, cousin, lodger, babyfather, baby daddy, other half, missus, mrs, old man,
    guy`,
  victim: `
    me, us,
    my (son|daughter|child|kids|children|mum|mother|baby|sister|dad|brother|nan|friend|boy|girl|little one|face|arm|arms|throat|neck|hair|head|stomach|ribs|gran|toddler),
    him, her, them, the (kids|children|child|baby|boys|girls|residents|toddler), kids, our (son|daughter|kids|baby)`,
  'my-carer': `carer, carers, care worker, care workers, care home, staff, home help, agency carer`,
  feared: `
    him, her, them,
    my (husband|wife|partner|boyfriend|girlfriend|dad|mum|father|mother|stepdad|brother|son|ex|uncle|carer|family|landlord),
    husband, wife, partner, boyfriend, girlfriend, the carers, what (he|she|they) (will|would|might|ll) do,
    going home, his temper, her temper, hes going to, he will, shes going to`,
};
