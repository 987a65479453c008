import type { Wording } from './wording.ts'

/** English. */
export const ENGLISH: Wording = {
  missing: [
    String.raw`\b(?:page|file|url|resource|document|address|article|content|item|site|object|link|domain)\b[^.!?\n]{0,70}?(?:not (?:be )?(?:found|located)|(?:does ?n[o'’]t|doesn['’]t) (?:seem to |appear to )?exist|not exist|no longer (?:exists?|available|here)|(?:has|have|was|were) (?:been )?(?:re)?(?:moved|deleted))`,
    String.raw`(?:can ?not|can['’]?t|could(?: not|n['’]?t)|unable to) (?:find|locate)\b[^.!?\n]{0,40}(?:page|file|url|resource|address|looking for|requested)`,
    String.raw`looking for[^.!?\n]{0,60}(?:exist|found|moved|removed|deleted|unavailable|gone)`,
    String.raw`\bnot found\b`,
    '(?:nothing|no page) (?:was |to be )?(?:found|here|see)',
    '(?:seem|appear) to be lost|wrong turn|(?:dead|broken) link',
  ],
  refused: [
    String.raw`\bforbidden\b|\bunauthori[sz]ed\b|not authori[sz]ed|authori[sz]ation required|authentication (?:is )?required`,
    String.raw`(?:access|permission)[^.!?\n]{0,30}(?:denied|forbidden|blocked|restricted|not allowed|prohibited)`,
    "(?:do not|don['’]?t) have (?:the )?(?:permission|access|right)|not (?:allowed|permitted) to (?:access|view|see|request)",
    String.raw`(?:request|requested url|connection|you|address|ip|access)\b[^.!?\n]{0,30}\b(?:been |was |were |is |are )?(?:blocked|rejected|denied|banned)|currently locked`,
    'could not verify that you|needs a user ?name|authenticate with|requires authentication',
    'checking (?:your browser|if the site connection)|just a moment|verify (?:that )?you are (?:a )?human|attention required',
    'too many requests|rate limit|unusual (?:traffic|activity)|automated (?:requests|access|traffic)|security (?:check|service|policy)',
    'unavailable for legal reasons|suspicious (?:request|activity)',
  ],
  failed: [
    'internal (?:server )?error|server[- ]error|application error|runtime error|fatal error|unhandled exception',
    'bad gateway|gateway[- ]?(?:time-?out|failure|has timed out|error)|proxy error|invalid response from',
    String.raw`(?:service|site|website|page|server|system|currently|temporarily)[^.!?\n]{0,30}(?:unavailable|overload(?:ed|ing)|not available|offline|down\b)`,
    '(?:could|can) ?not be (?:retrieved|resolved|completed|reached|processed|contacted|displayed|loaded)',
    String.raw`(?:connection|connect|host|network|dns|socket|read|write|request)\b[^.!?\n]{0,40}(?:failed|failure|refused|reset|timed? ?out|unreachable|error\b)`,
    '(?:unable|failed) to (?:connect|complete|process|forward|resolve|determine|load|handle)',
    '(?:something|things)(?: has)? (?:went|gone) wrong|unexpected (?:condition|error|problem)|error (?:has |was |has been )?(?:occurred|encountered)|encountered an? ',
    '(?:got|having|experiencing|run into|met) (?:some |an? )?(?:technical )?(?:trouble|problem|difficult|issue|unexpected)',
    'guru meditation|backend fetch failed|no healthy upstream|upstream (?:connect|request|server)|database connection|out of memory',
    'not implemented|http version not supported|insufficient storage|loop detected|variant also negotiates|not extended|bandwidth limit|zero sized reply|network authentication required',
    'web server is (?:down|returning)|origin is unreachable|a timeout occurred|ssl handshake failed|invalid ssl certificate|missing content',
  ],
  rejected: [
    String.raw`bad request|method (?:is )?not (?:allowed|supported)|\bnot allowed\b|not acceptable|request time-?out|length required|precondition (?:failed|required)`,
    String.raw`(?:request|entity|payload|content|headers?|fields|uri|url|cookie|line)\b[^.!?\n]{0,40}too (?:large|long|big|small|many)`,
    'unsupported media|range (?:is )?not (?:satisfiable|available)|expectation failed|teapot|misdirected request|unprocessable|failed dependency|too early|upgrade required',
    '(?:invalid|malformed|illegal) (?:url|request|response|host|header|hostname|parameter)|did not understand the request|cannot process the request|could not understand',
    'plain http request was sent|request (?:could|can)not be completed|would not accept|will not accept|refus(?:es|ed|ing) (?:to|the|this)',
    'session (?:has )?expired|page (?:has )?expired|csrf',
  ],
  closed: [
    String.raw`(?:under|for|scheduled|undergoing|performing|routine|planned) (?:\w+ )?maintenance|maintenance mode|be (?:right )?back (?:soon|shortly|online)`,
    'site (?:is |has been )?(?:closed|suspended|disabled)|account (?:has been )?suspended',
  ],
}
