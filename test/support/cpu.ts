/** What work costs this thread, in milliseconds of processor: other work on the machine is not in it. */

/** A reading to be subtracted from a later one. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
