/** Where the ten digits of a script begin: full-width, Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS: readonly number[] = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]
const FOREIGN = /[０-９٠-٩۰-۹०-९০-৯๐-๙：／－．—–]/
const DIGITS = /[０-９٠-٩۰-۹०-९০-৯๐-๙]/g
const SIGNS = /[：／－．]/g
const DASHES = /[—–]/g

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.find((one) => code >= one && code < one + 10) ?? code
  return String(code - zero)
}

/** Full-width signs and the digits of other scripts as plain ones, one character for one. */
export const halfWidth = (text: string): string =>
  FOREIGN.test(text)
    ? text
        .replace(DIGITS, plainDigit)
        .replace(SIGNS, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(DASHES, '-')
    : text
