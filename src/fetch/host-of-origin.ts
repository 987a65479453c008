/** Host name of `http://host:port`, without its port; an IPv6 address in brackets. */
export const hostOfOrigin = (origin: string): string =>
  origin.slice(origin.indexOf('//') + 2).replace(/:\d+$/, '')
