/** The word "error" as pages of all sorts put it before what happened. */
export const ERROR_WORDS =
  'error|errors|erreur|erro|errore|fehler|fout|fel|fejl|feil|virhe|błąd|chyba|hiba|eroare|hata|ошибка|помилка|памылка|грешка|σφάλμα|خطأ|خطا|שגיאה|त्रुटि|ข้อผิดพลาด|lỗi|ralat|galat|kesalahan|エラー|오류|에러|错误|錯誤|出错了?|出錯了?|错误提示|错误页面|viga|tõrge|kļūda|klaida|napaka|pogreška|greška|earráid|xəta|xato|შეცდომა|սխալ|oops|sorry|uh[ -]?oh|whoops|抱歉|很抱歉|对不起|對不起|申し訳(?:ありません|ございません)|죄송합니다|desculpe|lo sentimos|désolé|entschuldigung|scusate|提示(?:信息|页面)?|系统提示|温馨提示'

/** What error pages offer their readers: try again, go back, tell somebody, check the address. */
export const HELP_WORDS = [
  'webmaster|(?:site|server|system|cache|network|web) ?administrator|contact (?:us|the|your|support)|try (?:again|reloading|later)|reload(?:ing)? (?:the|this) page|(?:back|return|go|take me|us) (?:to )?(?:the )?(?:home|front|previous|main)|go back|mistyped|double-?check|check the (?:url|address|spelling)|what happened|what can i do|please (?:try|check|wait|enable|turn)|good luck|redirect|back home',
  '(?:返回|回到?|返 回|跳转到?|去往?)(?:网站|本站|站点)?(?:的)?(?:首页|主页|主页面|上一?[页步级]|前一?页|上层|首頁|上一頁)|稍后(?:再试|重试|再访问|访问)|稍後(?:再試|重試)|重新(?:加载|访问|输入|载入|整理)|刷新(?:页面|重试|本页)|秒后?(?:将)?(?:自动)?(?:跳转|返回|转到)|联系(?:网站|系统|站长|客服)?(?:管理员?|站长|管理人员)|聯[絡繫][^。]{0,8}管理[員者]|网管|管理员|管理員|站长|检查(?:您?输入的?)?(?:网址|地址|链接|url|拼写)|解决方法|解决办法|错误(?:原因|代码|信息|详情)|可能(?:的)?原因|如何解决',
  '管理者|ウェブマスター|お問い合わせ|トップ(?:ページ)?(?:へ|に)|もう一度|再度|しばらく|戻る|관리자|다시 (?:시도|확인)|홈으로|이전 페이지|뒤로|나중에',
  'администратор|веб-?мастер|повторите|попробуйте|(?:вернуться|перейти|назад) (?:на|к) |на главную|адміністратор|спробуйте|администратора|опитайте|покушајте|администратору',
  'administra(?:teur|dor|tore|tör|tors?|ţie|tora|torem|toriaus|tor)|administra\\S{0,6}|verwalter|beheerder|administrateur|réessay|nouveau|tente (?:novamente|de novo)|tentar|inténte|intente|de nuevo|riprova|versuchen|erneut|probeer|opnieuw|försök|prøv|spróbuj|ponown|zkuste|skúste|próbálja|încerca|ierc|tekrar|yönetici|quản trị|thử lại|pentadbir|cuba|coba lagi|διαχειριστή|δοκιμάστε|المسؤول|مدير|حاول|المحاولة|مدیر|دوباره|accueil|startseite|página (?:inicial|principal)|inicio|home ?page',
] as const

/** Headings that speak about errors instead of making one: questions, quotations, instructions, lessons. */
export const ABOUT =
  /[“”"「」『』《》？?]|怎么|如何|为什么|什么|关于|解答|教程|(?:解决|处理|的)(?:方法|办法)|详解|原因(?:分析)?|通知|公告|是啥|含义|汇总|大全|\b(?:what|how|why|about|when|which|who|guide|tutorial|fix|fixing|tips|handling|troubleshoot\w*|understanding|explained|list of|handbook|chapter|documentation|reference|class|struct|module|function|wikipedia)\b/i
