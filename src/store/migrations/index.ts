import type { Migration } from 'kysely'
import { firstTables } from './0001-first-tables.ts'
import { crawls } from './0003-crawls.ts'
import { periods } from './0005-periods.ts'
import { kindOfRun } from './0006-kind-of-run.ts'
import { robots } from './0007-robots.ts'
import { unchangedAnswers } from './0009-unchanged-answers.ts'
import { mail } from './0010-mail.ts'
import { unchangedPages } from './0011-unchanged-pages.ts'
import { foundLinks } from './0012-found-links.ts'

/** Every migration by name, in the order in which they are applied: names start with a number and are sorted. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0003-crawls': crawls,
  '0005-periods': periods,
  '0006-kind-of-run': kindOfRun,
  '0007-robots': robots,
  '0009-unchanged-answers': unchangedAnswers,
  '0010-mail': mail,
  '0011-unchanged-pages': unchangedPages,
  '0012-found-links': foundLinks,
}
