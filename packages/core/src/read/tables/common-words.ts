/** The commonest words of English news, commonest first: what a fragment may be completed to. */
export const commonWords: readonly string[] = `
    the of and to in a is for that on was with as it by at from be are this has have an or not
    which he his were but they will its their had who been more new one also after said all about
    when there we can out up two people would no first other time into than her she over some so
    only could years them what if these most do may him such last now year government any made many
    through before where between because while being during those since against then much under
    however still well like even how both off back way must three own did get make long know us day
    down take just good great state world country national president minister city council work
    police court case law company group market money percent million billion week month months days
    officials official according report reported told say says including former public support
    power right left part number second third next early late high local small large major central
    political economic social international military security foreign trade tax health school
    university student students children women men family life home house place water food energy
    oil gas price prices growth rate rates bank business industry services service program plan
    plans policy system change changes issue issues question questions problem problems result
    results following follow followed follows party election vote members leader leaders head chief
    executive director chairman general spokesman spokeswoman statement news press media interview
    conference meeting talks agreement deal decision move step steps action actions attack attacks
    war peace force forces troops army air strike strikes killed died death dead injured wounded
    near north south east west northern southern eastern western european american british french
    german russian chinese japanese indian iranian syrian iraqi israeli turkish another each every
    several few less least best better big old young free full open close clear sure far away
    around across among along behind beyond without within until although though despite whether
    either neither nor yet already always never often sometimes again once here today tomorrow
    yesterday tonight morning afternoon evening night monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november
    december something nothing everything anything someone everyone nobody little too very quite
    rather almost nearly enough perhaps maybe really actually simply recently finally especially
    particularly started began begin ended ending called calling come came coming went going gone
    given giving taken taking found find finding held holding kept keep leaving led leading met
    paid put read run running seen sent set sold show showed shown spent stand stood took turned
    used using want wanted won working written wrote go see look looking need needs help think
    thought believe expected likely possible able important different difficult strong weak rising
    falling higher lower buy sell share shares stock stocks investors companies cost costs increase
    increased decrease fell rose cut cuts
  `
  .trim()
  .split(/\s+/);
