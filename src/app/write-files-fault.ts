import { EXIT, InputError } from '../core/errors.ts'

const OTHER_FOLDER = '请检查权限，或改用其他目录。'
const OTHER_FOLDER_EN = 'mend the permissions, or choose another folder.'

const MESSAGES: readonly { readonly codes: readonly string[]; readonly message: string }[] = [
  {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    message: `目录不可写；${OTHER_FOLDER} / the folder cannot be written; ${OTHER_FOLDER_EN}`,
  },
  {
    codes: ['ENOTDIR', 'EEXIST', 'EISDIR'],
    message:
      '需要目录的位置已有同名文件；请移走该文件，或改用其他目录。/ there is a file where a folder is needed; move it away, or choose another folder.',
  },
  {
    codes: ['ENOSPC', 'EDQUOT', 'EFBIG'],
    message:
      '磁盘空间不足，未写入；请腾出空间，或改用其他目录。/ no space is left and nothing was written; make room, or choose another folder.',
  },
  {
    codes: ['ENAMETOOLONG'],
    message:
      '文件名过长；请缩短编号或名称。/ a file name is too long; shorten the id or name that it is made of.',
  },
]

/**
 * A fault of the file system as an {@link InputError} (cannotCreate) that names the folder and says what to do next;
 * any other fault as it was.
 */
export function explainFileFault(fault: unknown, directory: string): unknown {
  if (!(fault instanceof Error) || !('syscall' in fault) || !('code' in fault)) return fault
  const code = String(fault.code)
  const known = MESSAGES.find(({ codes }) => codes.includes(code))?.message
  const message =
    known ?? `目录无法写入；请改用其他目录。/ the folder cannot be written; choose another folder.`
  const path = 'path' in fault && typeof fault.path === 'string' ? `: ${fault.path}` : ''
  return new InputError([{ file: directory, message: `${message} (${code}${path})` }], EXIT.cannotCreate)
}
