/** A header value that can be sent: what is not printable ASCII is percent-encoded as UTF-8. */
export const headerText = (text: string): string =>
  text.replace(/[^\x20-\x7e]+/g, (run) =>
    Buffer.from(run).reduce((sum, byte) => `${sum}%${byte.toString(16).toUpperCase().padStart(2, '0')}`, ''),
  )
