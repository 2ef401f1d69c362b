/** What stands in every letter, in simplified and in traditional characters. */
const EVERYDAY = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日' +
    '者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体政相见被利什二等或新己制身果加西月话合回特代内信表化老给位次度门常先通教东声提立及比员解水名真论处走义各入几' +
    '口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直资命山金指许统区保至队形社便空决治展科司五基书非则听白却界达放强即像难且权思王完设式路记南品住告类求据程北边张该交规' +
    '万取望觉术领共确传观清今切让识候带导争运请每周填镇乡村县群查室局办干您尊敬投诉映這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實無與長機關點業將兩間問應頭體見話內給門東聲員論處義幾認條係氣' +
    '題別變總電數報結務場計資許統區隊決書則聽卻達強難權設記類據邊張該規萬覺術領確傳觀讓識帶導爭運請週鎮鄉縣辦幹訴，。、！？',
)

/** Read in the wrong encoding, Chinese becomes characters that hardly anybody knows: of those not in ASCII, the share that everybody does. */
export function shareOfEveryday(text: string): number {
  const letters = [...text].filter((letter) => letter > '\u007f')
  return letters.length === 0 ? 0 : letters.filter((letter) => EVERYDAY.has(letter)).length / letters.length
}
