import type { Wording } from './wording.ts'

/** German. */
export const GERMAN: Wording = {
  missing: [
    'nicht gefunden|existiert nicht|nicht (?:mehr )?(?:vorhanden|existent|auffindbar)',
    '(?:seite|datei|objekt|dokument|url|adresse|ressource)\\b[^.!\\n]{0,60}(?:nicht (?:mehr )?(?:verfügbar|gibt|finden)|gelöscht|entfernt|verschoben)|konnte[^.!\\n]{0,40}nicht (?:gefunden|finden)',
  ],
  refused: [
    '(?:zugriff|zugang|zutritt|anfrage)[^.!\\n]{0,50}(?:verweigert|verboten|gesperrt|untersagt|nicht (?:erlaubt|gestattet|möglich)|geschützt|blockiert)',
    'verboten|authentifizierung|authentisierung|autorisierung|nicht (?:autorisiert|berechtigt|authentifiziert)|keine? berechtigung|unberechtigt|unautorisiert|anmeldung (?:fehlgeschlagen|erforderlich)',
  ],
  failed: [
    'serverfehler|server-fehler|fehler (?:ist |sind )?(?:aufgetreten|festgestellt|beim|im|des)|fehlgeschlagen|zeitüberschreitung|zeitlimit|überlastet|nicht (?:erreichbar|geholt|verarbeitet|bearbeitet|ausgeführt|aufgelöst|hergestellt|geladen|bereit|implementiert)',
    '(?:dienst|server|seite|webservice|service|derzeit|zurzeit|momentan|vorübergehend)[^.!\\n]{0,30}nicht (?:verfügbar|erreichbar|möglich|ausführen)|verbindung[^.!\\n]{0,50}(?:fehl|abgel|unterbroch|nicht)|schwierigkeiten|problem(?:e)? (?:aufgetreten|mit)|ungültige antwort',
  ],
  rejected: [
    '(?:ungültige|fehlerhafte|falsche|schlechte)r? (?:anfrage|anforderung|url|adresse|http)|(?:methode|anfrage|anforderung|medientyp|medium|format|länge|header|uri|url|bereich)[^.!\\n]{0,70}(?:nicht (?:erlaubt|zugelassen|unterstützt|akzeptiert|akzeptabel|erfüllt|zulässig|verstanden)|zu (?:groß|gross|lang))',
    'zu (?:groß|gross|lang)\\b|vorbedingung|ungültig|unzulässig',
  ],
  closed: ['wartung(?:sarbeiten|smodus)?\\b|gewartet|geplante wartung'],
}

/** Dutch. */
export const DUTCH: Wording = {
  missing: [
    'niet (?:worden )?(?:gevonden|vinden)|bestaat niet|niet (?:meer )?(?:aanwezig|bestaan)|verwijderd|onvindbaar',
  ],
  refused: [
    'toegang[^.!\\n]{0,40}(?:geweigerd|verboden|ontzegd|beperkt|niet)|verboden|geen (?:toegang|toestemming|rechten)|niet (?:geautoriseerd|gemachtigd|bevoegd)|authenti[cf]atie|autorisatie|onbevoegd',
  ],
  failed: [
    '(?:interne )?server ?fout|interne fout|fout (?:is )?(?:opgetreden|bij|tijdens|in)|mislukt|tijds?limiet|tijdslimiet|overbelast|kon(?:den)? niet|(?:tijdelijk |momenteel )?niet (?:beschikbaar|bereikbaar)|onbeschikbaar|er (?:is|ging) iets (?:mis|fout)',
  ],
  rejected: [
    '(?:ongeldige?|foute|foutieve?|onjuiste?|verkeerde|slechte?) (?:aanvraag|verzoek|vraag|aanvraging|url|methode|adres)|te (?:groot|lang)|niet (?:ondersteund|toegestaan|toegelaten|aanvaard)',
  ],
  closed: ['onderhoud'],
}

/** Swedish, Danish and Norwegian. */
export const SCANDINAVIAN: Wording = {
  missing: [
    'hittades (?:inte|ej)|(?:kan|kunde) (?:inte|ej) hitta|finns (?:inte|ej)|(?:ble|blev)? ?ikke (?:blitt |blevet )?(?:funnet|fundet)|(?:finnes|findes|eksisterer) ikke|ej hittad',
  ],
  refused: [
    '(?:åtkomst|tillträde|adgang|tilgang)[^.!\\n]{0,40}(?:nek|förbj|förvägr|vägra|forbudt|begrens|begræns|ikke|nægt|avvis|ingen)|förbjud|forbudt|obehörig|otillåten|uautoriser|autentisering|autentifi[ck]|ikke (?:autoriser|godkendt)|ingen (?:tilgang|adgang|åtkomst)',
  ],
  failed: [
    '(?:intern\\S*|server) ?-?(?:server)?(?:fel|fejl|feil)\\b|serverfe(?:l|jl|il)|(?:fel|fejl|feil) (?:uppstod|uppstått|oppst|opst|har|ved|i )|(?:oppsto|opstod|uppstod)[^.!\\n]{0,25}(?:fel|fejl|feil)|misslyck|mislyk|otillgänglig|(?:inte|ikke|ej) (?:tillgänglig|tilgjengelig|tilgængelig)|utilgængelig|utilgjengelig|överbelast|overbelast|tidsgräns|tidsgrense|tidsavbr|tidsudløb|(?:kunde|kunne|kan|kunde) (?:inte|ikke|ej) (?:hämtas|hentes|ansl|koble|slut|utför|udfør|behandl)',
  ],
  rejected: [
    '(?:felaktig|ogiltig|ugyldig|dårlig|forkert|feil)t? (?:begäran|förfrågan|forespørsel|forespørgsel|anmodning|url)|för (?:stor|lång)|for (?:stor|lang)\\b|(?:inte|ikke|ej) (?:tillåt\\S*|tillat|tilladt|stöds|støttet|understøttet)|ogiltig|ugyldig',
  ],
  closed: ['underhåll|vedlikehold|vedligehold'],
}
