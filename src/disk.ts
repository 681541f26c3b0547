/** What the disk and the system say, in the user's words. */

const diskFaults: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘空间已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件超过系统允许的大小',
  EIO: '磁盘读写出错',
  EACCES: '没有访问权限',
  EPERM: '没有访问权限',
  EROFS: '磁盘是只读的',
  EBUSY: '文件正在被其他程序使用',
  ENOENT: '文件夹不存在',
  EISDIR: '此处是文件夹而不是文件',
  ENOTDIR: '路径中有一段是文件而不是文件夹',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '同时打开的文件太多',
};

/** Why the disk refused, in Chinese; undefined when the error is no fault of the disk. */
export function diskFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return diskFaults[String(error.code)] ?? `系统报告 ${error.code}`;
}

/** Whether another process of this machine with this id runs. */
export function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
