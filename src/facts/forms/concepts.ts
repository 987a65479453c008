/**
 * What words around a form speak of, in the languages of the pages we meet: Chinese, English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Polish, Czech, Slovak, Hungarian, Romanian, Russian, Ukrainian, Bulgarian, Lithuanian,
 * Swedish, Danish, Finnish, Turkish, Greek, Japanese, Korean, Arabic, Persian, Vietnamese. Held against lower-case text
 * in which names are split into words. Each pattern is an alternation of short words: linear in the text.
 */
export const CONCEPTS = {
  login:
    /\blog ?(?:in|on)\b|\bsign ?in\b|\blogins?\b|\banmelde|\banmeldung|einlogg|connexion|connecter|\bidentif|authenti|iniciar ses|inicia ses|\bacceder|\bacceso|\bentrar\b|\bacessar|\baccedi|\baccesso|\binlogg|aanmeld|meld (?:u|je) aan|zaloguj|logowani|p[rř]ihl[aá][sš]|\bbel[eé]p|bejelentkez|autentific|войти|вход|войд|авториза|увійти|вхід|влез|prisijung|logga in|log ind|kirjaudu|giri[sş]|σύνδεση|登录|登陆|登入|登錄|ログイン|サインイン|로그인|دخول|ورود|đăng nhập|\bmasuk\b/,
  registration:
    /\bregist|rexistr|\bsign ?up\b|\bcreate (?:an? |your |my )?(?:\w+ )?(?:account|profile)|\bnew (?:customer|user|account|member)|\bjoin (?:now|us|free)|\bnewuser|registrier|neukunde|(?:konto|account) (?:er|an)|inscri|cr[eé]er (?:un|votre|mon)|nouveau client|crear (?:una )?cuenta|criar (?:uma )?conta|cadastr|crea (?:un )?account|nuovo cliente|iscriviti|zarejestruj|rejestrac|utw[oó]rz|za[lł][oó][zż] konto|nowe konto|nov[yýéá] (?:u[cč]et|z[aá]kazn)|nieuwe? (?:account|klant)|nouveau (?:compte|membre)|nuovo account|registruj|regisztr|[iî]nregistr|регистр|зарегист|реєстр|bli medlem|skapa (?:ett )?konto|opret|luo tili|rekister|kayıt|[uü]ye ol|εγγραφή|注册|註冊|新用户|新規(?:会員)?登録|会員登録|회원 ?가입|가입|ثبت نام|عضویت|تسجيل جديد|إنشاء حساب|đăng ký|\bdaftar\b/,
  recovery:
    /\bforg[eo]t|\blost (?:your )?(?:password|pw)|lostpass|\breset|recover|\bremind|retriev|resend|vergessen|zur[uü]cksetz|oubli|r[eé]initiali|olvid|recuper|restablec|esquec|dimentic|vergeten|zapomn|przypom|odzysk|elfelejt|забыл|восстанов|напомн|відновл|pamirš|gl[oö]mt|glemt|unohtu|unuttu|忘记密码|忘記密碼|找回|重置|重設|パスワードを?(?:お?忘れ|再)|再設定|비밀번호 (?:찾기|재)|찾기|نسيت|استعادة|بازیابی|فراموش|quên/,
  search:
    /search|\bsuch(?:e|en|begriff)\b|\bsuche|recherch|\bbusc|búsqueda|pesquis|procurar|\bcerca\b|\bricerca|\bzoek|szukaj|hledat|hledej|hľada|hlada|\bkeres|c[aă]ut[aă]|поиск|найти|искать|пошук|знайти|търс|paiešk|iešk|\bs[öø]k|s[øö]g\b|\bhaku\b|\bhae\b|etsi|\barama?\b|αναζήτηση|搜索|搜尋|搜寻|检索|查询|查詢|站内搜|検索|검색|بحث|جستجو|tìm|\bcari\b|keyword|\bquery\b|\bfind\b|\bfilter/,
  newsletter:
    /newsletter|news letter|subscri|mailing ?list|maillist|abonn|suscri|bolet[ií]n|\bassin[ae]|iscrivi|nieuwsbrief|b[uü]lten|рассыл|подпис|h[ií]rlev[eé]l|odb[eě]r|zpravodaj|naujienlaišk|prenumer|nyhetsbrev|nyhedsbrev|uutiskirje|订阅|訂閱|メルマガ|メールマガジン|購読|뉴스레터|구독|النشرة|خبرنامه|\bupdates\b|\boffers\b|\bdeals\b|e ?zine|mailchimp|\bmc4wp|\bmc embed/,
  contact:
    /comment|\breply|feedback|enquir|inquir|\bcontact|contatt|contato|contacto|kontakt|anfrage|comentar|mensa[gj]|messagg|\bmessage|bericht|wiadomo|zpr[aá]v|spr[aá]va|[uü]zenet|сообщен|коммент|отзыв|вопрос|обратн|留言|评论|評論|咨询|諮詢|反馈|意见|投诉|信件|联系|お問い?合わ?せ|コメント|문의|댓글|تعليق|رسالة|نظر|\breview|\bask\b|\breport\b|testimonial|guestbook/,
  send: /\bsend\b|\bsubmit\b|\bpost\b|senden|envoyer|\benvia|\binvia|versturen|verzend|wyślij|odeslat|odosla|elk[uü]ld|\bk[uü]ld|отправ|надісл|изпрат|发送|提交|發送|送信|보내|إرسال|ارسال|gönder|skicka|lähetä/,
  order:
    /\bcart\b|basket|check ?out|\bbuy\b|purchase|\border (?:now|form)|\bqty|quantity|\badd to|warenkorb|bestell|\bkaufen|panier|commander|acheter|\bcesta|carrito|comprar|carrinho|carrello|acquista|winkelwagen|bestel|koszyk|ko[sš][ií]k|kos[aá]r|корзин|купить|заказ|кошик|количк|varukorg|indk[oø]b|sepet|购物车|購物車|购买|下单|カート|購入|注文|장바구니|구매|wish ?list|\bproduct\b|\bsku\b|donat|\bbook(?:ing)?\b|reserv/,
  payment:
    /payment|billing|shipping|delivery|coupon|voucher|paypal|credit ?card|\bprice|\bpreis|\bprix|precio|цена|价格|amount|\btotal\b/,
  options:
    /\bsort|\border ?by\b|language|\blang\b|currency|per ?page|\bjump\b|\bgo ?to\b|sprache|\blangue|idioma|moneda|язык|валют|сортир|\btheme\b|\bstyle\b|\bdisplay|\bview\b|country selector|\blimit\b|days ?prune|排序|语言/,
  poll: /\bpoll|\bvote|voting|umfrage|abstimm|sondage|encuesta|sondaggio|enquete|ankiet|anket|голос|опрос|投票|survey|\bquiz/,
  password:
    /passw|\bpass\b|\bpwd?\b|kennwort|mot de passe|contrase|\bsenha|wachtwoord|has[lł]o|\bheslo|jelsz[oó]|парол|slapta|l[oö]senord|adgangskode|salasana|[sş]ifre|κωδικός|密码|密碼|口令|パスワード|비밀번호|كلمة (?:السر|المرور)|رمز عبور|گذرواژه|mật khẩu/,
  again:
    /confirm|repeat|re ?type|re ?enter|verify|\bagain\b|\bpassw(?:or)?d ?2\b|wiederhol|best[aä]tig|repet|ripeti|conferma|herhaal|powt[oó]rz|znovu|znova|potvrd|[uú]jra|meger[oő]s|повтор|подтвер|ещё раз|еще раз|pakartok|upprepa|gentag|uudelleen|tekrar|确认密码|重复|再次|再输|確認|확인|تأكيد|تکرار/,
  user: /\buser|\busr|\busername|benutzer|nutzer|utilisateur|usuari|utente|gebruiker|u[zż]ytkownik|u[zž]ivatel|felhaszn|пользов|логин|потребит|användar|brugernavn|kullanıcı|用户名|用户|账号|帐号|賬號|ユーザー|아이디|\blogin\b|اسم المستخدم|نام کاربری|\baccount|\bmember|\bnick|kundennummer|\bpseudo\b/,
  email: /e ?mail|\bmail\b|courriel|correo|почт|имейл|邮箱|電郵|邮件|メール|이메일|البريد|ایمیل|\beml\b/,
  firstName:
    /first ?name|last ?name|\bfname|\blname|surname|given ?name|family ?name|vorname|nachname|pr[eé]nom|apellido|cognome|sobrenome|voornaam|achternaam|imi[eę]|nazwisk|jm[eé]no|p[rř][ií]jmen|keresztn|vezet[eé]kn|имя|фамили|förnamn|efternavn|etunimi|soyad|姓名|真实姓名|名前|氏名|이름|الاسم|نام خانوادگی|full ?name/,
  person:
    /birth|geburt|naissance|nacimiento|nascita|nascimento|urodzen|narozen|sz[uü]let|рожден|\bdob\b|gender|\bsex\b|geschlecht|anrede|civilit|\btitle\b|salutation|生日|性别|生年月日|性別/,
  phone:
    /phone|\btel\b|telef|t[eé]l[eé]ph|mobile|\bfax\b|handy|телефон|手机|電話|电话|携帯|휴대|전화|الهاتف|موبایل/,
  address:
    /address ?(?:1|2|line)|street|\bzip|postal|post ?code|\bcity\b|\bstate\b|country|stra[sß]|\bplz\b|\bort\b|\bville|\brue\b|\bciudad|ciudad|pa[ií]s|provinc|indirizzo|citt[aà]|\bulica|m[eě]sto|\butca|v[aá]ros|ir[aá]ny[ií]t|город|адрес|улиц|индекс|страна|地址|城市|省份|住所|郵便|주소|adres\b/,
  company:
    /company|\bfirma|organi[sz]ation|soci[eé]t[eé]|empresa|azienda|компани|организ|公司|单位|会社|회사/,
  subject:
    /subject|betreff|\bsujet|\basunto|\boggetto|\bassunto|onderwerp|temat\b|p[rř]edm[eě]t|t[aá]rgy|тема|主题|标题|件名|제목|الموضوع/,
  remember:
    /remember|keep me|stay (?:logged|signed)|auto ?login|angemeldet|eingeloggt|rester connect|souvenir|se souvenir|recu[eé]rd|recordar|lembrar|manter|ricorda|onthoud|zapami[eę]t|zapamatovat|trval|eml[eé]kez|запомн|запам|чужой|atsimin|kom ih[aå]g|husk mig|muista|hat[iı]rla|记住|记住我|自动登录|下次自动|保存|저장|تذكر|مرا به خاطر/,
  terms:
    /\bterms|\bagree|\bagb\b|datenschutz|privacy|conditions|condiciones|termos|regulamin|podm[ií]nk|felt[eé]tel|услови|соглас|правил|协议|同意|条款|規約|약관|الشروط|قوانین|accept/,
  captcha:
    /captcha|security ?(?:code|check|question)|verification|image ?code|\bvcode|\bcode\b.{0,12}image|anti ?spam|код с|проверочн|защит|验证码|驗證碼|校验码|認証|human/,
  caseNumber:
    /受理编?号|受理编码|办件编号|查询码|业务编号|申请编号|case number|tracking number|reference number/,
  delete: /unsubscri|abbestell|abmelden|d[eé]sinscri|d[eé]sabonn|退订|取消订阅/,
  profileHelp: /faq|hilfe|\bhelp\b|\baide\b/,
} as const satisfies Readonly<Record<string, RegExp>>
