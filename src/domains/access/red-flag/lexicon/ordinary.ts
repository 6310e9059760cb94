/** Everyday words that stand a slip or two from a clinical one, and mean what they say. */
export const ordinaryWords = `
scabbed scabbing scabby abased abasing abdominally accent accidence accidentals acridest agon agone allelic allergenic allergist amused
amusing anaphylaxes ancient anele anginal anile anklet anole antibiosis anticked append appended appending appendixes
appends apprehensive apprentice aspiring assailed assaulter atony attach attached attained attracted badder bailing
bash bathes bathing battle beach beaches beaching beading bedding beefing beeping beet befriend bending berates
berating berthing bielding bitstocks blading blander blaster bleaches bleaching bleary bleating bleep bleeping bleeps
blench blend blending blends blessing blinkered blistery blithered bloated blocker blond blooded blooding bloodwork
bloom bloop blued blurted bluster blustered blusterer boilings bolstered botel bottled bottler bousing bowed bower
bowers bowling bowls boyfriends braces braiding brailing braining braise braised braises braising breach breached
breaches breaching breading breadth breadths breast breasting breasts breathers breathier breathiest breathings
breathy breeches breeching breed breeding breeds breezing bribing brisking brisling broaches broaching broiling brood
browsing bruiser bruisers bruited bruiting bullocks burred burry bussing buttons calces calve calved calxes carves
cash cashing causing caves censused cheat chemically chert chess chests chesty chocked choir chore chose chough chowed
chowing chugging clashing clerical cloning closings clough cloying coaches coaching coke coked coking collage collages
collared collaring collars collate collated collates collating colleague colleagues collect collected collecting
college collinses collusion comical compulsions concession concessions concision conclusion conclusions concussing
concussive conduced confessed confession confided confidential confined confirm confirmation confirmed confusedly
confusions confute confuted confuter confutes congaing conjured conscience conscientious consciously consciousnesses
conscripted constrictions constrictor constricts constringed constructed constructions consulted consulting
contraception contraceptive contract contracted contractor contractors contracts contradictions contraption
contraptions contuse contused contuses contusing contusion contusions conversed conversing conversion conversions
convolved convolving convulsant convulsive cooked coshing cosmical couch couched couching coughdrops coughings
counteractions coupling coursing courting couscous couth crash crashing crest cresting crisping crossing crouching
cruising crumbing crumping crunching crusading crushingly crusting crymotherapy cursing cussing cuttings dash
daughterly delicious deliriously deliriums desirous diabolic dialectic dialytic diameter diameters diametric dianetics
dianoetic diarrhoeic diazepams dietetic difficile difficultly ding dinginess dirtiness disorientate disorientates
diuretic dizzies dizziest dooming doping doughier doughtier dowdiness doziness draping draughtier dressiness dripped
droning drooled droopier droopily droopiness droopingly dropper droppings dropsy drossy droving drowse drowsiest
drowsing drunks drying dunk dyeing epileptoid erection excruciation excruciations eyebright faceting factored facture
failing fain fainter fairing fanning farting fasten faster fasting fating faulting fawning feature featured feint
feinted feinting feverishly fining finking fittings fiver flash flashed flasher flashest flatters flaunting flayers
fleshes flinging flint flirting flitters flitting floated floater floatier floats floggers flouter flouters flowers
flusters flutters foisting footers fosters fractures frighted frighteners fringing fronting gash gashing gassing
gawping generals genial genipaps genitalic genitally genitors gentians girlfriends grain grin groan groins grown
gusting hallucinative harsh hash haves headachy headcase headcases headed headily heading headrace headraces headset
heady heal healed healing health healthy hears heartaches hearted hearth hearts hearty heaters heave heel heels hides
hies hikes hires hive hived hoist huarache huaraches hunting hurling hurtling inaction inception incontinently
indebted indented indention indicted indiction indigestive indignation indirection inducted induction infarcted
infections infective infecund inferred infested infester inflamed inflammation inflated inflation inflected inflection
inflections infliction infracted infraction ingestion inhale injections injure injurer injures inserted insertion
inspected inspection insured intention inulin inunction inured invented invention inverted invested jerkin jerkins
join joined joining joins joist ketoses knock knocker lash lidless lifelessly likeness limbless linerless lisp
loveless marsh mash mediation medical medically medicare medicate medicated medicating medicative medicinal meditation
meditations metrication midlife midwifed midwifes migrant migrate migrating moment moments monument monuments moraine
morpheme morphia morphing murrhine nappa nappe nappier nappiest nippy numbers numbest numbles operose overbore
overcoming overdo overdoing overdone overdue overdye overjoyed overjoying overrode overtone overuse overused overusing
pailful pails paints pairs palls panful pans parabasis paralyses paralytics parcel pardner parent parents parlayed
partial partially particular partly partners pawns pennant pile piles pilled pilly plains pleasure poignancy poignant
poised poising poisoners polls popery pregabalin pregnantly presser pressers pressie pressor pressured pressurise
presume prison propel propels properer property pull pulls puncher pupil purpler purples pyrolysis raced raged raked
rapped rasp rated ration raved razed reactive reactor reaped recaption redaction refection refraction relation
remotion resection retraction roped ruction rush sadden saddled saddler saddles sallow sallower sash sating scabbing
scaled scalloped scalped scarring scenting scolded scolder screaking sculling scurrying sealing seaming searing
seating securely secures sedating seedling seeking seeling seizes sell selling sepses serenely setting severally
severalty severer severing severity severn severs shacking shading shakings shaming shaping sharing sharking sharpness
shaveling shearing sheathing sheaving sheering sheeting shell shelled shelling shellings shelving shielder shilling
shimmering shirring shirtless shiveringly shoreless shortens shortest shorties shots shouldered shouldst shouter
showering showiness shrugging shudder silvering skating skiff skilling slabbed slabbing slaking slating slavering
sleeking sleeting slivering slobbing slots slugging sluicing sluing slumming slumping slurped slurping smartness
smearing smelled smelting smoulder smoulders smuggling snaking sneak sneaking sniff snots snubbing snuggling sobbing
sodden soddenly softness soilures solder soreness sots sounder sourcing souring spacing spading spangled spangling
spanking sparing sparking sparring spats spaying speakings speaks spear spearing specking speckling speeding spell
spelled spelling spellings spending spiff splaying splurging spooking sportiness spouts sprain sprained spurning
spurred spurring squaring squeaking squiring stabber stabbings stabilised stabiliser stable stabled stabling stacking
staffing staging staining staking staling stalling stapling starling starring starving stashing stating staving
steading steak steaming steeling sterling sternums stetting stiffs stilling stirring stocking stockings stokes stoma
stoutness straddled straddling straggle straggled straggler straggles straggling strain strained strake strakes
stranded stranding stranger strike strikes stringed stringing strobe strobes strode stroked stroker strove stubbed
stubbing subbing sullenly surfing surging swabbed swabbing swaddle swaging swathing swatting sweatier sweatily
sweatings sweeping sweeten sweeting sweller sweptwing swerving swill swilled swilling swirling swivelling swots
swotting tableau tabled tables tabret tacked tammy tangling tangoing temperate temperatures template temple temples
temporary tentacle tentacles tentacular testable testifies testily textile textiles thirsts though thought threat
threateningly throaty through throughout throwing tickling tickly tiddler tighteners tightly tights tiling tilling
tincting tingeing tinging tinglings tinkling tinning tinting tippling titling toddle toddled toddlers toddles toddy
toggling tonging tongued tonguing trash trickle troat troubled troubler tumble tummies twinging twinkling unbeatable
unbreakable unconsciously uneatable unreadable unresponsively unsealable unwearable upwell ursine usable vacuum
vaginae vaginas valence venting violet violone virion virulence visions visit visited visiting visits voicing voiding
volume vomitings voting waists wanness warfare warfarins wash wayfaring weakeners weakens weaknesses weariness weeding
weekness weening weeping weka wellness wetness wheedling wheeling wheezier whelming whelping whetting whizzing wore
worser worsts wort wrests writ writs wurst yesterdays
`;
