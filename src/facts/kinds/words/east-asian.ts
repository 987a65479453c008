import type { Wording } from './wording.ts'

/** Japanese. */
export const JAPANESE: Wording = {
  missing: [
    '(?:ページ|ファイル|サイト|リソース|コンテンツ|オブジェクト|url|アドレス|記事|文書)[^。\\n]{0,25}(?:見つか(?:りません|らない)|存在しません|ありません|存在しない|削除|移動|なくなり)',
    '見つかりません|見つけられません|お探しの(?:ページ|情報)|未検出',
  ],
  refused: [
    '(?:アクセス|閲覧|権限|接続|利用|表示)[^。\\n]{0,14}(?:拒否|禁止|制限|許可されて)|権限が(?:ありません|ない|必要)|閲覧できません',
    '認証(?:が必要|に失敗|が失敗|されて|を確認|が要求|エラー)|禁止されて|許可されていません|未認証|禁止です',
  ],
  failed: [
    '(?:サーバー?|内部|ゲートウェイ|接続|通信|システム|データベース|ソケット|ネットワーク|読み取り|読み込み|書き込み)[^。\\n]{0,16}(?:エラー|失敗|タイムアウト|停止|障害|異常|過負荷|切断)',
    'エラーが(?:発生|起き|起こ)|(?:利用|使用|取得|回収|接続|表示|処理|解決|完了)[^。\\n]{0,8}(?:できません|できない)|タイムアウト|ご利用いただけません|サービス(?:が)?(?:利用)?(?:不可|停止)|混み合って|実装されて|サポートされていません',
  ],
  rejected: [
    '(?:不正な|無効な|不適切な|誤った)(?:リクエスト|要求|url|アクセス|パラメー?タ)',
    '(?:リクエスト|要求|メソッド|メディア|ヘッダー?|コンテンツ|エンティティ|パラメー?タ|前提|条件)[^。\\n]{0,40}(?:不正|無効|許可され|長すぎ|大きすぎ|できません|できない|間違|失敗|受け付け|超え|満た)',
    '前提条件|大きすぎ|長すぎ',
  ],
  closed: ['メンテナンス(?:中|の?ため|を実施)?|閉鎖(?:中|しました)|サービス(?:を)?終了'],
}

/** Korean. */
export const KOREAN: Wording = {
  missing: [
    '(?:찾을|찾지) ?(?:수 ?)?(?:없|못)|존재하지 ?않|(?:페이지|파일|문서|자원|리소스|주소|url|객체|게시물)[^.\\n]{0,15}(?:없습니다|없음|삭제|이동)',
  ],
  refused: [
    '(?:접근|액세스|접속|출입)[^.\\n]{0,14}(?:거부|금지|제한|차단|불가)|권한이? ?(?:없|필요|부족)|금지(?:됨|되|된)|거부되|인증[^.\\n]{0,10}(?:필요|실패|요구|하지 ?못|되지)|허가되지|승인되지|차단되',
  ],
  failed: [
    '(?:서버|내부|게이트웨이|서비스|연결|접속|네트워크|시스템|데이터베이스|읽기|쓰기|소켓)[^.\\n]{0,16}(?:오류|에러|실패|불가|중단|초과|장애|끊|과부하)',
    '(?:오류|에러|문제)[가이] ?발생|(?:가져올|사용할|이용할|연결할|처리할|완료할|수행할|확인할|해석할) 수 ?(?:가 )?없|시간[이 ]*초과|타임아웃|구현되지',
  ],
  rejected: [
    '(?:잘못된|유효하지 ?않은|올바르지 ?않은|부적절한|불량) ?(?:요청|주소|url|접근)|(?:요청|메소드|메서드|헤더|타입|미디어|형식|길이|페이로드|엔티티|uri|url|요구|조건)[^.\\n]{0,40}(?:잘못|거부|허용되지|지원되지|너무|초과|실패|충돌|만족|받아들|필요)|전제 ?조건|사전 ?조건',
  ],
  closed: ['점검 ?(?:중|안내)|유지 ?보수|서비스 ?종료'],
}

/** Vietnamese, Thai, Indonesian and Malay. */
export const SOUTH_EAST_ASIAN: Wording = {
  missing: [
    'không (?:được )?(?:tìm thấy|tồn tại)|ไม่พบ|ไม่มีหน้า',
    'tidak (?:dapat |boleh )?(?:ditemukan|ditemui|wujud|dijumpai)|tidak ada lagi',
  ],
  refused: [
    'truy (?:cập|nhập)[^.\\n]{0,20}(?:từ chối|cấm|chặn|hạn chế)|bị (?:cấm|từ chối|chặn)|không (?:có quyền|được phép)|xác thực',
    'ปฏิเสธ|ไม่ได้รับอนุญาต|ต้องห้าม|ไม่มีสิทธิ์',
    'akses[^.\\n]{0,15}(?:ditolak|dinafikan|dilarang|terhad)|dilarang|ditolak|tidak (?:diizinkan|diijinkan|dibenarkan|berwenang)',
  ],
  failed: [
    'không thể (?:lấy|truy|kết nối|xử lý|tải|hiển thị|hoàn thành)|lỗi (?:máy chủ|hệ thống|kết nối|nội bộ|khi|đọc|ghi)|bị lỗi|hết (?:hạn|giờ|thời gian)|quá thời gian|thất bại|đã xảy ra lỗi|không (?:khả dụng|sẵn sàng)',
    'เกิดข้อผิดพลาด|ไม่สามารถ|หมดเวลา|ขัดข้อง',
    '(?:kesalahan|ralat|galat) (?:server|pelayan|internal|dalaman|sistem|berlaku|terjadi|bacaan|tulis)|tidak (?:dapat|boleh) (?:di|meng|mem|men|ter)\\S+|waktu[^.\\n]{0,12}habis|masa tamat|gagal',
  ],
  rejected: [
    'yêu cầu (?:không hợp lệ|sai|lỗi)|không hợp lệ|không (?:được )?hỗ trợ|quá (?:lớn|dài)',
    'คำขอ(?:ไม่|ผิด)',
    'permintaan (?:buruk|salah|tidak)|tidak (?:sah|valid|didukung|disokong)|terlalu (?:besar|panjang)',
  ],
  closed: ['bảo trì|ปิดปรับปรุง|กำลังปรับปรุง|pemeliharaan|penyelenggaraan'],
}
