/** Joins lines of words, parts of regular expressions, into one choice between them. */
const choice = (...lines: readonly string[]): string => lines.join('|')

/** Labels of a last change: Chinese, German, English, French, Spanish, Italian, Portuguese, Dutch, Slavic, Nordic and others. */
export const MODIFIED_WORDS = choice(
  '修改(?:时间|日期|于)?|修订(?:时间|日期|于)?|编辑于|letzte änderung',
  'zuletzt (?:aktualisiert|geändert|bearbeitet)|letztes update',
  String.raw`last\s+(?:updated?|modified|changed|edited|revised)|updated?|modified|edited|revised`,
  'aktualisiert|geändert|aktualisierung|stand|bearbeitet|mis à jour|modifié|maj|actualizado',
  'actualización|aggiornato|ultima modifica|atualizado|bijgewerkt|gewijzigd|обновлено',
  'изменено|zaktualizowano|aktualizacja|uppdaterad|opdateret|oppdatert|güncelleme|更新日',
  '最終更新日?|수정|업데이트',
)

/** Labels of a publication, in the same languages. */
export const PUBLISHED_WORDS = choice(
  String.raw`(?:发布|發佈|發布|发文|公开|公布|发表|刊登|刊发|发稿|录入|上传|上网|张贴|发帖|添加|加入|更新|投稿|登录)\s*(?:日\s*期|时\s*间|于|[:：])`,
  String.raw`本[贴帖]由\S{1,16}于|published|posted|veröffentlicht|veröffentlichung|publiziert|erschienen`,
  'erstellt|eingestellt|publié|publication|parution|mis en ligne|publicado|publicación',
  'pubblicato|geplaatst|gepubliceerd|опубликовано|опубликован|дата публикации|размещено',
  'opublikowano|data publikacji|dodano|zveřejněno|publikováno|publicerad|publiceret|udgivet',
  'publisert|julkaistu|yayınlanma|yayın tarihi|giriş|objavljeno|postat|publicat|diterbitkan',
  '公開日?|掲載日?|投稿日?|配信|등록|입력|작성일|تاریخ انتشار|نشر',
)
