/**
 * Reading pages as a library: `import { readPage } from 'portal-audit/facts'`. A page's facts are a pure function of its
 * bytes, its Content-Type, its address and the day of the visit.
 */
export { type Address, toAddress } from '../core/address.ts'
export { type Day, dayAt, parseDay } from '../core/day.ts'
export type {
  Charset,
  Entry,
  Form,
  Jump,
  KindSign,
  Link,
  Listing,
  Page,
  PageKind,
} from './page.ts'
export type { DatePrecision, DateSource, PageDate, PageDates, RejectedDate } from './page-date.ts'
export { type PageInput, readPage } from './read-page.ts'
