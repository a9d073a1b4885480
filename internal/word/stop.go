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
tous tout toute toutes très tu un une vers vos votre vous y combien
jusqu puis ainsi selon auquel laquelle lequel lesquels lesquelles duquel après trop déjà toujours doit doivent faut elle-même celui-ci dit
peux pouvez pouvons pourrait dois devez devons veux voulez voudrais voudrait êtes sommes suis vont va allez cependant toutefois afin quelqu là rien`,
	"es": `a al algo algunas algunos ante antes aquel aquella así aún cada como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo cuanto
cuánto cuántos cuántas de del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estaba estado están
estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o os otra otras otro
otros para pero poco por porque pues que qué quien quién quienes quiénes se sea según ser si sí sido sin sobre son su sus también tanto te tiene tienen
toda todas todo todos tu tus un una unas uno unos usted ustedes y ya yo
cuánta cuantas cuanta aquellos aquellas cuyo cuya hacia tan tanta debe deben hubo tenía tenían puede pueden podía además aunque entonces mismo misma
puedo podemos debo debemos tengo tenéis tenemos somos estoy quiero hace ahí aquí allí vuestro vuestra nuestro nuestra nuestros nuestras vosotros alguien alguno alguna cualquiera será serán`,
	"it": `a abbiamo ad agli ai al alla alle allo anche ancora avere aveva c che chi ci ciò come con contro cosa così cui da dagli dai dal dalla dalle
dallo degli dei del della delle dello di dopo dov dove e è ed era erano essere fa fino fra fu furono gli ha hanno ho i il in io l la le lei li lo loro ma
me mi mia mio ne negli nei nel nella nelle nello no noi non nostro o ogni per perché più po può prima qual quale quali quando quanto quanti quante quella
quelle quelli quello questa queste questi questo qui sarà se sei senza si sia sono stata stati stato su sua sue sugli sui sul sulla sulle suo suoi tra
tu tutti tutto un una uno vi voi
inoltre mentre presso verso deve devono possono poteva stesso stessa però poi quindi
posso possiamo potete devo dobbiamo dovete avete siete siamo vorrei vostro vostra vostri vostre nostra nostri nostre qualcuno qualche quegli quei eravamo`,
	"nl": `aan al alle als bij dan dat de deze die dit door dus een en er ge geen haar had hadden hebben heb heeft hem het hier hij hoe hoeveel hun ik in
is ja je jij jullie kan kon kunnen maar me meer men met mijn moet na naar niet niets nog nu of om omdat onder ons onze ook op over te tegen toch toen tot
u uit uw van veel voor waar waarom wanneer want waren was wat we wel welke werd werden wie wij wordt worden zal ze zei zelf zich zij zijn zo zonder zou
waarin waarop waarmee waarvoor waardoor wiens hen zoals tussen tijdens
mag mogen kunt moeten moest wil willen wilt hebt ben gaan gaat doen doet jou jouw iets iemand elke ieder iedere iedereen zodat voordat nadat terwijl sinds volgens zulke waarvan waaruit waaraan waarover daarvan daarbij daarna daar erbij ervan eens graag hoelang vanaf totdat wier zullen zult zouden mocht mochten vandaan`,
	"pt": `a à ao aos aquela aquele aquilo as às até cada com como da das de dela dele deles depois do dos e é ela elas ele eles em entre era eram essa
esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na nas não nem no nos nós nossa nosso num numa o onde os ou
para pela pelas pelo pelos por porque qual quais quando quanto quantos quantas que quem se sem ser será seu seus só sobre são sua suas também te tem
têm ter tinha todos tu tua um uma umas uns você vocês
aquelas aqueles cujo cuja deve devem pode podem podia tinham mesma além embora então aonde
posso podemos devo devemos tenho temos estou estamos quero vou vai vão havia nossos nossas vosso vossa algum alguma alguns algumas alguém estes estas esses essas àquela aqui`,
	"ro": `a acea aceasta această aceea acei acel acela acest acesta acestea aceste acestei acestor acestui ai al ale am ar are as asta au avea avut ca
