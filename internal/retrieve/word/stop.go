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
}
