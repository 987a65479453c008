import type { Wording } from './wording.ts'

/** French. */
export const FRENCH: Wording = {
  missing: [
    "introuvable|n['’ ]existe (?:pas|plus)|(?:pas|non|plus) (?:été |être )?(?:trouvé|trouver)|inexistant|n['’](?:est|a) (?:plus|pas) (?:été )?(?:trouvé|disponible)|(?:page|fichier|document|ressource)[^.!\\n]{0,30}(?:supprimé|déplacé)",
  ],
  refused: [
    "acc[eè]s[^.!\\n]{0,40}(?:refus|interdit|bloqu|non autoris|limit|restreint)|interdit|non[- ]autoris|authentification|autorisation|pas (?:le droit|l['’]autorisation)|pas autoris|accréditation",
  ],
  failed: [
    "erreur (?:interne|du serveur|serveur|de (?:la )?(?:passerelle|proxy|lecture|écriture|connexion|réseau|socket))|passerelle|indisponible|hors service|surcharg|(?:délai|temps)[^.!\\n]{0,40}(?:dépass|expir|écoul|attente)|connexion[^.!\\n]{0,50}(?:échou|refus|impossible)|impossible (?:de|d['’])|n['’](?:a|ont) (?:pas )?pu|ne (?:peut|fonctionne|répond)[^.!\\n]{0,20}pas|a échoué|échec|(?:une |l['’])?erreur[^.!\\n]{0,30}(?:s['’]est produite|rencontr|survenue)|non implément",
  ],
  rejected: [
    "(?:mauvaise|incorrecte?|invalide|erronée) (?:requ[eê]te|demande)|requ[eê]te[^.!\\n]{0,50}(?:invalide|incorrect|mauvais|erroné|mal form|trop|refus|incompr)|(?:méthode|type|format|longueur|en-?tête|média)[^.!\\n]{0,60}(?:non|pas|interdit|incorrect|requis|manquant)|trop (?:grand|long|gros|volumin|d['’])|url (?:invalide|incorrecte)|pré-?condition|pré-?requis|conflit d",
  ],
  closed: [
    '(?:en|de|pour) (?:cours de )?maintenance|maintenance (?:planifi|programm|en cours|prévu)|entretien',
  ],
}

/** Spanish and Catalan. */
export const SPANISH: Wording = {
  missing: [
    "no (?:se |fue |ha sido |pudo ser ){0,2}(?:ha |han |pudo )?(?:sido )?(?:encontr|hall|localiz)|no existe|(?:página|archivo|documento|recurso)[^.!\\n]{0,40}(?:no |eliminad|movid)|no (?:s[’']ha )?trob|no existeix",
  ],
  refused: [
    '(?:acceso|accés)[^.!\\n]{0,40}(?:deneg|prohib|restring|bloque|no autoriz|no permit)|prohibido|prohibit\\b|no autorizad|autenticaci|autorizaci|autoritzaci|(?:sin|no tiene) permiso',
  ],
  failed: [
    'error (?:interno|intern|del? (?:servidor|lectura|escritura|conexi|socket|red|puerta|pasarela|gateway|proxy))|servidor[^.!\\n]{0,50}(?:error|no (?:pudo|puede|está)|sobrecarg)|no (?:se )?(?:ha |se ha )?(?:podido|pudo|puede|pogut)|falló|fallo|fallid|tiempo[^.!\\n]{0,40}(?:agot|excedid|espera|expir)|no (?:está )?disponible|pasarela|puerta de enlace|(?:ha ocurrido|se ha producido|encontró|se produjo)[^.!\\n]{0,30}error|no implementad',
  ],
  rejected: [
    '(?:petici|solicitud|consulta|pedido)\\S*[^.!\\n]{0,30}(?:incorrect|err[oó]ne|inv[aá]lid|mala|malformad|demasiad|no v)|(?:mala|incorrecta) (?:petici|solicitud)|m[eé]todo[^.!\\n]{0,40}no|no (?:permitid|soportad|aceptable|admitid)|demasiado (?:larg|grand)|url inv|precondici',
  ],
  closed: ['mantenimiento|manteniment'],
}