care cât câte câți când ce cel cele cei celor cine cu cum cui da dacă dar de decât deci deși despre din după ea ei el ele era erau este eu fi fie fost
fără iar în între îi îl la le lor lui mai mult mea nici nu o ori pe pentru peste poate prin sa să sale sau se și sub sunt te toate tot tu un una unde
unei unor unui vor
căror cărei cărui acestora aceluia asupra către spre totuși însă deoarece fiind`,
	"tr": `acaba ama ancak bana bazı belki ben bir birçok biri birkaç böyle bu buna bunda bundan bunlar bunu bunun çok çünkü da daha de değil diye en gibi
göre hangi hangisi hem hep her hiç için ile ise kaç kadar ki kim kime kimin mi mı mu mü nasıl ne neden nedir nerede nereye niçin niye o olan olarak oldu
olduğu olması on ona ondan onlar onu onun sadece sanki siz sonra şey şu tarafından tüm ve veya ya yani ne zaman
kaçıncı neyle kimi kimden kimler hangisini bunların onların kendi kendisi böylece bile fakat eğer üzere beri dolayı rağmen karşı arasında aralarında
yalnızca bazen te dan tan nin nın ye yi yı yu yü deki daki teki taki
mıyım miyim muyum müyüm mıyız miyiz muyuz müyüz mısınız misiniz musunuz müsünüz mısın misin yok vardır yoktur gerekir gerekiyor lazım nereden neresi nerde içinde dışında üzerinde altında yanında olur olabilir ederim etmek nelerdir neler sizin bizim sizde bizde bize`,
	"pl": `a aby albo ale ani aż bardzo bez bo być był była było były będzie bądź ci cię co czy czyli czego czym dla do gdy gdzie go i ich ile im inne ja jak jaka jaki jakie
jakiej jakim jakich je jego jej jest jestem jesteście jestesmy jeśli już każdy kiedy kto która które którego której który których którym ma mam macie mają mi mnie moja moje mogę może można mój mu my
na nad nam nas nasz nasza nasze nie nią nich niej nim niż no o od on ona oni ono oraz po pod przed przez przy pan pani państwa państwo są się skąd swoje swój ta tak także tam te tego tej ten też to tu
tych tylko tym u w was wasz wasza wasze we więc wy z za ze że żeby
kogo komu kim czemu jakimi jakiego jakiemu jaką którą którzy którymi tymi temu tamten tamta tamto ów między podczas lub lecz jednak ponieważ dlaczego
dlatego gdyby będą byli został została zostało zostały jeszcze
mogą mogli muszę musi musimy trzeba chcę chcemy możemy możecie jesteśmy dokąd stąd tutaj skoro żadna żaden żadne nami wam wami siebie sobie swoim swoich ilu dzięki według wobec`,
	"cs": `a aby aj ale ani ano asi až bez bude by byl byla bylo byly být co či den do i já jak jaká jaké jaký jakou je jeho jejich její jen ještě již jsem jsi jsme jsou jste k kam kde
kdo kdy když která které který kterou ke kolik ma mají mám máme máte mě mezi mi mít mne mnou mohu můžu může můžete můj my na nad nám náš naše ne nebo než o od on ona oni ono po pod podle pokud pro proč proto
před při s sebou se si smím smí své svůj ta tak také tam te ten tento to tom toto tu ty u už v vám vás váš vaše vaši ve více však všechny vy z za zda ze že
koho komu čím čemu kým jakým jakého jakých kterého kterému kterým kterých tohoto této těchto tomuto během protože avšak tedy kdyby byli budou`,
	"sv": `alla allt att av blev bli blir de dem den denna deras dess det detta dig din dina du där efter ej eller en er era ert ett från för före ha hade han har hennes hon hos hur i icke
ifall in inte jag kan kunna man med mellan men mig min mina mot mycket måste ni nu när någon något några och om oss på samt sedan sig sin ska skall skulle som så till under upp ut vad var vara varför vart vem vi
vid vilka vilken vilket vår våra vårt vart än är ta tar finns
vems vilkas hurdan varifrån därför medan också blivit genom utan`,
	"da": `af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dit dog du efter eller en end er et for fra få får ham han har havde hende hendes her hos hun
hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke ind ja jeg jer jeres kan kun kunne man mange med meget men mig min mit må nej nogle noget nogen nu når og også om op os over på selv sig sin
sit skal skulle som sådan til ud under var vi vil ville vor være været
hvorfra hvortil derfor mens blevet gennem mellem uden`,
	"no": `alle at av bare ble bli blir da de deg den denne der dere deres det dette din disse ditt du eller en enn er et ett etter for fra få får ha hadde han har hans her hos hun hva hvem
hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke inn ja jeg kan kunne man mange med meg mellom men mer min mitt må mye nå når noe noen og også om opp oss over på seg selv sin sitt skal skulle som så til ut under
var vår vi vil ville være vært`,
	"hu": `és majd ahol hozzá így úgy ezért míg amelyet amelyek amelyben amelynek között közben több már ahogy belőle neki nekik rajta benne pedig sok ezzel azzal alatta fölött során mivel akár egyetlen a abban ahhoz aki akik alatt által amely ami amikor annak az azok azon azt az be csak de e egy egyik el ez ezek ezen ezt fel hanem ha hány hogy hogyan hol honnan hová ide igen
ill is itt jól kell kérem ki kik kinek le legyen lehet lesz meg még mely melyik mennyi mennyibe mert mi miért mikor milyen mind minden mint mit most nálunk nem nincs oda olyan ott ön önök önöknél pedig s saját sem ők ő számára
szerint talán tehát tud tudok tudom után van vagy vagyok vagyunk vannak való volt volna`,
	"fi": `aina ainoa ehkä ei eivät eli emme en enemmän ennen että että he heidän heille heitä hän hänellä hänen häntä ilman itse ja jo joita joka jokainen joko jolla jolle jonka jonkin jos joskus jossa josta jota
jotka jotta jotain jokin joku juuri jälkeen kanssa kautta keiden ken kenelle kenen ketkä ketkä ketä koska koko kuin kuinka kuka kun kuten kyllä luona lähellä mihin mikä mikäli millainen millainen millaisia
milloin millä mille minkä minne minua minulla minulle minun minä minne miten miksi missä mistä mitkä mitä montako moni monta me meidän meille meitä meillä mukaan mutta muut muu muita myös ne niiden niille niin niitä niistä niihin noin nuo nyt näin
nämä näiden näitä ole olemme olen olet olette oli olin olisi olivat olla ollut on onko ovat ovatko ollaan oman paitsi pitääkö pitää poikki päin saa saako saan sama se sekä sen siellä sielläkin siihen siinä siis siitä sille sillä silloin sinun sinä sinulla sitten sitä
sinulle tai taas te teidän teille teillä teitä tuo tuon tässä tästä tähän tällä tälle tämä tämän tätä tänne täällä vaan vai vaikka vain varten verran voi voidaan voiko voin voimme vielä yli yhä ylös alas kohti vasta vastaan asti saakka lisäksi sisään
eikö etkö en ettekö jonka joiden joissa joista joihin jonne joten eräs eräät kumpi kumpikin kukaan mikään mitään kaikki kaikkien kaikille kaikkea oletteko onkohan teiltä meiltä teiltä`,
	"vi": `ai bằng bao bị bởi các cái cần chị chưa chúng có còn của cùng cũng đã đang đâu để đến đều đi do đó được gì hay hãy hoặc khi không là lại làm mà mấy mình mỗi một mọi này nào
nên nếu nhiêu những như nhưng ở phải quý ra rằng rất rồi sao sau sẽ tại tôi từ thì theo thế trên trong tới và vẫn vào về vì với vừa xin ạ à nhé`,
	"ru": `а без более бы был была были было быть в вам вами вас ваш ваша ваше вашей вашем ваши весь во вот все всего всех вы где да даже для до его ее если есть еще же за здесь и из или им
их к как какая какие какой каком какую ко когда кто ли либо меня мне можно мой моя мою мы на над нам нами нас наш наша наше нашей нашем наши не него нее нет ни них но ну о об он она они оно от очень по под при про с
свой свою себя сколько со так также там то того тоже только том ты у уже чего чем что чтобы эта эти это этого этой этом этот я нужно
каким какими каких какому какого каков какова который которая которое которые которого которому которой которых которым которыми кого кому кем чему
почему зачем потому этому этих этим этими эту тех тому те та ту чей чья чьё будет будут лишь ещё через между после перед около кроме поэтому хотя пока
тогда сам сама сами`,
	"uk": `а або але багато без би був була були було бути в вам вами вас ваш ваша ваше ваші вашій весь ви від він вона вони воно все всі вже да де для до є ж за з зі і із або й його її їх
