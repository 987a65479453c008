import { InputError } from '../core/errors.ts'

/** The line that Handlebars or YAML names: `line 12`, or ` - 12:4` at the end. */
const faultLine = (message: string): number =>
  Number(/line (\d+)/i.exec(message)?.[1] ?? / - (\d+):\d+$/m.exec(message)?.[1] ?? 1)

/** Throws {@link InputError} with the file and line of a broken template. */
export function refuseTemplate(file: string, fault: unknown): never {
  const words = fault instanceof Error ? fault.message : String(fault)
  const [first = ''] = words.split('\n')
  const message = `模板有误 / a broken template: ${first} Mend it, or take the one that came with the program.`
  throw new InputError([{ file, line: faultLine(words), message }])
}
