import type { Wording } from './wording.ts'

/** Turkish and Azerbaijani. */
export const TURKIC: Wording = {
  missing: ['bulunama(?:dı|makta|mış)|bulunamıyor|mevcut değil|tapılmadı|yok artık'],
  refused: [
    '(?:erişim|giriş)\\S*[^.!\\n]{0,30}(?:engel|yasak|redde|izni|yetki|kısıt|edilem)|yasak|yetkisiz|yetkiniz|izin(?:siz|iniz| veril)|kimlik (?:doğrulama|denetim)|qadağan',
  ],
  failed: [
    'sunucu\\S*[^.!\\n]{0,25}(?:hata|cevap|yanıt|meşgul)|(?:iç|dahili) (?:sunucu )?hata|hata(?:sı)? (?:oluş|meydana)|kullanılamıyor|kullanım dışı|ulaşılama|zaman aşım|süre(?:si)? (?:dol|aş)|başarısız|hizmet dışı|xəta',
  ],
  rejected: [
    '(?:geçersiz|hatalı|kötü|yanlış) (?:istek|talep|adres|url)|çok (?:büyük|uzun)|destekl\\S+m|izin verilmiyor|kabul edil\\S*me',
  ],
  closed: ['bakım (?:çalışma|modu|nedeni|yapıl)|bakımda'],
}

/** Greek. */
export const GREEK: Wording = {
  missing: ['δεν (?:βρέθηκε|υπάρχει|εντοπίστηκε)|δε βρέθηκε'],
  refused: ['απαγορε|άρνηση|δεν (?:επιτρέπεται|έχετε)|μη εξουσιοδ|εξουσιοδότησ|πιστοποίησ'],
  failed: [
    'σφάλμα (?:διακομιστή|εξυπηρετητή|συστήματος|ανάγνωσης|σύνδεσης)|εσωτερικό σφάλμα|μη διαθέσιμ|δεν (?:είναι δυνατ|μπορεί|ήταν δυνατ|μπόρεσε)|λήξη χρον|χρονικ\\S* όρι|απέτυχε|αποτυχία',
  ],
  rejected: ['(?:λανθασμέν|μη έγκυρ|άκυρ|κακ)\\S* (?:αίτη|διεύθ|url)|πολύ (?:μεγάλ)'],
  closed: ['συντήρηση'],
}

/** Finnish, Estonian and Hungarian. */
export const URALIC: Wording = {
  missing: ['ei (?:löyd|löytynyt|ole olemassa|leitud|leia)|nem (?:található|létezik|talál)'],
  refused: [
    'pääsy\\S*[^.!\\n]{0,20}(?:kielletty|estetty|evätty)|kielletty|ei (?:sallittu|oikeutta)|keelatud|juurdepääs[^.!\\n]{0,20}(?:keel|puud)|hozzáférés[^.!\\n]{0,20}(?:megtagad|tilt|korlát)|tilos|tiltott|jogosulatlan|nem engedély',
  ],
  failed: [
    'palvelinvirhe|sisäinen[^.!\\n]{0,15}virhe|ei (?:voi(?:tu|da)?|saada|saatu|pystyt|käytettävissä|saanud|õnnestunud)|aikakatkai|epäonnistui|ylikuormit|serveri viga|aegu[sn]|(?:belső|szerver|kiszolgáló)\\S*[^.!\\n]{0,15}hiba|időtúllépés|nem (?:elérhető|sikerült|lehet|tudta)|hiba történt',
  ],
  rejected: [
    'virheellinen (?:pyyntö|osoite|url)|vigane|(?:hibás|érvénytelen) (?:kérés|url|cím)|túl (?:nagy|hosszú)|liian (?:suuri|pitkä)',
  ],
  closed: ['huolto(?:katko|työ)|hooldus|karbantart'],
}

/** Latvian, Lithuanian and Irish. */
export const BALTIC_AND_CELTIC: Wording = {
  missing: ['nav atrast|nerast|neegzist|(?:gan|níor|nach) (?:aimsi|bhfu|ann)\\S*|ar iarraidh'],
  refused: [
    'piekļuve[^.!\\n]{0,20}(?:lieg|aizl)|aizliegt|prieiga[^.!\\n]{0,20}(?:drau|užd)|draudžiama|uždraust|cosc|neamh-?ch?ead|gan chead|údarú',
  ],
  failed: [
    'kļūda|nevar |neizdevās|nav pieejam|klaida|nepavyko|nepasiekiam|neprieinam|earráid|ní féidir|as feidhm|am istigh|neamh-?infheid',
  ],
  rejected: ['nederīg|nepareiz|neteising|netinkam|droch-?iarr|míchruinn|ró-?(?:mhór|fhada)'],
  closed: ['apkope|priežiūr|cothabháil'],
}

/** Arabic, Persian and Hebrew. */
export const SEMITIC_AND_PERSIAN: Wording = {
  missing: ['غير موجود|لم يتم العثور|لا (?:يوجد|توجد)|یافت نشد|پیدا نشد|وجود ندارد|לא נמצא|(?:אינו|לא) קיים'],
  refused: [
    '(?:الوصول|الدخول|النفاذ|الإذن|طلبك)[^.\\n]{0,25}(?:مرفوض|ممنوع|محظور|رفض|مقيد)|ممنوع|محظور|مرفوض|رفض|غير (?:مصرح|مسموح|مخول)|دسترسی[^.\\n]{0,25}(?:غیر|ممنوع|رد|محدود|ندارید)|غیر ?مجاز|الا?عتماد|المصادقة|תיעוד|הגישה[^.\\n]{0,15}נדחתה|אסור|אין הרשאה',
  ],
  failed: [
    'خطأ (?:في|داخلي|بالخادم)|خطای (?:داخلی|سرور|خواندن|نوشتن)|حدث(?:ت)? خطأ|تعذر|لا يمكن|لم (?:يتمكن|نتمكن|يمكن)|فشل|غير (?:متاح|متوفر|قادر)|انته(?:ت|ى)[^.\\n]{0,15}(?:مهلة|وقت|زمن)|در دسترس نیست|ناموفق|نمی ?(?:توان|تواند)|نشد\\b|שגיא[הת]|לא (?:זמין|ניתן)|נכשל',
  ],
  rejected: [
    '(?:طلب|عنوان|مسار)[^.\\n]{0,12}(?:غير|خاطئ|سيئ)|غير (?:صالح|صحيح|مدعوم)|كبير جدا|نامعتبر|(?:درخواست|آدرس)[^.\\n]{0,12}(?:نامعتبر|بد|نادرست|اشتباه)|בקשה (?:שגויה|לא)',
  ],
  closed: ['صيانة|تعمیر|به ?روز ?رسانی|תחזוקה'],
}

/** Hindi, Georgian and Armenian. */
export const FURTHER: Wording = {
  missing: ['नहीं मिला|मौजूद नहीं|ვერ მოიძებნა|չի գտնվել'],
  refused: ['अस्वीकृत|निषिद्ध|अनुमति नहीं|აკრძალ|արգելված'],
  failed: ['अनुपलब्ध|ვერ ხერხდება|հնարավոր չէ'],
  rejected: ['अमान्य|არასწორი'],
  closed: ['रखरखाव'],
}