їхній як яка яке який які якій якщо коли кого кому ким кто хто мене мені мій ми моє можна можу моя на над нам нас наш наша наше наші не немає нею ні них ним о однак по під після при про та так також там те ти тільки то
той тому тут у усі чи чого чому що щоб це цей ця ці скільки треба себе свій
яким якими якому якого яку котрий котра котре котрі чим цього цьому цих цим тих ту буде будуть лише ще через між перед хоча тоді сам сама самі`,
	"el": `αλλά αν από αυτά αυτή αυτό αυτός αυτών για δεν εγώ εδώ είμαι είμαστε είναι είστε ένα έναν ένας εμείς επίσης εσείς ή η θα και κάθε κατά κι μα μας με μετά μέχρι μη μην μια μία μου
μπορώ μπορείτε να ναι ο οι όλα όλες όλοι όμως όπου όπως ότι όταν ποια ποιο ποιος ποιοι ποιες ποιου πόσο πόσα πόσες πόσοι πότε που πού πριν προς πως πώς σας σε στα στη στην στης στις στο στον στους στου σου τα τη την της
τι τις το τον του τους των υπάρχει υπάρχουν χωρίς ως ώστε έχει έχετε έχουμε
ποιον ποιαν ποιους ποιων ποσων ποσους πόση πόσην γιατί επειδή ήταν είχε είχαν πιο τόσο όσο όση όσα σαν πάνω κάτω μέσα έξω αυτού αυτής αυτούς αυτόν
αυτήν εκείνο εκείνη οποίο οποία οποίος οποίοι οποίες οποίων οποίους άλλο άλλη άλλα άλλες άλλων μόνο μόλις ακόμη ακόμα πολύ πρέπει μπορεί μπορούν ίδιο
ίδια εκτός πέρα πάρα γι`,
	"ar": `في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا أنت أنتم كان كانت يكون تكون ما ماذا متى أين اين كيف كم هل لماذا من أو او و ثم لا لم لن ليس غير كل بعض أي اي
أن ان إن إذا اذا قد كما عند عندكم لدى لديكم لكم لنا لي لك له لها بين بعد قبل حتى منذ حول دون بدون يمكن يمكنني أيضا
مم بم عم فيم عما مما إليه اليه إليها فيه فيها عليه عليها به بها منه منها عنه عنها كانوا يكن تكن لأن لكن ولكن وهو وهي حيث حين عندما بينما خلال ضمن وقد
ولم وكان وكانت هناك هنا هؤلاء أولئك ذات ذو سوى فقط أكثر أقل جدا يجب ينبغي إلا كلا كلما سائر قط داخل خارج نحو حوالي أمام خلف فوق تحت`,
	"he": `של את על עם אל מן מ ב ל ה ו ש כ כי אם או גם לא כן יש אין אני אתה את אתם אתן הוא היא הם הן אנחנו אנו זה זאת זו אלה אלו מה מי איך איפה היכן מתי כמה למה מדוע איזה איזו אילו האם לאן מאיפה
שלי שלך שלכם שלנו שלו שלה שלהם לי לך לכם לנו לו לה להם בו בה בהם אותו אותה אותם אותי אצלכם אצלנו אליכם אליי אליו אליה היה הייתה היו יהיה תהיה יהיו להיות היתה אבל רק עוד כבר כל כאשר כדי בין לפני אחרי עד אחר אחרת
אך אלא אף אז אולי בעוד בגלל בלי ביותר יותר פחות מאוד כמו כך לכן לפי מול מעל תחת דרך תוך נגד עבור בשביל ידי שם כאן פה אפשר ניתן צריך צריכה צריכים אשר ואת ועל וגם ואם שהוא שהיא שהם בכל לכל מכל במה ממה למי ממי`,
	"hi": `का के की को में से पर है हैं हो था थी थे और या भी यह ये वह वे इस उस इन उन जो कि तो ही न नहीं मत क्या कब कहाँ कौन कैसे कितना कितने कितनी क्यों किस किसने हम हमारा हमारी हमारे
