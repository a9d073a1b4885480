package word

// stopWords are the function words of each language, question words included:
// they decide the language vote and are left out of the word index.
var stopWords = map[string]string{
	"de": `ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da dabei
dadurch dafür dagegen daher dahin damit danach daneben dann daran darauf daraus darf darfst darin darüber darum darunter das dass daß davon davor dazu
dein deine deinem deinen deiner deines dem demnach den denen denn dennoch der deren derer des deshalb dessen dich die dies diese diesem diesen dieser
dieses dir doch dort du durch dürfen dürft eben ein eine einem einen einer eines einige einigem einigen einiger einiges einmal er es etwa etwas euch
euer eure eurem euren eurer eures für gar gegen gewesen gibt ging habe haben habt hat hatte hatten hattest hattet hier hin hinter ich ihm ihn ihnen ihr
ihre ihrem ihren ihrer ihres im in indem ins irgend irgendwann irgendwie irgendwo ist ja jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes
kann kannst kein keine keinem keinen keiner keines können könnt könnte könnten man manche manchem manchen mancher manches mehr mein meine meinem meinen
meiner meines mich mir mit möchte möchten muss müssen musst müsst muß nach nachdem nicht nichts noch nun nur ob obwohl oder ohne sehr sein seine seinem
seinen seiner seines seit selbst sich sie sind so sobald solche solchem solchen solcher solches soll sollen sollst sollt sollte sollten sondern sonst
sowie über um und uns unser unsere unserem unseren unserer unseres unter viel vom von vor während war waren warst was weg weil welche welchem welchen
welcher welches wem wen wenn wer werde werden werdet wessen wie wieder wieso will willst wir wird wirst wo wodurch wofür woher wohin wollen wollt wollte
wollten womit woran worauf woraus worin worüber wovon wozu würde würden warum wann weshalb wieviel zu zum zur zwar zwischen bitte wurde wurden worden
hatte hätte hätten wäre wären beispielsweise bzw mal denn eigentlich gerne gern hab habs gibts gehts ne nen nem`,
	"en": `a about above after again against all also am an and any are aren as at be because been before being below between both but by can cannot
could couldn d did didn do does doesn doing don down during each either else ever few for from further had hadn has hasn have haven having he her here
hers herself him himself his how i if in into is isn it its itself just let ll m may me might more most much must mustn my myself neither no nor not of
off on once only or other ought our ours ourselves out over own please re s same shall shan she should shouldn so some such t than that the their theirs
them themselves then there these they this those though through thus to too under until up upon us ve very via was wasn we were weren what whatever when
where whether which while who whoever whom whose why will with within without won would wouldn you your yours yourself yourselves get got im`,
	"fr": `à ai aie ait alors au aucun aucune aussi autre autres aux avait avant avec avez avoir avons c ça car ce ceci cela celle celles celui ces cet
cette ceux chaque chez ci comme comment d dans de depuis des donc dont du elle elles en encore entre est et était étaient été être eu eux fait faire fut
il ils j je jusque l la le les leur leurs lors lorsque lui m ma mais me même mes moi moins mon n ne ni nos notre nous on ont ou où par parce pas pendant
peu peut peuvent plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si son sont sous soit sur t ta te tes toi ton
tous tout toute toutes très tu un une vers vos votre vous y combien`,
	"es": `a al algo algunas algunos ante antes aquel aquella así aún cada como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo cuanto
cuánto cuántos cuántas de del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estaba estado están
estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o os otra otras otro
otros para pero poco por porque pues que qué quien quién quienes quiénes se sea según ser si sí sido sin sobre son su sus también tanto te tiene tienen
toda todas todo todos tu tus un una unas uno unos usted ustedes y ya yo`,
	"it": `a abbiamo ad agli ai al alla alle allo anche ancora avere aveva c che chi ci ciò come con contro cosa così cui da dagli dai dal dalla dalle
dallo degli dei del della delle dello di dopo dov dove e è ed era erano essere fa fino fra fu furono gli ha hanno ho i il in io l la le lei li lo loro ma
me mi mia mio ne negli nei nel nella nelle nello no noi non nostro o ogni per perché più po può prima qual quale quali quando quanto quanti quante quella
quelle quelli quello questa queste questi questo qui sarà se sei senza si sia sono stata stati stato su sua sue sugli sui sul sulla sulle suo suoi tra
tu tutti tutto un una uno vi voi`,
	"nl": `aan al alle als bij dan dat de deze die dit door dus een en er ge geen haar had hadden hebben heb heeft hem het hier hij hoe hoeveel hun ik in
is ja je jij jullie kan kon kunnen maar me meer men met mijn moet na naar niet niets nog nu of om omdat onder ons onze ook op over te tegen toch toen tot
u uit uw van veel voor waar waarom wanneer want waren was wat we wel welke werd werden wie wij wordt worden zal ze zei zelf zich zij zijn zo zonder zou`,
	"pt": `a à ao aos aquela aquele aquilo as às até cada com como da das de dela dele deles depois do dos e é ela elas ele eles em entre era eram essa
esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na nas não nem no nos nós nossa nosso num numa o onde os ou
para pela pelas pelo pelos por porque qual quais quando quanto quantos quantas que quem se sem ser será seu seus só sobre são sua suas também te tem
têm ter tinha todos tu tua um uma umas uns você vocês`,
	"ro": `a acea aceasta această aceea acei acel acela acest acesta acestea aceste acestei acestor acestui ai al ale am ar are as asta au avea avut ca
care cât câte câți când ce cel cele cei celor cine cu cum cui da dacă dar de decât deci deși despre din după ea ei el ele era erau este eu fi fie fost
fără iar în între îi îl la le lor lui mai mult mea nici nu o ori pe pentru peste poate prin sa să sale sau se și sub sunt te toate tot tu un una unde
unei unor unui vor`,
	"tr": `acaba ama ancak bana bazı belki ben bir birçok biri birkaç böyle bu buna bunda bundan bunlar bunu bunun çok çünkü da daha de değil diye en gibi
göre hangi hangisi hem hep her hiç için ile ise kaç kadar ki kim kime kimin mi mı mu mü nasıl ne neden nedir nerede nereye niçin niye o olan olarak oldu
olduğu olması on ona ondan onlar onu onun sadece sanki siz sonra şey şu tarafından tüm ve veya ya yani ne zaman`,
	"pl": `a aby albo ale ani aż bardzo bez bo być był była było były będzie bądź ci cię co czy czyli czego czym dla do gdy gdzie go i ich ile im inne ja jak jaka jaki jakie
jakiej jakim jakich je jego jej jest jestem jesteście jestesmy jeśli już każdy kiedy kto która które którego której który których którym ma mam macie mają mi mnie moja moje mogę może można mój mu my
na nad nam nas nasz nasza nasze nie nią nich niej nim niż no o od on ona oni ono oraz po pod przed przez przy pan pani państwa państwo są się skąd swoje swój ta tak także tam te tego tej ten też to tu
tych tylko tym u w was wasz wasza wasze we więc wy z za ze że żeby`,
	"cs": `a aby aj ale ani ano asi až bez bude by byl byla bylo byly být co či den do i já jak jaká jaké jaký jakou je jeho jejich její jen ještě již jsem jsi jsme jsou jste k kam kde
kdo kdy když která které který kterou ke kolik ma mají mám máme máte mě mezi mi mít mne mnou mohu můžu může můžete můj my na nad nám náš naše ne nebo než o od on ona oni ono po pod podle pokud pro proč proto
před při s sebou se si smím smí své svůj ta tak také tam te ten tento to tom toto tu ty u už v vám vás váš vaše vaši ve více však všechny vy z za zda ze že`,
	"sv": `alla allt att av blev bli blir de dem den denna deras dess det detta dig din dina du där efter ej eller en er era ert ett från för före ha hade han har hennes hon hos hur i icke
ifall in inte jag kan kunna man med mellan men mig min mina mot mycket måste ni nu när någon något några och om oss på samt sedan sig sin ska skall skulle som så till under upp ut vad var vara varför vart vem vi
vid vilka vilken vilket vår våra vårt vart än är ta tar finns`,
	"da": `af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dit dog du efter eller en end er et for fra få får ham han har havde hende hendes her hos hun
hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke ind ja jeg jer jeres kan kun kunne man mange med meget men mig min mit må nej nogle noget nogen nu når og også om op os over på selv sig sin
sit skal skulle som sådan til ud under var vi vil ville vor være været`,
	"no": `alle at av bare ble bli blir da de deg den denne der dere deres det dette din disse ditt du eller en enn er et ett etter for fra få får ha hadde han har hans her hos hun hva hvem
hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke inn ja jeg kan kunne man mange med meg mellom men mer min mitt må mye nå når noe noen og også om opp oss over på seg selv sin sitt skal skulle som så til ut under
var vår vi vil ville være vært`,
	"hu": `a abban ahhoz aki akik alatt által amely ami amikor annak az azok azon azt az be csak de e egy egyik el ez ezek ezen ezt fel hanem ha hány hogy hogyan hol honnan hová ide igen
ill is itt jól kell kérem ki kik kinek le legyen lehet lesz meg még mely melyik mennyi mennyibe mert mi miért mikor milyen mind minden mint mit most nálunk nem nincs oda olyan ott ön önök önöknél pedig s saját sem ők ő számára
szerint talán tehát tud tudok tudom után van vagy vagyok vagyunk vannak való volt volna`,
	"vi": `ai bằng bao bị bởi các cái cần chị chưa chúng có còn của cùng cũng đã đang đâu để đến đều đi do đó được gì hay hãy hoặc khi không là lại làm mà mấy mình mỗi một mọi này nào
nên nếu nhiêu những như nhưng ở phải quý ra rằng rất rồi sao sau sẽ tại tôi từ thì theo thế trên trong tới và vẫn vào về vì với vừa xin ạ à nhé`,
	"ru": `а без более бы был была были было быть в вам вами вас ваш ваша ваше вашей вашем ваши весь во вот все всего всех вы где да даже для до его ее если есть еще же за здесь и из или им
их к как какая какие какой каком какую ко когда кто ли либо меня мне можно мой моя мою мы на над нам нами нас наш наша наше нашей нашем наши не него нее нет ни них но ну о об он она они оно от очень по под при про с
свой свою себя сколько со так также там то того тоже только том ты у уже чего чем что чтобы эта эти это этого этой этом этот я нужно`,
	"uk": `а або але багато без би був була були було бути в вам вами вас ваш ваша ваше ваші вашій весь ви від він вона вони воно все всі вже да де для до є ж за з зі і із або й його її їх
їхній як яка яке який які якій якщо коли кого кому ким кто хто мене мені мій ми моє можна можу моя на над нам нас наш наша наше наші не немає нею ні них ним о однак по під після при про та так також там те ти тільки то
той тому тут у усі чи чого чому що щоб це цей ця ці скільки треба себе свій`,
	"el": `αλλά αν από αυτά αυτή αυτό αυτός αυτών για δεν εγώ εδώ είμαι είμαστε είναι είστε ένα έναν ένας εμείς επίσης εσείς ή η θα και κάθε κατά κι μα μας με μετά μέχρι μη μην μια μία μου
μπορώ μπορείτε να ναι ο οι όλα όλες όλοι όμως όπου όπως ότι όταν ποια ποιο ποιος ποιοι ποιες ποιου πόσο πόσα πόσες πόσοι πότε που πού πριν προς πως πώς σας σε στα στη στην στης στις στο στον στους στου σου τα τη την της
τι τις το τον του τους των υπάρχει υπάρχουν χωρίς ως ώστε έχει έχετε έχουμε`,
	"ar": `في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا أنت أنتم كان كانت يكون تكون ما ماذا متى أين اين كيف كم هل لماذا من أو او و ثم لا لم لن ليس غير كل بعض أي اي
أن ان إن إذا اذا قد كما عند عندكم لدى لديكم لكم لنا لي لك له لها بين بعد قبل حتى منذ حول دون بدون يمكن يمكنني أيضا`,
	"hi": `का के की को में से पर है हैं हो था थी थे और या भी यह ये वह वे इस उस इन उन जो कि तो ही न नहीं मत क्या कब कहाँ कौन कैसे कितना कितने कितनी क्यों किस किसने हम हमारा हमारी हमारे
हमें आप आपका आपकी आपके मैं मेरा मेरी मेरे अपना अपनी अपने ने तक लिए साथ एक कर करें करते करता करना सकता सकती सकते हूँ होता होती होते रहा रही रहे गया गयी अगर वाला वाले वाली`,
	"zh": `我们 你们 他们 可以 什么 多少 哪里 哪儿 怎么 怎样 请问 是否 有没 没有 这个 那个 一个 以及 或者 因为 所以 如果 就是 的 了 吗 呢 吧 是 在 和 与 也 都 请 您`,
	"ja": `です ます した して する こと この その あの どこ いつ です すか ませ せん だれ なに くだ ださ さい から まで あり りま いま ます いた ただ だき きま たし たち いる れる なる には では とは にも ても もい いい ので ため など これ それ
は が を に の へ と も で や か`,
	"ko": `어떻게 얼마 언제 어디 어디에 무엇 무엇을 누가 누구 왜 몇 있나요 되나요 하나요 인가요 있어요 돼요 되어요 있습니다 합니다 됩니다 저희 우리 그리고 또는 하지만 및 수 것 꼭 좀 있는 하는`,
}
