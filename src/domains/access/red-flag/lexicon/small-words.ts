/** Words that cost nothing to step over between the parts of a pattern. */
export const fillers = `a an the my his her hers their theirs your our its it is im i am was are be been being were has have had having got get gets getting
gotten feel feels feeling felt like really very so quite just literally proper properly actually bit kind sort of kinda in on at to inside across
around round through that this there here now still also too all some any he hes she shes they theyre we you me him them us then when even
up seems seem seemed keeps keep keeping gone going goes go went started starting starts start whole total totally completely absolutely slightly
no not dont doesnt isnt wasnt never nor without none nil didnt havent hasnt aint
currently suddenly constantly right both own self do does did as uh um er well basically honestly pls please sorry iwill wewill about lately recently
who which whos with into onto from`;

/** Words that may slip into the middle of a fixed phrase. */
export const asides = `really very so quite just literally actually proper even still also now totally completely kinda like basically honestly absolutely
a an the my his her their our your this that it both all any some most whole bit again properly fully only always ever keep keeps quickly suddenly slightly basically almost`;
