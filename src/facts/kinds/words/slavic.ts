import type { Wording } from './wording.ts'

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian in Cyrillic. */
export const CYRILLIC: Wording = {
  missing: [
    'не (?:был[аои]? |е |беше |бе |може да бъде )?(?:найден|намерен|пронађен|пронајден|знайдено|знойдзен)|не (?:существует|існує|съществува|постоји|існуе)|није пронађен|не удалось найти|нет такой страницы',
    '(?:страниц|файл|документ|ресурс|адрес|объект|сторінк)\\S*[^.!\\n]{0,50}(?:не найд|не существ|удал[её]н|отсутству|перемещ|видален)',
  ],
  refused: [
    '(?:доступ|достъп|приступ)\\S*[^.!\\n]{0,40}(?:запрещ|закрыт|огранич|отказ|заблокир|заборон|обмеж|відмов|забран|одбиј|ограничен|не )|запрещ[её]н|заборонен|забран[яе]н|забрањен|(?:не |тре\\S+ )(?:авториз|овлаш)|(?:авториз|аутентиф|автентиф)\\S+[^.!\\n]{0,20}(?:не|треб|необх|потр|обав)|(?:нет|недостаточно|немає) прав|заблокирован',
  ],
  failed: [
    'внутренн\\S+ ошибк|внутрішн\\S+ помилк|ошибка[^.!\\n]{0,12}(?:сервер|шлюз|соединен|подключен|чтен|запис)|(?:сервер|сервис|служб|услуг|сайт|систем)\\S*[^.!\\n]{0,40}(?:недоступ|не доступ|перегруж|не отвеч|ошибк|грешк|помилк|недостъп)|шлюз|(?:время|час) (?:ожидания|очікування)|тайм-?аут|(?:не может|не може|не можуть|не могут|неможливо|невозможно|не удалось|не вдалося|није могуће)|произошла[^.!\\n]{0,20}ошибка|(?:сталася|виникла) помилка|недоступ|неудач|невдал|истек|изтекло|истекло|неуспе',
  ],
  rejected: [
    '(?:неверн|некорректн|плох|недопустим|неправильн|ошибочн|невірн|хибн|неприпустим|неправилн|лош|невалид|погреш)\\S* (?:запрос|запит|заявк|захтев|url|адрес|метод|формат|http)|метод\\S*[^.!\\n]{0,50}не|не (?:поддерж|підтрим|поддърж|подрж|допуст|допуска|разреш|дозвол|приемл)|неприемл|слишком (?:длин|больш|мног)|(?:надто|занадто|твърде|прекомерн|превише|предуг)\\S* ?(?:вели|довг|дълъ|голя)?|предварительн\\S+ услови|предуслов',
  ],
  closed: [
    'техническ\\S+ (?:работ|обслуж)|технічн\\S+ (?:робот|обслуг)|на обслуживании|профилакти|одржавањ|поддръжка',
  ],
}

/** Polish, Czech, Slovak, Slovene and Croatian. */
export const SLAVIC_LATIN: Wording = {
  missing: [
    'nie (?:został\\S? |można )?(?:znale[zź]\\S+|odnalezi\\S+|istnieje)|nenalezen|nebyl[aoy]? nalezen|nenájden|nebol[aoi]? nájden|neexist|ni (?:bil\\S? |mogoče )?najd|ne obstaja|nije prona[dđ]en|ne postoji',
  ],
  refused: [
    'dostęp\\S*[^.!\\n]{0,40}(?:zabron|wzbron|odmow|ogranicz|zablok)|brak (?:dostępu|autoryzacji|uprawnień)|zabronion|wzbronion|nieautoryzowan|autoryzac|uwierzytelni|p[rř][ií]stup\\S*[^.!\\n]{0,40}(?:odep|odop|zakáz|zam[ií]|omez|zamie)|zakázan|neautorizovan|autorizac|autentizac|oprávněn|dostop[^.!\\n]{0,20}(?:zavr|prepov)|prepovedan|zabranjen|odbijen|neovlašten',
  ],
  failed: [
    'błąd (?:wewn|serwer|bramy|odczytu|zapisu|połącz|podczas)|wewnętrzny błąd|niedostępn|przekrocz|upłyn|nieudan|nie (?:może|można|udało|powiod)|wystąpił|chyba (?:serveru|servera|na serveru|čtení|zápisu|při)|(?:vnitřní|interní|interná) chyba|nedostupn|vypršel|časov|selhal|zlyhal|nelze|nemohl?|nepodařilo|nepodarilo|ni (?:mogoče|na voljo)|ni bilo mogoče|nije (?:moguće|dostup)|(?:pogreška|greška) (?:na )?(?:poslužitelj|server)|přetížen|preťažen|nastal[aoy]?[^.!\\n]{0,20}chyb',
  ],
  rejected: [
    '(?:nieprawidłow|niepoprawn|błędn)\\S* (?:żądani|zapytani|url|adres)|żądani\\S*[^.!\\n]{0,40}(?:nie|zbyt|za )|zbyt (?:dług|duż)|niedozwolon|nieobsługiwan|(?:špatn|chybn|neplatn|nesprávn)\\S* (?:požad|url|žiados)|požadavek[^.!\\n]{0,40}(?:ne|příliš)|nepovolen|nen[ií] (?:povol|podpor|přijat)|nie je (?:povol|podpor)|příliš (?:dlouh|velk)|neveljav|neispravan|nevažeć|nevaljan',
  ],
  closed: ['konserwac|przerw[ay] techniczn|prace techniczne|údržb|vzdrževanj|održavanj'],
}
