import { readFile } from 'node:fs/promises';

/** The unit of times in /proc, which is the same on all of Linux' platforms (proc_pid_stat(5), USER_HZ). */
const TICKS_PER_SECOND = 100;
/** Fields after the command's name, which is in parentheses: utime is the 14th of all, stime the 15th. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

/** Seconds a process has spent on a core so far, in steps of 10 ms; null where there is no /proc. */
export async function cpuSeconds(pid: number): Promise<number | null> {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    if (stat === null) return null;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
}

/** Resident memory of a process in MB (10^6 bytes); null where there is no /proc. */
export async function residentMB(pid: number): Promise<number | null> {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6;
}