हमें आप आपका आपकी आपके मैं मेरा मेरी मेरे अपना अपनी अपने ने तक लिए साथ एक कर करें करते करता करना सकता सकती सकते हूँ होता होती होते रहा रही रहे गया गयी अगर वाला वाले वाली
किससे किसका किसकी किसके किसको किसमें किन किनका किनकी किनके किन्हें जिस जिसने जिसे जिसका जिसकी जिसके जिसमें जिन जिनका जिनमें जिन्होंने उन्हें उसे इसे
उसका उसकी उसके इसका इसकी इसके इन्हें उन्होंने उनका उनकी उनके मुझे तुम तुम्हें हुए हुई हुआ थीं होगा होगी होंगे चाहिए सबसे बहुत कुछ कोई सब लेकिन बल्कि
इसलिए इसीलिए क्योंकि जब तब जहाँ वहाँ यहाँ जैसे ऐसे ऐसा तथा एवं द्वारा बिना अलावा सिवा बाद भीतर बाहर ऊपर नीचे सी सा जाता जाती जाते गई गए दिया दी दिए
लिया ली बारे करीब लगभग उतना जितना जितनी उतनी कौनसा कौनसी शायद कभी`,
	"zh": `我们 你们 他们 她们 它们 咱们 人们 我 你 他 她 它 您 自己 什么 什么样 什么时候 何时 何地 何种 为何 如何 多少 多少钱 多久 多远 多长 多大 多高 多深 多重 哪里 哪儿 哪些 哪个 哪位 哪种 哪几 哪一 哪年 哪 谁 几个 几点 几岁
怎么 怎么样 怎样 为什么 请问 是否 有没有 没有 有没 没 不 这个 那个 这些 那些 这种 那种 这样 这里 那里 这 那 其 此 该 一个 一种 一些 以及 或者 或 因为 因而 所以 如果 就是 但是 但 而且 而 并且 并 然后 虽然 即使 也 就 还 又 才 只
的 了 吗 呢 吧 着 过 被 把 让 使 是 在 和 与 及 从 由 向 往 对 对于 以 于 用 为 给 到 有 会 能 能够 可以 可 要 需要 应 应该 应当 必须 须 想 想要 很 太 非常 更 最 之 等 们 个 位 名 件 座 种 次 请 已 已经 曾 曾经 正 将 来 去 上 下 里 中 内 外 后 前 时 时候`,
	"ja": `です でした ます ました ません ましょう しました します して した する され され て いる います いました いて いた れる られ られる なる なります なった なり では とは にも でも から まで より ので ため など この その あの これ それ あれ ここ そこ どこ いつ いくつ いくら
だれ 誰 なに 何 何時 何年 何人 何日 なぜ どう どうして どうやって どのように どのくらい どれくらい どの どれ どんな どちら ある あり あります あった ください くださ もらえ できます できる でき こと ところ とき ください ですか ますか か は が を に の へ と も で や
として について によって による において における という といい だけ しか ほど くらい ぐらい しかし また そして ただし お ご`,
	"ko": `어떻게 얼마 언제 어디 어디에 무엇 무엇을 누가 누구 왜 몇 있나요 되나요 하나요 인가요 있어요 돼요 되어요 있습니다 합니다 됩니다 저희 우리 그리고 또는 하지만 및 수 것 꼭 좀 있는 하는`,
	"th": `ใคร อะไร อะไรบ้าง ที่ไหน ไหน ใด เมื่อไร เมื่อไหร่ เมื่อใด เท่าไร เท่าไหร่ เท่าใด อย่างไร ยังไง ทำไม กี่ กี่โมง กี่คน แค่ไหน เพียงใด เพราะอะไร หรือไม่ หรือเปล่า ไหม มั้ย บ้าง
ที่ ซึ่ง อัน ใน ของ และ หรือ แต่ เป็น คือ อยู่ ได้ ให้ จะ มี ไม่ กับ จาก โดย ว่า แล้ว ก็ ถ้า หาก เมื่อ เพื่อ เพราะ จึง ดังนั้น นี้ นั้น นี่ นั่น ถูก ต่อ ขึ้น ลง ไป มา ถึง บน ด้วย แก่ แห่ง ตาม ระหว่าง หลังจาก ก่อน หลัง
ต้อง ควร สามารถ อาจ กำลัง เคย ยัง อีก ทุก แต่ละ บาง หลาย ทั้ง กว่า มาก เช่น นอกจาก รวมถึง ตั้งแต่ จนถึง จน ราว ประมาณ เกี่ยวกับ ค่ะ ครับ คะ นะ ฉัน ผม คุณ เรา เขา พวก ผู้ การ ความ คน ตัว ทำ ทำให้ จะได้ ได้รับ เท่านั้น ยิ่ง ใช้ กัน เอง`,
}
