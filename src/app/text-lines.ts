/** The lines of a stream of bytes, UTF-8, without their ends; a byte order mark is left out. */
export async function* textLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let open: string[] = []
  for await (const chunk of input) {
    const [first = '', ...others] = (
      typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    ).split('\n')
    open.push(first)
    for (const next of others) {
      yield open.join('').replace(/\r$/, '')
      open = [next]
    }
  }
  open.push(decoder.decode())
  const last = open.join('')
  if (last !== '') yield last
}
