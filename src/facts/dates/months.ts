/** Names of months by number, in the languages of Europe and some beyond; without the dots of abbreviations. */
const NAMES: readonly string[] = [
  // English, German, French, Spanish, Italian, Portuguese, Catalan, Romanian, Dutch, Scandinavian
  'january jan januar januari jänner jenner jän janvier janv enero ene gennaio gen janeiro gener ianuarie ian',
  'february feb februar februari feber februarie fevrier février févr fev fév febrero febbraio fevereiro febrer febr',
  'march mar märz maerz mär mrz mars marzo março marc març martie maart mrt marts maaliskuu',
  'april apr avril avr abril abr aprile aprilie',
  'may mai mayo mag maggio maio maig mei maj',
  'june jun juni juin junio giugno giu junho juny iunie iun',
  'july jul juli juillet juil julio luglio lug julho juliol iulie iul',
  'august aug août aout agosto ago agost',
  'september sep sept septembre septiembre setiembre settembre set setembro setembre septembrie',
  'october oct oktober okt octobre octubre ottobre ott outubro out octombrie',
  'november nov novembre noviembre novembro noiembrie noi',
  'december dec dezember dez decembre décembre déc diciembre dic dicembre dezembro desembre desember decembrie',
]
const MORE_NAMES: readonly string[] = [
  // Slavic, Baltic, Hungarian, Finnish, Turkish, Albanian, Indonesian, Greek
  'января январь янв січня січень януари јануар styczeń stycznia sty leden ledna január januára januara siječnja siječanj sije sausio janvāris janvārī január tammikuuta tammikuu ocak oca janar ιανουαρίου ιανουάριος ιαν',
  'февраля февраль фев лютого лютий февруари фебруар luty lutego lut únor února február februára februara veljače veljača vasario februāris februārī helmikuuta helmikuu şubat şub shkurt φεβρουαρίου φεβρουάριος φεβ',
  'марта март мар березня березень marzec marca březen března marec mart ožujka ožujak kovo martā március márc maaliskuuta maaliskuu maret μαρτίου μάρτιος μαρ',
  'апреля апрель апр квітня квітень април kwiecień kwietnia kwi duben dubna apríl apríla aprila travnja travanj balandžio aprīlis aprīlī április ápr huhtikuuta huhtikuu nisan nis prill απριλίου απρίλιος απρ',
  'мая май травня травень maja květen května máj mája svibnja svibanj gegužės maijs maijā május máj toukokuuta toukokuu mayıs μαΐου μάιος μαϊ',
  'июня июнь июн червня червень юни јун czerwiec czerwca cze červen června jún júna juna lipnja lipanj birželio jūnijs jūnijā június kesäkuuta kesäkuu haziran haz qershor ιουνίου ιούνιος ιουν',
  'июля июль июл липня липень юли јул lipiec lipca lip červenec července júl júla jula srpnja srpanj liepos jūlijs jūlijā július heinäkuuta heinäkuu temmuz tem korrik ιουλίου ιούλιος ιουλ',
  'августа август авг серпня серпень sierpień sierpnia sie srpen srpna augusta avgust avgusta kolovoza kolovoz rugpjūčio augusts augustā augusztus elokuuta elokuu ağustos ağu gusht agustus αυγούστου αύγουστος αυγ',
  'сентября сентябрь сен сент вересня вересень септември септембар wrzesień września wrz září septembra septembar rujna rujan rugsėjo septembris septembrī szeptember szept syyskuuta syyskuu eylül eyl shtator σεπτεμβρίου σεπτέμβριος σεπ',
  'октября октябрь окт жовтня жовтень октомври октобар październik października paź říjen října októbra oktobra oktobar október spalio oktobris oktobrī lokakuuta lokakuu ekim eki tetor οκτωβρίου οκτώβριος οκτ',
  'ноября ноябрь ноя листопада листопад ноември новембар listopad listopada lis listopadu novembra novembar studenoga studenog studeni lapkričio novembris novembrī marraskuuta marraskuu kasım kas nëntor nopember νοεμβρίου νοέμβριος νοε',
  'декабря декабрь дек грудня грудень декември децембар grudzień grudnia gru prosinec prosince decembra decembar prosinca prosinac gruodžio decembris decembrī joulukuuta joulukuu aralık ara dhjetor δεκεμβρίου δεκέμβριος δεκ',
]
const OTHER_SCRIPTS: readonly string[] = [
  // Arabic (two customs), Persian, Hindi, Armenian, Thai; `_` stands for a space
  'يناير كانون_الثاني ژانویه जनवरी հունվարի หม.ค มกราคม',
  'فبراير شباط فوریه फरवरी փետրվարի กุมภาพันธ์',
  'مارس آذار मार्च մարտի มีนาคม',
  'أبريل ابريل إبريل نيسان آوریل अप्रैल ապրիլի เมษายน',
  'مايو أيار मई մայիսի พฤษภาคม',
  'يونيو حزيران जून հունիսի มิถุนายน',
  'يوليو تموز जुलाई հուլիսի กรกฎาคม',
  'أغسطس اغسطس آب अगस्त օգոստոսի สิงหาคม',
  'سبتمبر أيلول सितंबर սեպտեմբերի กันยายน',
  'أكتوبر اكتوبر تشرين_الأول अक्टूबर հոկտեմբերի ตุลาคม',
  'نوفمبر تشرين_الثاني नवंबर նոյեմբերի พฤศจิกายน',
  'ديسمبر كانون_الأول दिसंबर դեկտեմբերի ธันวาคม',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  [NAMES, MORE_NAMES, OTHER_SCRIPTS].flatMap((lines) =>
    lines.flatMap((line, at) => line.split(' ').map((name) => [name, at + 1] as const)),
  ),
)

/** The longest word worth looking up. */
const LONGEST = 14

/** The month that a word names (1–12), or null. Case does not matter. */
export const monthNamed = (word: string): number | null =>
  word.length > LONGEST ? null : (MONTHS.get(word.toLowerCase().replace(' ', '_')) ?? null)
