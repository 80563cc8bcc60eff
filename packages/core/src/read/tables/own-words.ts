// English words that are words without their first letter too, commonest first among those that common words hide.
const own = new Set(
  `able ace ache act acts add age aged ages aid aide aides aim air airs ale all allow amp and angel anger angle ape apt
  arc arch are area ark arm arms army art arts ash ask asked asking ate awe awful axe bet bit bout boy cane car care cars
  cast cent chief cute dire ditch eager earn ears ease east eat eats edge edges eel eight elder election elite ending
  end ends ever evil eye eyes fair fall far fast feel fine fit fits flight fold folk for form fort fought foul four fray
  gain gains get glow goal gold grain gun hail hair hall ham hand harm harp has hat have head heap hear heart heat heed
  height hell her here hill hip his hit hole hop hose host hour how howl hut ice iced icy idea ides ill ills imp in inch
  ink inn inner ion iron ire issue itch join king lace lack lag laid lain lake lamp land lane lap lash last late law lay
  lead lean leap learn led ledge lend less let lice lick lid lie light limb lime line link lip list lit live load loan
  loaf lobe lock long loom loop lose lot low lows luck lump lush lust made mail male mall man mart mash mask mate meet
  men mile mine mirk mitten mock mote move nag nail name nap nation near neat net new nip nit noble nod noon nor not note
  now null number oar oat oats oil old once one ones only ore other our out outing over ow owe own owned oxen pace pack
  pain pair pan pans par park part parts past pat pay peak pear peel pen pent pet pie pier pike pill pin pine pit place
  plan plane plant plate play plea plot plus pore port pot pound pout pray press price pride prim prime print prone prose
  prove pub pun quest quip quit race rack raft rag rage raid rail rain raise ram ramp ran rang range rank rant rap rash
  rat rate rated rates rave raven raw ray reach read real ream reap rear reason red reed reel rend rest revised rib rich
  rid ride rid right rights rile rim ring rip ripe rise risk road roam roar roast rob rock rod roll room roost root rope
  rose rot round rouse row rows rude rug ruin rule rum rumble run runt rush rust sage sail sale scent sense set shed shop
  shy side sides sin sit six sob soda son span spice spin spoke spout stable staff stage stake stall star start state
  stem step stick still stint stir stone store stop stored story strange strip sway swell sword tab tack tag tail take
  taken tale talk tall tape tar target task taste tax tea team tear tell ten tend tern test than that the theme then
  there thin thing think thorn thought three thrill throng thrust tick tide tie tied till tilt tin tint tip tire to toad
  toe toil tone tool tooth top tore torn toy trace track tract trade trail train trait tram trap trash tray tread treat
  tree trek trend trial tribe trick trip troop trust truth try tub tuck tune turn twin twist two under unit up urge urn
  us use used user uses vale valley van vent very vest vine void vote vow wage wait wake walk wall want war ward ware
  warm warn wash way wear weed week weep weigh well went wept wet whale what wheat wheel when where which while whip
  white who whole wide widow wife wig will wilt win wind wine wing wink wipe wire wise wish wit witch woe wolf woman wore
  word work world worm worn worse wrap wreck wring write wrong yawn year yell yen yes yet you young your zone`.split(
    /\s+/,
  ),
);

/** Whether an English fragment is a word in its own right, though a letter before it would make another. */
export function isWordOfItsOwn(word: string): boolean {
  return own.has(word);
}