/** Portuguese. */
export const PORTUGUESE: Wording = {
  missing: [
    'não (?:foi |pôde ser |pode ser )?(?:encontrad|localizad|exist)|inexistente|(?:página|arquivo|objeto|recurso)[^.!\\n]{0,40}(?:removid|apagad)',
  ],
  refused: [
    'acesso[^.!\\n]{0,30}(?:negad|proibid|bloquead|restrit|não autoriz|recusad|interdit)|proibid|não autorizad|autentica[çc]|autoriza[çc]|sem permiss',
  ],
  failed: [
    'erro (?:interno|do servidor|no servidor|de (?:leitura|escrita|conex|socket|gateway|rede|proxy))|servidor[^.!\\n]{0,50}(?:erro|não|sobrecarr|indispon)|não (?:pôde|pode|foi possível)[^.!\\n]{0,30}|indispon|falh(?:a|ou)\\b|tempo[^.!\\n]{0,30}(?:esgot|excedid|limite|expir)|(?:ocorreu|encontrado)[^.!\\n]{0,30}erro|erro[^.!\\n]{0,20}(?:encontrado|ocorreu)|não (?:está )?disponível|não implementad',
  ],
  rejected: [
    '(?:requisiç|pedid|solicita)\\S*[^.!\\n]{0,40}(?:inválid|incorret|errad|ruim|mal |muito|grande|long)|método[^.!\\n]{0,50}não|não (?:permitid|suportad|aceit)|(?:muito|demasiado) (?:grand|long|extens)|url inv|pré-?condi',
  ],
  closed: ['manutenção'],
}

/** Italian. */
export const ITALIAN: Wording = {
  missing: [
    'non (?:è |può )?(?:stat[ao] |essere )?(?:trovat|esiste|presente)|inesistente|(?:pagina|file|risorsa|oggetto)[^.!\\n]{0,40}(?:rimoss|spostat|eliminat)',
  ],
  refused: [
    'accesso[^.!\\n]{0,40}(?:negat|vietat|proibit|non (?:consent|autoriz|permess)|bloccat|riservat)|vietat|proibit|non autorizzat|autenticazione|autorizzazione|permessi',
  ],
  failed: [
    'errore (?:interno|del (?:server|gateway)|di (?:lettura|scrittura|connession|rete|socket|gateway))|(?:server|servizio)[^.!\\n]{0,50}(?:errore|non (?:è|può|dispon)|sovraccar)|non (?:può essere|è stato possibile|possono essere|riesc)|impossibile|fallit|tempo[^.!\\n]{0,30}(?:scadut|esaurit|massimo|limite)|non (?:è )?(?:attualmente )?disponibile|verificat[oi][^.!\\n]{0,20}error|error[ei][^.!\\n]{0,20}verificat|sovraccaric|non implementat',
  ],
  rejected: [
    'richiesta[^.!\\n]{0,50}(?:non|errat|malformat|incorrett|troppo|scadut|invalid)|metodo[^.!\\n]{0,40}non|non (?:consentit|ammess|supportat|accettabil)|troppo (?:grand|lung)|precondizion|url non valid',
  ],
  closed: ['manutenzione'],
}

/** Romanian. */
export const ROMANIAN: Wording = {
  missing: ['(?:nu (?:a fost |au fost |poate fi )?(?:găsit|gasit|exist))|negăsit|inexistent'],
  refused: [
    'acces[^.!\\n]{0,30}(?:interzis|refuzat|respins|restric|blocat|neautoriz)|interzis|neautorizat|autentificare|autorizare|permisiun',
  ],
  failed: [
    'eroare (?:internă|interna|de|a serverului|server)|nu (?:poate|a putut|s-a putut|pot)|indisponib|expirat|depăș|depasi|eșuat|esuat|(?:apărut|aparut|întâlnit)[^.!\\n]{0,20}ero',
  ],
  rejected: [
    'cerer\\S*[^.!\\n]{0,30}(?:greșit|gresit|invalid|incorect|eronat|prea)|metod\\S*[^.!\\n]{0,30}n[eu]|prea (?:mare|lung)|nu este (?:permis|acceptat|suportat)|url invalid',
  ],
  closed: ['mentenan|întreținere|intretinere'],
}
